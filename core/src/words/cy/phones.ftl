### Ffonau’r person ei hun, a beth maen nhw’n ei roi i’w gilydd. $date is already in words.

phones-joined = Ymunodd ffôn: { $name }, { $date }
phones-new = { $n ->
    [one] Daeth 1 newid o: { $name }
   *[other] Daeth { $n } newid o: { $name }
}
phones-nothing-new = Does dim byd newydd o: { $name }. Roedd y cyfan yma’n barod.
phones-was-here = Roedd hwn yma’n barod. Does dim wedi newid.
phones-went-back = Roedd gan y ffôn hwn gopi hŷn o’ch cynllun. Mae’r hyn a oedd ar { $name } yma nawr. Chwiliwch am eiriau sydd ar goll.
phones-removed = Tynnwyd, { $date }. Ni ellir galw’n ôl yr hyn sydd gan y ffôn hwnnw’n barod.
phones-your-other = eich ffôn arall
