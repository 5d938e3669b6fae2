### Who promised what by when. Late is said plainly; nobody is blamed.

promise-title = Promised
promise-late-title = Promised, and late
promise-by = { $who }, by { $date }
# Where the person promised it themselves: "I, by 2 November".
promise-by-me = I
promise-no-date = { $who }, no date given
promise-due-today = due today
promise-late = { $n ->
    [one] 1 day late
   *[other] { $n } days late
}
promise-open = promised
promise-asked = asked for
promise-done = done
promise-done-on = done, { $date }
promise-not-available = asked for, not available
promise-not-needed = not needed any more
promise-message-not-sent = not sent
promise-message-sent = sent, { $date }
promise-message-answered = answered, { $date }
