### Pwy addawodd beth erbyn pryd. Late is said plainly; nobody is blamed.

promise-title = Addawyd
promise-late-title = Addawyd, ac yn hwyr
promise-by = { $who }, erbyn { $date }
promise-by-me = Fi
promise-no-date = { $who }, dim dyddiad
promise-due-today = i fod heddiw
promise-late = { $n ->
    [one] 1 diwrnod yn hwyr
    [two] { $n } ddiwrnod yn hwyr
   *[other] { $n } diwrnod yn hwyr
}
promise-open = wedi’i addo
promise-asked = gofynnwyd amdano
promise-done = wedi’i wneud
promise-done-on = wedi’i wneud, { $date }
promise-not-available = gofynnwyd amdano, ddim ar gael
promise-not-needed = dim ei angen mwyach
promise-message-not-sent = heb ei anfon
promise-message-sent = anfonwyd, { $date }
promise-message-answered = atebwyd, { $date }
