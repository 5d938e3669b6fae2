### Dyddiau, misoedd a faint yn ôl. Years and days of the month come in as text.
### After a number Welsh has the singular, softened after 2 (ddiwrnod, fis, flynedd).

date-weekday-name = { $n ->
    [1] Dydd Llun
    [2] Dydd Mawrth
    [3] Dydd Mercher
    [4] Dydd Iau
    [5] Dydd Gwener
    [6] Dydd Sadwrn
   *[7] Dydd Sul
}
date-month-name = { $n ->
    [1] Ionawr
    [2] Chwefror
    [3] Mawrth
    [4] Ebrill
    [5] Mai
    [6] Mehefin
    [7] Gorffennaf
    [8] Awst
    [9] Medi
    [10] Hydref
    [11] Tachwedd
   *[12] Rhagfyr
}
date-day = { $weekday } { $day } { $month } { $year }
date-full = { $day } { $month } { $year }
date-short = { $day } { $month }
date-month = { $month } { $year }
date-today = heddiw
date-yesterday = ddoe
date-tomorrow = yfory
# Two to six days from now, either way.
date-days-ago = { $n ->
    [two] { $weekday }, { $n } ddiwrnod yn ôl
   *[other] { $weekday }, { $n } diwrnod yn ôl
}
date-in-days = { $n ->
    [two] { $weekday }, ymhen { $n } ddiwrnod
   *[other] { $weekday }, ymhen { $n } diwrnod
}
date-time = { $hour }:{ $minute }
date-at = { $date }, { $time }
date-unlikely = { $date } (efallai fod cloc y ffôn hwn yn anghywir)
date-clock-wrong = efallai fod cloc y ffôn hwn yn anghywir

# Rounded to the nearest, so "tua".
ago-days = { $n ->
    [two] { $n } ddiwrnod yn ôl
   *[other] { $n } diwrnod yn ôl
}
ago-weeks = tua { $n } wythnos yn ôl
ago-months = { $n ->
    [two] tua { $n } fis yn ôl
   *[other] tua { $n } mis yn ôl
}
# 3, 4 and 6 years are "blynedd"; 5, 7 and more have the nasal "mlynedd".
ago-years = { $n ->
    [one] tua { $n } flwyddyn yn ôl
    [two] tua { $n } flynedd yn ôl
    [few] tua { $n } blynedd yn ôl
    [4] tua { $n } blynedd yn ôl
    [many] tua { $n } blynedd yn ôl
   *[other] tua { $n } mlynedd yn ôl
}
