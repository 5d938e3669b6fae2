### Days, months and how long ago. Years and days of the month come in as text.

date-weekday-name = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-month-name = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-day = { $weekday } { $day } { $month } { $year }
date-full = { $day } { $month } { $year }
date-short = { $day } { $month }
date-month = { $month } { $year }
date-today = today
date-yesterday = yesterday
date-tomorrow = tomorrow
# Two to six days from now, either way.
date-days-ago = { $weekday }, { $n } days ago
date-in-days = { $weekday }, in { $n } days
date-time = { $hour }:{ $minute }
date-at = { $date }, { $time }
date-unlikely = { $date } (this phone’s clock may be wrong)
date-clock-wrong = this phone’s clock may be wrong

# Rounded to the nearest, so "about".
ago-days = { $n } days ago
ago-weeks = about { $n } weeks ago
ago-months = about { $n } months ago
ago-years = about { $n } years ago
