### A picture over time, and the same in words. It says what was answered and when, and judges nothing.

over-time-confidence = Confidence
over-time-importance = Importance

over-time-point = { $value } on { $date }
over-time-point-two = { $first } or { $second } on { $date }
over-time-said = { $what }: { $points }.
over-time-said-unanswered = { $what }: { $points }; { $unanswered }.
over-time-unanswered = { $n ->
    [one] not answered once
   *[other] not answered { $n } times
}
over-time-many = { $n } answers, from { $low } to { $high }. First { $first }. Last { $last }
over-time-nothing = nothing written yet
over-time-gap = { $n ->
    [one] nothing written for 1 week
   *[other] nothing written for { $n } weeks
}

over-time-left-out-withdrawn = { $n ->
    [one] 1 is left out: its source says not to use it.
   *[other] { $n } are left out: their source says not to use them.
}
over-time-left-out-words = { $n ->
    [one] 1 is not in the picture: it is not a number.
   *[other] { $n } are not in the picture: they are not numbers.
}
over-time-left-out-date = { $n ->
    [one] 1 is not in the picture: it has no whole date.
   *[other] { $n } are not in the picture: they have no whole date.
}
over-time-left-out-clock = { $n ->
    [one] 1 is not in the picture: this phone’s clock may be wrong.
   *[other] { $n } are not in the picture: this phone’s clock may be wrong.
}
