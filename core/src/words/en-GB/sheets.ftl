### Sheets from files: what could not be taken as it stands, and where. For who wrote the sheet.

sheet-place-number = number { $n }
sheet-place-odd-name = a name that can’t be shown

sheet-fault-unknown = { $place }: sheets have nothing of this name. It was passed over.
sheet-fault-twice = { $place }: it stands there twice. The first one counts.
sheet-fault-missing = { $place }: nothing is written there. What needs it was left out.
sheet-fault-sort = { $place }: something else belongs there. It was left out.
sheet-fault-long = { $place }: it is longer than { $n } characters. It was left out, not cut.
sheet-fault-hidden = { $place }: it holds a hidden character. It was left out.
sheet-fault-no-welsh = { $place }: there is no text in Welsh. The English is used.
sheet-fault-no-english = { $place }: there is no text in English. The Welsh is used.
sheet-fault-many = { $place }: there are { $found }, and a sheet holds { $n }. Those after that were left out.
sheet-fault-number = { $place }: a number in an explanation may be read as one to aim at. It was left out.
sheet-fault-unit = { $place }: that unit does not belong there. It was left out.
sheet-fault-date = { $place }: there is no such date. It was left out.
sheet-fault-choice = { $place }: that is nothing which may stand there. It was left out.
sheet-fault-more = { $n ->
    [one] And 1 more like these.
   *[other] And { $n } more like these.
}

error-sheet-too-large = This sheet is larger than 64 KB. Nothing was changed. Ask whoever wrote it for a shorter one.
error-sheet-not-text = This file is not text that can be read. Nothing was changed. Check that it is the right file.
error-sheet-not-json = This sheet stops making sense at line { $line }. Nothing was changed. Ask whoever wrote it to look there.
error-sheet-not-a-sheet = This file is not a sheet for a visit. Nothing was changed. Check that it is the right file.
error-sheet-newer = This sheet was made for a newer Hearth. Nothing was changed. Update Hearth, then try again.
error-sheet-nothing = Nothing in this sheet can be used. Nothing was changed. Ask whoever wrote it to look at it again.
