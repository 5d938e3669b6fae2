### Yr un fath â’r feddygfa. $date is already in words.

practice-begun = Dechreuwyd cyswllt. Ewch yn ôl i’ch porwr i’w orffen, neu dechreuwch eto.
practice-linked = Wedi’i gysylltu â { $name }, { $date }
practice-in-step = Yn gyson ddiwethaf: { $date }
practice-never = Does dim byd wedi mynd i’ch meddygfa eto.
practice-nothing-new = Yn gyson â { $name }. Dim byd newydd.
practice-suggested = { $n ->
    [one] Mae { $name } yn awgrymu 1 newid. Mae’ch geiriau chi’n aros nes i chi ddweud.
   *[other] Mae { $name } yn awgrymu { $n } newid. Mae’ch geiriau chi’n aros nes i chi ddweud.
}
practice-received = { $n ->
    [one] Daeth 1 peth newydd o: { $name }
   *[other] Daeth { $n } peth newydd o: { $name }
}
practice-sent = { $n ->
    [one] Aeth 1 cofnod at: { $name }
   *[other] Aeth { $n } cofnod at: { $name }
}
practice-withdrawn = { $n ->
    [one] Tynnwyd 1 cofnod yn ôl o: { $name }
   *[other] Tynnwyd { $n } cofnod yn ôl o: { $name }
}
practice-gone-count = { $n ->
    [one] Nid yw 1 o’ch cofnodion gan { $name } mwyach. Mae’ch geiriau yma o hyd.
   *[other] Nid yw { $n } o’ch cofnodion gan { $name } mwyach. Mae’ch geiriau yma o hyd.
}
practice-refused-count = { $n ->
    [one] Ni chymerodd { $name } 1 o’ch cofnodion. Mae’ch geiriau yma o hyd.
   *[other] Ni chymerodd { $name } { $n } o’ch cofnodion. Mae’ch geiriau yma o hyd.
}
practice-gone = Nid yw hwn gan eich meddygfa mwyach. Mae’ch geiriau yma o hyd. Gallwch ei anfon eto.
practice-refused = Ni chymerodd eich meddygfa hwn. Mae’ch geiriau yma o hyd. Gallwch ei newid, neu ei anfon eto.
practice-vanished = { $n ->
    [one] Nid yw 1 peth a anfonodd eich meddygfa yno mwyach. Mae yma o hyd.
   *[other] Nid yw { $n } peth a anfonodd eich meddygfa yno mwyach. Maen nhw yma o hyd.
}
practice-no-goals = Nid yw’r cyswllt hwn yn gadael i Hearth anfon eich nodau.
practice-no-plans = Nid yw’r cyswllt hwn yn gadael i Hearth anfon eich cynlluniau.
practice-no-results = Nid yw’r cyswllt hwn yn gadael i Hearth nôl eich canlyniadau.
practice-no-medicines = Nid yw’r cyswllt hwn yn gadael i Hearth nôl eich meddyginiaethau.
practice-unlinked = Mae’r cyswllt â { $name } wedi dod i ben. Mae’ch geiriau i gyd yma o hyd. Mae’r hyn a anfonoch o’r blaen yn aros gyda nhw.
practice-unlinked-untold = Mae’r cyswllt â { $name } wedi dod i ben ar y ffôn hwn. Ni ellid dweud wrthynt nawr. Mae’ch geiriau i gyd yma o hyd. Mae’r hyn a anfonoch o’r blaen yn aros gyda nhw.

## Pan nad yw’n mynd yn dda

error-practice-not-linked = Nid yw’r cynllun hwn wedi’i gysylltu â meddygfa. Does dim wedi’i golli: mae popeth arall yn gweithio. Gofynnwch i’ch meddygfa os ydych chi eisiau cyswllt.
error-practice-link-again = Mae’r cyswllt â’ch meddygfa wedi dod i ben. Does dim wedi’i golli: mae’ch geiriau yma o hyd. Gwnewch y cyswllt eto.
error-practice-linked-elsewhere = Mae’r cynllun hwn wedi’i gysylltu â meddygfa arall, neu â chofnod arall. Does dim wedi newid. Caewch y cyswllt hwnnw’n gyntaf.
error-practice-other-person = Mae’n ymddangos mai cofnod rhywun arall sydd yn y feddygfa, neu ei fod wedi’i gau. Does dim wedi newid yma, ac nid anfonwyd dim. Gofynnwch i’ch meddygfa.
error-practice-runs = Mae Hearth yn cysoni â’ch meddygfa’n barod. Does dim wedi’i golli. Arhoswch funud.
error-practice-no-connection = Ni ellir cyrraedd eich meddygfa nawr. Does dim wedi’i golli: mae’ch geiriau yma o hyd. Arhoswch: mae Hearth yn rhoi cynnig arall arni.
error-practice-slow = Cymerodd eich meddygfa ormod o amser i ateb. Does dim wedi’i golli: mae’ch geiriau yma o hyd. Arhoswch: mae Hearth yn rhoi cynnig arall arni.
error-practice-busy = Mae’ch meddygfa’n brysur nawr. Does dim wedi’i golli: mae’ch geiriau yma o hyd. Arhoswch: mae Hearth yn rhoi cynnig arall arni.
error-practice-not-proven = Nid yw’n sicr mai’ch meddygfa yw hon, felly nid anfonwyd dim. Does dim wedi’i golli. Rhowch gynnig arall arni ar rwydwaith arall.
error-practice-elsewhere = Ceisiodd cyfrifiadur eich meddygfa anfon Hearth i rywle arall. Nid anfonwyd dim yno, a does dim wedi’i golli. Gofynnwch i’ch meddygfa amdano.
error-practice-too-much = Anfonodd eich meddygfa fwy nag y gall Hearth ei gymryd. Does dim wedi’i golli: mae’ch geiriau yma o hyd. Gofynnwch i’ch meddygfa amdano.
error-practice-not-allowed = Nid yw’r cyswllt hwn yn gadael i Hearth wneud hynny. Does dim wedi’i golli: mae’ch geiriau yma o hyd. Gwnewch y cyswllt eto a’i ganiatáu.
error-practice-unreadable = Rhoddodd cyfrifiadur eich meddygfa ateb na all Hearth ei ddarllen. Does dim wedi’i golli: mae’ch geiriau yma o hyd. Arhoswch: mae Hearth yn rhoi cynnig arall arni.
error-practice-stopped = Stopiwyd cyn y diwedd. Does dim wedi’i golli: mae’r hyn a wnaed yma o hyd. Rhowch gynnig arall arni pan fynnwch.
error-practice-address = Nid yw hwnnw’n gyfeiriad diogel ar gyfer meddygfa. Does dim wedi newid. Gwiriwch ef, yna rhowch gynnig arall arni.
error-practice-cannot-link = Nid yw cyfrifiadur eich meddygfa’n cynnig cyswllt y gall Hearth ei ddefnyddio. Does dim wedi newid. Gofynnwch i’ch meddygfa.
error-practice-not-asked = Ni ddaeth yr ateb hwnnw o’r hyn a ofynnodd y ffôn hwn. Does dim wedi newid. Gwnewch y cyswllt eto.
error-practice-refused-link = Ni chaniatawyd y cyswllt. Does dim wedi newid. Rhowch gynnig arall arni pan fynnwch.
error-practice-no-patient = Ni ddywedodd eich meddygfa gofnod pwy yw hwn, felly does dim cyswllt. Does dim wedi newid. Gofynnwch i’ch meddygfa.

## Ffeil o feddygfa

paper-suggested = { $n ->
    [one] Mae’r ffeil yn awgrymu 1 newid. Mae’ch geiriau chi’n aros nes i chi ddweud.
   *[other] Mae’r ffeil yn awgrymu newidiadau: { $n }. Mae’ch geiriau chi’n aros nes i chi ddweud.
}
paper-received = { $n ->
    [one] Daeth 1 peth newydd gyda’r ffeil
   *[other] Daeth pethau newydd gyda’r ffeil: { $n }
}
paper-left-out = { $n ->
    [one] Ni ellir darllen 1 peth yn y ffeil, a gadawyd ef allan. Does dim wedi’i golli.
   *[other] Ni ellir darllen rhai pethau yn y ffeil, a gadawyd nhw allan: { $n }. Does dim wedi’i golli.
}
paper-nothing-new = Does dim byd newydd yn y ffeil hon. Does dim wedi newid.
error-paper-other-person = Mae’n ymddangos bod y ffeil hon am rywun arall, neu am gofnod a gaewyd. Ni chymerwyd dim ohoni i mewn, a does dim wedi newid. Gofynnwch i bwy bynnag a’i rhoddodd i chi.
error-paper-not-proven = Ni all Hearth ddweud bod y ffeil hon amdanoch chi. Ni chymerwyd dim ohoni i mewn, a does dim wedi newid. Ysgrifennwch eich rhif GIG yn eich cynllun a rhowch gynnig arall arni, neu gofynnwch i bwy bynnag a’i rhoddodd i chi.
error-paper-not-a-bundle = Nid ffeil o gofnod gofal y gall Hearth ei chymryd i mewn yw hon. Does dim wedi newid. Gofynnwch am ddogfen FHIR.
error-paper-too-large = Mae’r ffeil hon yn rhy fawr i’w chymryd i mewn. Does dim wedi newid. Gofynnwch am un lai.
error-paper-unreadable = Ni all Hearth ddarllen y ffeil hon. Does dim wedi newid. Gofynnwch amdani unwaith eto.
