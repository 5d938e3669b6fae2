# The plan on paper. Read at a table or at a bedside, with no phone near.

## On every page

print-copy = Copy
print-page = Page { $page } of { $pages }
print-source = Copy of the plan that { $name } keeps. Made { $date } from this phone.
print-source-person = Copy of the plan that the person keeps. Made { $date } from this phone.

## What each is called

print-card-title = Emergency card
print-visit-title = For my visit
print-words-title = Recovery words

## The plan

print-labelled = { $label }: { $text }

## The card

print-fold = Cut along the thin line. Fold along the dashes, with the name in front.
print-over = Not all of it is here. See the whole card.

## The visit

print-visit-with = With: { $text }
print-visit-on = When: { $text }
print-visit-coming = Who comes with me: { $text }

## The recovery words

print-words-note = These 12 words open the plan if the phone is lost. Whoever has them can open a backup of it. Keep this paper where only you can find it, and not with the phone.
print-words-source = Made { $date } from this phone. New words make this paper of no use.
print-words-code = The same 12 words as a code to scan.

## What is not on it

print-rest = (the rest is on the phone)
print-not-all = Not everything is on this paper. The last page says how much is missing.
print-left-out = Things that are not on this paper: { $n }. They are on the phone.
print-not-drawn = Signs that this phone could not print: { $n }. In their place stands { $mark }.

## When it can’t be made

error-print-no-font = Hearth found no letters to print with. No paper was made. Nothing was lost. Show your plan on the screen, or use a link.
error-print-font-kept = The letters of this phone may not be put in a file. No paper was made. Nothing was lost. Show your plan on the screen, or use a link.
error-print-not-sound = Hearth could not make this paper so that everybody can read it. No paper was made. Nothing was lost. Show your plan on the screen, or use a link.
