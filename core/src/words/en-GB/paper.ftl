# The plan on paper. Read at a table or at a bedside, with no phone near.

## On every page

paper-copy = Copy
paper-page = Page { $page } of { $pages }
paper-source = Copy of the plan that { $name } keeps. Made { $date } from this phone.
paper-source-person = Copy of the plan that the person keeps. Made { $date } from this phone.

## What each is called

paper-card-title = Emergency card
paper-visit-title = For my visit
paper-words-title = Recovery words

## The plan

paper-labelled = { $label }: { $text }

## The card

paper-fold = Cut along the thin line. Fold along the dashes, with the name in front.
paper-over = Not all of it is here. See the whole card.

## The visit

paper-visit-with = With: { $text }
paper-visit-on = When: { $text }
paper-visit-coming = Who comes with me: { $text }

## The recovery words

paper-words-note = These 12 words open the plan if the phone is lost. Whoever has them can open a backup of it. Keep this paper where only you can find it, and not with the phone.
paper-words-source = Made { $date } from this phone. New words make this paper of no use.
paper-words-code = The same 12 words as a code to scan.

## What is not on it

paper-rest = (the rest is on the phone)
paper-not-all = Not everything is on this paper. The last page says how much is missing.
paper-left-out = Things that are not on this paper: { $n }. They are on the phone.
paper-not-drawn = Signs that this phone could not print: { $n }. In their place stands { $mark }.

## When it can’t be made

error-print-no-font = Hearth found no letters to print with. No paper was made. Nothing of your plan was lost.
error-print-font-kept = The letters of this phone may not be put in a file. No paper was made. Nothing of your plan was lost.
error-print-not-sound = Hearth could not make this paper so that everybody can read it. No paper was made. Nothing of your plan was lost.
