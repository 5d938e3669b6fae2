### The plan in PRSB’s form: what came from a file, what goes into one, and what could not.

prsb-from = From { $name }
prsb-from-on = From { $name }, { $date }
prsb-file-suggests = { $name } suggests a change
prsb-agreed = Agreed with { $name }, as { $file } says
prsb-not-agreed = Not agreed with { $name }
prsb-review-of-plan = Another plan: { $name }

## Why a part of a list is not in a plan that the person holds.

prsb-out-decision = A clinician’s decision: your plan says only that the form exists and where.
prsb-out-judgement = A clinician’s finding: it belongs in their record.
prsb-out-dose = How medicines are to be given: your plan holds no doses.
prsb-out-register = A note of a service for its own staff.
prsb-out-after-death = What is written after a death.
prsb-out-files = The list of another system’s files.

## What a file brought.

prsb-taken-new = { $n ->
    [one] 1 entry was added. It is marked “from { $file }”.
   *[other] { $n } entries were added. They are marked “from { $file }”.
}
prsb-taken-nothing = Nothing in { $file } was new.
prsb-taken-suggested = { $n ->
    [one] In 1 place you have your own words. What { $file } says waits beside them.
   *[other] In { $n } places you have your own words. What { $file } says waits beside them.
}
prsb-taken-kept = { $n ->
    [one] 1 part can’t be shown here. It is kept as it came, and goes along when you send your plan.
   *[other] { $n } parts can’t be shown here. They are kept as they came, and go along when you send your plan.
}
prsb-taken-left-out = { $n ->
    [one] 1 part was left out. The file you have still holds it.
   *[other] { $n } parts were left out. The file you have still holds them.
}
prsb-taken-older = { $n ->
    [one] 1 entry from an earlier { $file } is not in this one. It is still here: see if it still holds.
   *[other] { $n } entries from an earlier { $file } are not in this one. They are still here: see if they still hold.
}
prsb-more = { $n ->
    [one] 1 more line like these.
   *[other] { $n } more lines like these.
}

## What must be said of one place in a file that came. $place is its path in PRSB’s own words.

prsb-note-again = { $place }: there is more than one, and there is room for one here. The others are kept as they came, not shown.
prsb-note-code = { $place }: this is not a code that can be read here. It is kept as it came, not shown.
prsb-note-control = { $place }: it had hidden characters. They are shown as �.
prsb-note-date = { $place }: this is not a date that can be read here. It is kept as it came, not shown.
prsb-note-file = { $place }: this is not a photo or a voice note that can be shown here. It is kept as it came, if it is small.
prsb-note-long = { $place }: this is longer than can be shown here.
prsb-note-made = The file’s own date is not one that can be right, so it is not used.
prsb-note-many = { $place }: there are more than { $n }. The rest was not read.
prsb-note-not-kept = { $place }: this is too much to keep, so it was not taken in. The file you have still holds it.
prsb-note-out = { $place }: left out. { $why }
prsb-note-scale = { $place }: this is not a whole number from 1 to 10. It is kept as it came, not shown.
prsb-note-suggested = { $place }: you have your own words here. What the file says waits beside them.
prsb-note-twice = { $place }: this stands in the file twice. Both were read.
prsb-note-type = { $place }: this is not what should stand here. It is kept as it came, not shown.
prsb-note-unknown = { $place }: this part is not known here. It is kept as it came, not shown.

## What must be said of one place of the plan as it goes out.

prsb-check-choice = { $place }: your own choice is sent, not the word of the record.
prsb-check-file = { $place }: the photo or voice note is too large to go along, or not on this phone. It is not sent.
prsb-check-form = { $place }: this is not in PRSB’s form. It is sent as it is.
prsb-check-long = { $place }: PRSB has room for { $most } letters. Yours has { $found }, and all of it is sent.
prsb-check-missing = { $place }: PRSB asks for this. Your plan has nothing here, and goes without it.
prsb-check-newer = { $place }: a newer Hearth wrote something here. It is not sent.
prsb-check-orders = { $place }: two orders stand here. One of them is sent.
prsb-check-original = { $place }: this came through an interpreter. The words as first said are not sent.
prsb-check-several = { $place }: PRSB has room for one. You have { $n }, and all are sent.
prsb-check-versions = { $place }: two versions stand here. Both are sent.
prsb-left-only-me = { $n ->
    [one] 1 entry is marked “only me”. It is not sent.
   *[other] { $n } entries are marked “only me”. They are not sent.
}
prsb-left-delicate = { $n ->
    [one] 1 answer about mood is not sent.
   *[other] { $n } answers about mood are not sent.
}
prsb-left-waiting = { $n ->
    [one] 1 suggestion waits for you. It is not yours yet, and is not sent.
   *[other] { $n } suggestions wait for you. They are not yours yet, and are not sent.
}

## When a file can’t be taken in.

error-prsb-too-large = That file is larger than Hearth can take in. Nothing was changed. Check that it is the right file.
error-prsb-unreadable = That file can’t be read. Nothing was changed. Ask whoever made it to send it again.
error-prsb-other-person = That file has another date of birth or NHS number than your plan. Nothing was changed. Check that the file is yours. If yours is wrong here, put it right, then try again.
error-prsb-not-a-plan = That file is not a plan in PRSB’s form. Nothing was changed. Look for the right file.

## Choices.

choice-reach-way-telephone = telephone
choice-reach-way-email = email
choice-reach-way-other = another way
choice-recorder-part-performed = did it
choice-recorder-part-completed = wrote it down
choice-recorder-part-reviews = looks at it again
choice-support-plan-sort-additional = another plan
choice-support-plan-sort-end-of-life = plan for the end of life
choice-passed-list-care-plan = care and support plan
choice-passed-list-about-me = about me
choice-passed-list-end-of-life = end of life care
choice-passed-why-unknown = not known here
choice-passed-why-again = one more
choice-passed-why-unread = can’t be read
choice-requirement-sort-adjustment = a change that helps me
choice-requirement-sort-impairment = an impairment
choice-requirement-sort-cognition = thinking and remembering
choice-requirement-sort-mobility = moving about
choice-requirement-sort-other = something else
choice-requirement-sort-money = help with money
choice-lpa-sort-health = health and welfare
choice-lpa-sort-money = property and money
choice-person-listed-personal = family and friends
choice-person-listed-professional = care team
choice-person-listed-to-call = only in an unwell plan
