### Y cynllun ar ffurf y PRSB: beth ddaeth o ffeil, beth sy’n mynd i un, a beth na allai.

prsb-from = O: { $name }
prsb-from-on = O: { $name }, { $date }
prsb-file-suggests = Mae { $name } yn awgrymu newid
prsb-agreed = Cytunwyd, yn ôl y ffeil { $file }: { $name }
prsb-not-agreed = Heb ei gytuno: { $name }
prsb-review-of-plan = Cynllun arall: { $name }

prsb-out-decision = Penderfyniad clinigydd: mae eich cynllun yn dweud dim ond bod y ffurflen yn bod a ble mae hi.
prsb-out-judgement = Canfyddiad clinigydd: yn eu cofnod nhw mae ei le.
prsb-out-dose = Sut mae meddyginiaethau’n cael eu harchebu a’u rhoi: nid yw eich cynllun yn cadw dosau.
prsb-out-register = Nodyn gan wasanaeth i’w staff ei hun.
prsb-out-after-death = Beth sy’n cael ei ysgrifennu ar ôl marwolaeth.
prsb-out-files = Rhestr ffeiliau system arall.

prsb-taken-new = { $n ->
    [one] Cafodd 1 cofnod ei ychwanegu. Mae wedi’i nodi “O: { $file }”.
    [two] Cafodd 2 gofnod eu hychwanegu. Maen nhw wedi’u nodi “O: { $file }”.
    [few] Cafodd 3 chofnod eu hychwanegu. Maen nhw wedi’u nodi “O: { $file }”.
    [many] Cafodd 6 chofnod eu hychwanegu. Maen nhw wedi’u nodi “O: { $file }”.
   *[other] Cafodd { $n } cofnod eu hychwanegu. Maen nhw wedi’u nodi “O: { $file }”.
}
prsb-taken-nothing = Nid oedd dim byd newydd yn y ffeil hon: { $file }.
prsb-taken-suggested = { $n ->
    [one] Mewn 1 lle mae gennych eich geiriau eich hun. Mae’r hyn y mae { $file } yn ei ddweud yn aros wrth eu hymyl.
    [two] Mewn 2 le mae gennych eich geiriau eich hun. Mae’r hyn y mae { $file } yn ei ddweud yn aros wrth eu hymyl.
   *[other] Mewn { $n } lle mae gennych eich geiriau eich hun. Mae’r hyn y mae { $file } yn ei ddweud yn aros wrth eu hymyl.
}
prsb-taken-kept = { $n ->
    [one] Ni ellir dangos 1 rhan yma. Mae’n cael ei chadw fel y daeth, ac yn mynd gyda’ch cynllun pan fyddwch yn ei anfon.
    [two] Ni ellir dangos 2 ran yma. Maen nhw’n cael eu cadw fel y daethon nhw, ac yn mynd gyda’ch cynllun pan fyddwch yn ei anfon.
   *[other] Ni ellir dangos { $n } rhan yma. Maen nhw’n cael eu cadw fel y daethon nhw, ac yn mynd gyda’ch cynllun pan fyddwch yn ei anfon.
}
prsb-taken-left-out = { $n ->
    [one] Cafodd 1 rhan ei gadael allan. Mae’n dal yn y ffeil sydd gennych.
    [two] Cafodd 2 ran eu gadael allan. Maen nhw’n dal yn y ffeil sydd gennych.
   *[other] Cafodd { $n } rhan eu gadael allan. Maen nhw’n dal yn y ffeil sydd gennych.
}
prsb-taken-older = { $n ->
    [one] Nid yw 1 cofnod o ffeil gynharach ({ $file }) yn yr un yma. Mae’n dal yma: gwelwch a yw’n dal yn wir.
    [two] Nid yw 2 gofnod o ffeil gynharach ({ $file }) yn yr un yma. Maen nhw’n dal yma: gwelwch a ydyn nhw’n dal yn wir.
    [few] Nid yw 3 chofnod o ffeil gynharach ({ $file }) yn yr un yma. Maen nhw’n dal yma: gwelwch a ydyn nhw’n dal yn wir.
    [many] Nid yw 6 chofnod o ffeil gynharach ({ $file }) yn yr un yma. Maen nhw’n dal yma: gwelwch a ydyn nhw’n dal yn wir.
   *[other] Nid yw { $n } cofnod o ffeil gynharach ({ $file }) yn yr un yma. Maen nhw’n dal yma: gwelwch a ydyn nhw’n dal yn wir.
}
prsb-more = { $n ->
    [one] 1 llinell arall fel y rhain.
    [two] 2 linell arall fel y rhain.
   *[other] { $n } llinell arall fel y rhain.
}

prsb-note-again = { $place }: mae mwy nag un, ac mae lle i un yma. Mae’r lleill yn cael eu cadw fel y daethon nhw, heb eu dangos.
prsb-note-code = { $place }: nid yw hwn yn god y gellir ei ddarllen yma. Mae’n cael ei gadw fel y daeth, heb ei ddangos.
prsb-note-control = { $place }: roedd nodau cudd ynddo. Maen nhw’n cael eu dangos fel �.
prsb-note-date = { $place }: nid yw hwn yn ddyddiad y gellir ei ddarllen yma. Mae’n cael ei gadw fel y daeth, heb ei ddangos.
prsb-note-file = { $place }: nid yw hwn yn llun nac yn nodyn llais y gellir ei ddangos yma. Mae’n cael ei gadw fel y daeth, os yw’n fach.
prsb-note-long = { $place }: mae hwn yn hirach nag y gellir ei ddangos yma.
prsb-note-made = Ni all dyddiad y ffeil ei hun fod yn gywir, felly nid yw’n cael ei ddefnyddio.
prsb-note-many = { $place }: mae mwy na { $n }. Ni ddarllenwyd y gweddill.
prsb-note-not-kept = { $place }: mae hwn yn ormod i’w gadw, felly ni chafodd ei gymryd i mewn. Mae’n dal yn y ffeil sydd gennych.
prsb-note-out = { $place }: wedi’i adael allan. { $why }
prsb-note-scale = { $place }: nid yw hwn yn rhif cyfan o 1 i 10. Mae’n cael ei gadw fel y daeth, heb ei ddangos.
prsb-note-suggested = { $place }: mae gennych eich geiriau eich hun yma. Mae’r hyn y mae’r ffeil yn ei ddweud yn aros wrth eu hymyl.
prsb-note-twice = { $place }: mae hwn yn y ffeil ddwywaith. Darllenwyd y ddau.
prsb-note-type = { $place }: nid hyn ddylai fod yma. Mae’n cael ei gadw fel y daeth, heb ei ddangos.
prsb-note-unknown = { $place }: nid yw’r rhan hon yn hysbys yma. Mae’n cael ei chadw fel y daeth, heb ei dangos.

prsb-check-choice = { $place }: eich dewis chi sy’n cael ei anfon, nid gair y cofnod.
prsb-check-file = { $place }: mae’r llun neu’r nodyn llais yn rhy fawr i fynd gydag ef, neu nid yw ar y ffôn hwn. Nid yw’n cael ei anfon.
prsb-check-form = { $place }: nid yw hwn ar ffurf y PRSB. Mae’n cael ei anfon fel y mae.
prsb-check-long = { $place }: mae gan y PRSB le i { $most } o lythrennau. Mae gan eich un chi { $found }, ac mae’r cyfan yn cael ei anfon.
prsb-check-missing = { $place }: mae’r PRSB yn gofyn am hwn. Nid oes gan eich cynllun ddim yma, ac mae’n mynd hebddo.
prsb-check-newer = { $place }: ysgrifennodd Hearth mwy newydd rywbeth yma. Nid yw’n cael ei anfon.
prsb-check-orders = { $place }: mae dwy drefn yma. Mae un ohonyn nhw’n cael ei hanfon.
prsb-check-original = { $place }: daeth hwn drwy gyfieithydd. Nid yw’r geiriau fel y’u dywedwyd gyntaf yn cael eu hanfon.
prsb-check-several = { $place }: mae gan y PRSB le i un. Mae gennych { $n }, ac mae pob un yn cael ei anfon.
prsb-check-versions = { $place }: mae dwy fersiwn yma. Mae’r ddwy’n cael eu hanfon.
prsb-left-only-me = { $n ->
    [one] Mae 1 cofnod wedi’i nodi “dim ond fi”. Nid yw’n cael ei anfon.
    [two] Mae 2 gofnod wedi’u nodi “dim ond fi”. Nid ydyn nhw’n cael eu hanfon.
    [few] Mae 3 chofnod wedi’u nodi “dim ond fi”. Nid ydyn nhw’n cael eu hanfon.
    [many] Mae 6 chofnod wedi’u nodi “dim ond fi”. Nid ydyn nhw’n cael eu hanfon.
   *[other] Mae { $n } cofnod wedi’u nodi “dim ond fi”. Nid ydyn nhw’n cael eu hanfon.
}
prsb-left-delicate = { $n ->
    [one] Nid yw 1 ateb am hwyliau yn cael ei anfon.
    [two] Nid yw 2 ateb am hwyliau yn cael eu hanfon.
   *[other] Nid yw { $n } ateb am hwyliau yn cael eu hanfon.
}
prsb-left-waiting = { $n ->
    [one] Mae 1 awgrym yn aros amdanoch. Nid eich un chi yw eto, ac nid yw’n cael ei anfon.
    [two] Mae 2 awgrym yn aros amdanoch. Nid eich rhai chi ydyn nhw eto, ac nid ydyn nhw’n cael eu hanfon.
   *[other] Mae { $n } awgrym yn aros amdanoch. Nid eich rhai chi ydyn nhw eto, ac nid ydyn nhw’n cael eu hanfon.
}

error-prsb-too-large = Mae’r ffeil honno’n fwy nag y gall Hearth ei chymryd i mewn. Nid oes dim wedi newid. Gwiriwch mai hon yw’r ffeil gywir.
error-prsb-unreadable = Ni ellir darllen y ffeil honno. Nid oes dim wedi newid. Gofynnwch i bwy bynnag a’i gwnaeth ei hanfon eto.
error-prsb-other-person = Mae gan y ffeil honno ddyddiad geni neu rif GIG arall i’ch cynllun chi. Nid oes dim wedi newid. Gwiriwch mai eich ffeil chi yw hi. Os yw eich un chi’n anghywir yma, cywirwch ef, yna rhowch gynnig arall arni.
error-prsb-not-a-plan = Nid yw’r ffeil honno’n gynllun ar ffurf y PRSB. Nid oes dim wedi newid. Chwiliwch am y ffeil gywir.

choice-reach-way-telephone = ffôn
choice-reach-way-email = ebost
choice-reach-way-other = ffordd arall
choice-recorder-part-performed = a’i gwnaeth
choice-recorder-part-completed = a’i hysgrifennodd
choice-recorder-part-reviews = sy’n edrych arno eto
choice-support-plan-sort-additional = cynllun arall
choice-support-plan-sort-end-of-life = cynllun ar gyfer diwedd oes
choice-passed-list-care-plan = cynllun gofal a chymorth
choice-passed-list-about-me = amdanaf i
choice-passed-list-end-of-life = gofal diwedd oes
choice-passed-why-unknown = ddim yn hysbys yma
choice-passed-why-again = un arall
choice-passed-why-unread = ni ellir ei ddarllen
choice-requirement-sort-adjustment = newid sy’n fy helpu
choice-requirement-sort-impairment = nam
choice-requirement-sort-cognition = meddwl a chofio
choice-requirement-sort-mobility = symud o gwmpas
choice-requirement-sort-other = rhywbeth arall
choice-requirement-sort-money = help gydag arian
choice-lpa-sort-health = iechyd a lles
choice-lpa-sort-money = eiddo ac arian
choice-person-listed-personal = teulu a ffrindiau
choice-person-listed-professional = tîm gofal
choice-person-listed-to-call = dim ond mewn cynllun pan fyddaf yn sâl
