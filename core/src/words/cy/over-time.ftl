### Llun dros amser, a'r un peth mewn geiriau. Mae'n dweud beth atebwyd a phryd, heb farnu dim.

over-time-confidence = Hyder
over-time-importance = Pwysigrwydd

over-time-point = { $value } ar { $date }
over-time-point-two = { $first } neu { $second } ar { $date }
over-time-said = { $what }: { $points }.
over-time-said-unanswered = { $what }: { $points }; { $unanswered }.
over-time-unanswered = { $n ->
    [one] heb ei ateb unwaith
    [two] heb ei ateb ddwywaith
    [few] heb ei ateb deirgwaith
    [many] heb ei ateb chwe gwaith
   *[other] heb ei ateb { $n } o weithiau
}
over-time-many = { $n } o atebion, o { $low } i { $high }. Y cyntaf: { $first }. Yr olaf: { $last }
over-time-nothing = dim wedi’i ysgrifennu eto
over-time-gap = { $n ->
    [one] dim wedi’i ysgrifennu am 1 wythnos
    [two] dim wedi’i ysgrifennu am 2 wythnos
    [few] dim wedi’i ysgrifennu am 3 wythnos
    [many] dim wedi’i ysgrifennu am 6 wythnos
   *[other] dim wedi’i ysgrifennu am { $n } wythnos
}

over-time-left-out-withdrawn = { $n ->
    [one] Mae 1 wedi’i adael allan: mae ei ffynhonnell yn dweud i beidio â’i ddefnyddio.
   *[other] Mae { $n } wedi’u gadael allan: mae eu ffynhonnell yn dweud i beidio â’u defnyddio.
}
over-time-left-out-words = { $n ->
    [one] Nid yw 1 yn y llun: nid yw’n rhif.
   *[other] Nid yw { $n } yn y llun: nid ydynt yn rhifau.
}
over-time-left-out-date = { $n ->
    [one] Nid yw 1 yn y llun: nid oes dyddiad llawn.
   *[other] Nid yw { $n } yn y llun: nid oes dyddiad llawn.
}
over-time-left-out-clock = { $n ->
    [one] Nid yw 1 yn y llun: gall cloc y ffôn hwn fod yn anghywir.
   *[other] Nid yw { $n } yn y llun: gall cloc y ffôn hwn fod yn anghywir.
}
