### Pan fydd rhywbeth yn mynd o’i le: what happened, that nothing was lost, what to do. Never a code alone, never blame.

## What was typed

error-scale-out-of-range = Nid yw’r rhif hwnnw rhwng 1 a 10. Nid yw’ch ateb wedi newid. Dewiswch 1 i 10, neu ei adael yn wag.
error-text-too-long = Mae hwnnw’n hirach na’r hyn all y blwch hwn ei ddal. Does dim wedi’i golli: gwnewch e’n fyrrach neu ychwanegwch nodyn llais.
error-text-control = Mae nodau cudd yn y testun hwnnw na ellir eu cadw. Does dim wedi’i golli. Tynnwch nhw allan, neu teipiwch e eto.
error-date-impossible = Does dim dyddiad o’r fath. Does dim wedi’i golli. Gwiriwch y dydd, y mis a’r flwyddyn.
error-date-unlikely = Mae’r dyddiad hwnnw’n bell iawn i ffwrdd. Does dim wedi’i golli. Gwiriwch y flwyddyn, a chloc y ffôn hwn.

## The plan on this phone

error-store-not-a-store = Nid yw’r ffeil sy’n dal eich cynllun yn edrych fel cynllun. Mae wedi’i chadw fel y mae, a does dim wedi’i ddileu. Gallwch ei rhoi o’r neilltu a defnyddio copi wrth gefn.
error-store-damaged = Mae’r ffeil sy’n dal eich cynllun wedi’i difrodi. Mae wedi’i chadw fel y mae, a does dim wedi’i ddileu. Mae’ch cerdyn argyfwng wedi’i gadw ar wahân iddi. Gallwch roi’r ffeil o’r neilltu a defnyddio copi wrth gefn.
error-store-some-damaged = { $n ->
    [one] Ni ellir darllen 1 cofnod. Mae wedi’i gadw fel y mae, ac mae popeth arall yma. Efallai ei fod mewn copi wrth gefn neu ar ffôn arall o hyd.
    [two] Ni ellir darllen { $n } gofnod. Maen nhw wedi’u cadw fel y maen nhw, ac mae popeth arall yma. Efallai eu bod mewn copi wrth gefn neu ar ffôn arall o hyd.
    [few] Ni ellir darllen { $n } chofnod. Maen nhw wedi’u cadw fel y maen nhw, ac mae popeth arall yma. Efallai eu bod mewn copi wrth gefn neu ar ffôn arall o hyd.
    [many] Ni ellir darllen { $n } chofnod. Maen nhw wedi’u cadw fel y maen nhw, ac mae popeth arall yma. Efallai eu bod mewn copi wrth gefn neu ar ffôn arall o hyd.
   *[other] Ni ellir darllen { $n } cofnod. Maen nhw wedi’u cadw fel y maen nhw, ac mae popeth arall yma. Efallai eu bod mewn copi wrth gefn neu ar ffôn arall o hyd.
}
error-store-busy = Mae’ch cynllun yn brysur gyda rhywbeth arall. Does dim wedi’i golli. Arhoswch eiliad, yna rhowch gynnig arall arni.
error-store-full = Mae’r ffôn hwn yn llawn, felly ni chafodd y newid diwethaf ei gadw. Mae popeth a gadwyd cyn hynny’n ddiogel. Gwnewch le, yna cadwch eto.
error-store-cannot-open = Gwrthododd y ffôn hwn agor y ffeil sy’n dal eich cynllun. Mae wedi’i chadw fel y mae, a does dim wedi’i ddileu. Ailgychwynnwch y ffôn, yna rhowch gynnig arall arni.
error-store-io = Ni allai’r ffôn hwn ddarllen nac ysgrifennu nawr. Efallai na chafodd y newid diwethaf ei gadw. Mae popeth a gadwyd cyn hynny yma o hyd. Rhowch gynnig arall arni, neu ailgychwynnwch y ffôn.
error-store-newer = Hearth mwy newydd ysgrifennodd y cynllun hwn. Does dim wedi newid. Diweddarwch Hearth ar y ffôn hwn, yna agorwch e eto.
error-store-in-use = Mae Hearth ar agor yn rhywle arall ar y ffôn hwn. Does dim wedi’i golli. Caewch e yno, yna rhowch gynnig arall arni.
error-store-rolled-back = Mae gan y ffôn hwn gopi hŷn o’ch cynllun nag o’r blaen. Does dim wedi’i ddileu. Chwiliwch am eiriau sydd ar goll. Efallai eu bod mewn copi wrth gefn neu ar ffôn arall.

## The emergency card

error-card-missing = Does dim cerdyn argyfwng ar y ffôn hwn. Mae’ch cynllun yn ddiogel. Agorwch eich cynllun i wneud y cerdyn.
error-card-unreadable = Ni allai’r ffôn hwn ddarllen y cerdyn. Mae’ch cynllun wedi’i gadw ar wahân iddo ac mae’n ddiogel. Datglowch y ffôn, yna rhowch gynnig arall arni.
error-card-too-large = Mae ffeil y cerdyn yn fwy nag y gall cerdyn fod, felly ni chafodd ei hagor. Mae’ch cynllun yn ddiogel. Agorwch eich cynllun i wneud y cerdyn eto.
error-card-newer = Hearth mwy newydd wnaeth y cerdyn hwn. Does dim wedi newid. Diweddarwch Hearth ar y ffôn hwn.
error-card-not-this = Cerdyn rhywun arall yw hwn, neu cafodd ei newid. Nid yw’n cael ei ddangos, ac mae’ch cynllun yn ddiogel. Agorwch eich cynllun i wneud y cerdyn eto.
error-card-malformed = Mae ffeil y cerdyn wedi’i difrodi. Mae’ch cynllun wedi’i gadw ar wahân iddi ac mae’n ddiogel. Agorwch eich cynllun i wneud y cerdyn eto.

## Backups

error-backup-truncated = Mae’r copi wrth gefn hwn yn gorffen yn rhy gynnar: mae rhan ohono ar goll. Does dim ar y ffôn hwn wedi newid. Copïwch y ffeil yma eto, neu defnyddiwch gopi arall.
error-backup-altered = Mae’r copi wrth gefn hwn wedi’i newid neu ei ddifrodi. Does dim ar y ffôn hwn wedi newid. Defnyddiwch gopi arall ohono.
error-backup-newer = Hearth mwy newydd wnaeth y copi wrth gefn hwn. Does dim wedi newid. Diweddarwch Hearth ar y ffôn hwn, yna rhowch gynnig arall arni.
error-backup-wrong-words = Nid yw’r geiriau hyn yn agor y copi wrth gefn hwn. Does dim wedi newid. Mae copi hŷn yn agor gyda’r geiriau oedd gennych bryd hynny.
error-backup-too-large = Mae’r copi wrth gefn hwn yn fwy nag y gall Hearth ei agor. Does dim wedi newid. Gwiriwch mai hon yw’r ffeil gywir.
error-backup-io = Ni ellid darllen nac ysgrifennu’r copi wrth gefn. Does dim yn eich cynllun wedi newid. Gwiriwch y man lle mae’n cael ei gadw, yna rhowch gynnig arall arni.
error-backup-full = Does dim digon o le i’r copi wrth gefn. Does dim yn eich cynllun wedi newid. Gwnewch le, yna rhowch gynnig arall arni.
error-backup-not-a-backup = Nid copi wrth gefn Hearth yw’r ffeil hon. Does dim wedi newid. Chwiliwch am y ffeil y gwnaethoch ei chadw fel copi wrth gefn.

error-backup-cancelled = Fe wnaethoch ei stopio. Does dim yn eich cynllun wedi newid, ac mae copi wrth gefn hŷn wedi’i gadw. Rhowch gynnig arall arni pan fynnwch.

## From your other phone

error-bundle-gap = Mae rhan gynharach o’r ffôn arall ar goll. Does dim wedi’i golli: mae’r ddau ffôn yn cadw eu geiriau. Anfonwch bopeth o’r ffôn arall eto.
error-bundle-other-plan = Daeth hwn o gynllun arall, felly ni chafodd ei ychwanegu. Does dim wedi newid. Gwiriwch fod yr un cynllun ar y ddau ffôn.
error-bundle-signature = Nid yw’n sicr mai o’ch ffôn arall y daeth hwn. Ni chafodd ei ychwanegu, a does dim wedi newid. Anfonwch e eto o’r ffôn hwnnw.
error-bundle-fork = Mae’n edrych fel petai’r ffôn arall wedi mynd yn ôl i hen gopi. Does dim yma wedi newid. Agorwch Hearth ar y ffôn hwnnw, yna anfonwch bopeth eto.
error-bundle-too-large = Roedd hwnnw’n ormod i’w dderbyn ar unwaith. Does dim wedi newid. Anfonwch e eto mewn rhannau llai.
error-bundle-newer = Hearth mwy newydd anfonodd hwn. Mae wedi’i roi o’r neilltu, a does dim wedi’i golli. Diweddarwch Hearth ar y ffôn hwn i’w ychwanegu.
error-bundle-other-keys = Mae gan y ddau ffôn allweddi gwahanol i’ch cynllun. Does dim wedi newid. Agorwch Hearth ar y ddau ffôn, yna anfonwch e eto.
error-bundle-removed-phone = Daeth hwn o ffôn a gafodd ei dynnu o’ch cynllun. Ni chafodd ei ychwanegu, a does dim wedi newid. Defnyddiwch ffôn sy’n dal ar y rhestr.
error-bundle-not-a-bundle = Nid o’ch ffôn arall y daeth y ffeil hon. Does dim wedi newid. Chwiliwch am y ffeil a wnaeth Hearth yno.
error-bundle-went-back = Aeth y ffôn hwn yn ôl i gopi hŷn, ac ysgrifennwyd geiriau yma wedyn. Does dim wedi newid: mae’r ddau ffôn yn cadw eu geiriau. Copïwch yr hyn a ysgrifennoch yma i’r ffôn arall. Yna gosodwch y ffôn hwn eto.
error-phone-this-one = Hwn yw’r ffôn yn eich llaw. Does dim wedi newid. Defnyddiwch ffôn arall sydd gennych i’w dynnu.
error-bundle-malformed = Ni ellir darllen yr hyn a ddaeth o’r ffôn arall. Does dim wedi newid. Anfonwch e eto.

## Photos and voice notes

error-attachment-too-large = Mae’r ffeil honno’n rhy fawr i’w chadw. Does dim yn eich cynllun wedi newid. Dewiswch lun llai neu nodyn llais byrrach.
error-attachment-too-many = Mae’ch cynllun yn dal cymaint o luniau a nodiadau llais ag y gall. Does dim yn eich cynllun wedi newid. Dilëwch un nad oes ei angen arnoch, yna rhowch gynnig arall arni.
error-attachment-not-here = Nid yw’r llun neu’r nodyn llais hwn ar y ffôn hwn eto. Does dim wedi’i golli. Agorwch Hearth ar y ffôn lle cafodd ei ychwanegu, yna rhowch gynnig arall arni.
error-attachment-damaged = Ni ellir darllen y llun neu’r nodyn llais hwn. Mae wedi’i gadw fel y mae, ac mae popeth arall yma. Efallai ei fod mewn copi wrth gefn neu ar ffôn arall o hyd.
error-attachment-kind = Ni all Hearth gadw’r math hwnnw o ffeil. Does dim yn eich cynllun wedi newid. Defnyddiwch lun neu nodyn llais.

## Results

error-fhir-unreadable = Daeth canlyniad na all Hearth ei ddarllen. Nid yw’ch geiriau chi wedi newid, a does dim wedi’i golli. Gofynnwch i’ch meddygfa beth mae’n ei ddweud.
error-fhir-not-a-result = Daeth rhywbeth nad yw’n ganlyniad. Nid yw’ch geiriau chi wedi newid. Gofynnwch i’ch meddygfa beth yw e.
error-fhir-too-large = Daeth canlyniad sy’n rhy fawr i’w agor. Nid yw’ch geiriau chi wedi newid, a does dim wedi’i golli. Gofynnwch i’ch meddygfa beth mae’n ei ddweud.
error-fhir-not-safe-to-show = Daeth canlyniad gyda nodyn nad yw Hearth yn ei adnabod. Nid yw’n cael ei ddangos, gan y gall y nodyn newid ei ystyr. Nid yw’ch geiriau chi wedi newid. Gofynnwch i’ch meddygfa beth mae’n ei ddweud.

## Anything else

error-fault = Aeth rhywbeth o’i le yn Hearth ei hun. Mae’r hyn a gadwoch cyn hynny’n ddiogel. Caewch Hearth, agorwch e, yna rhowch gynnig arall arni.
error-not-found = Nid yw hwnnw yn eich cynllun mwyach. Does dim wedi’i golli. Edrychwch yn Hanes.
error-wrong-field = Ni ellir cadw hwnnw yma. Does dim wedi newid. Ewch yn ôl, yna rhowch gynnig arall arni.
error-not-a-number = Nid rhif yw hwnnw. Does dim wedi’i golli. Teipiwch e fel y mae ar y mesurydd, fel 72.5.
error-number-unlikely = Mae gormod o ddigidau yn y rhif hwnnw. Does dim wedi’i golli. Teipiwch e fel y mae ar y mesurydd, fel 72.5.
error-no-authority = Does dim yn y cynllun hwn yn dweud y cânt ysgrifennu drosoch. Does dim wedi newid. Edrychwch o dan Pobl.
error-no-name = Mae ar Hearth angen enw i’ch galw wrtho. Nid yw’n gofyn am ddim arall. Teipiwch unrhyw enw yr hoffech.
error-card-full = Does dim lle i hwn ar y cerdyn argyfwng. Does dim wedi’i golli, ac mae’r cerdyn hŷn wedi’i gadw. Tynnwch linell oddi ar y cerdyn, neu gwnewch un yn fyrrach.
error-not-yours = Eich meddygfa ysgrifennodd hwn, felly ni ellir ei ddileu yma. Does dim wedi newid. Gofynnwch i’ch meddygfa.
error-card-not-made = Ni ellid gwneud y cerdyn argyfwng. Mae’ch cynllun yn ddiogel, ac mae’r cerdyn hŷn wedi’i gadw. Rhowch gynnig arall arni.
error-store-missing = Does dim cynllun yn y lle hwn eto. Does dim wedi newid. Dechreuwch un, neu defnyddiwch gopi wrth gefn.
error-store-already-here = Mae cynllun yma’n barod. Does dim ynddo wedi newid. Agorwch y cynllun hwnnw, neu dewiswch le arall.
error-store-changed-outside = Newidiodd rhywbeth heblaw Hearth ffeil eich cynllun. Mae’r hyn y gellir ei ddarllen yma o hyd. Efallai fod y gweddill mewn copi wrth gefn neu ar ffôn arall. Chwiliwch am eiriau sydd ar goll.
