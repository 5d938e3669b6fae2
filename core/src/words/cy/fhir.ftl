### Yr hyn mae Hearth ei hun yn ei ddweud yn yr hyn mae’n ei anfon i bractis, ac yn nogfen y cynllun cyfan.

fhir-plan-title = Cynllun gofal a chymorth
fhir-team-title = Pobl yn fy mywyd a’m gofal
fhir-flag = Mae ganddyn nhw gynllun ar gyfer pan fyddan nhw’n sâl. Edrychwch arno, os gwelwch yn dda.
fhir-two-orders = Mae dwy drefn o’r rhain yn cael eu cadw. Does neb wedi dewis un eto.
fhir-versions = { $n ->
    [two] Mae 2 fersiwn yn cael eu cadw nes bod un yn cael ei ddewis:
   *[other] Mae { $n } fersiwn yn cael eu cadw nes bod un yn cael ei ddewis:
}

# The document of the whole plan.
fhir-made = Copi, gwnaed { $date }
fhir-note = Y person sy’n cadw’r cynllun hwn ac a ddewisodd beth sydd ynddo. Gall rhai pethau fod wedi’u gadael allan. Nid gorchymyn meddygol yw hwn. Gwiriwch ef gyda nhw, os gwelwch yn dda.
fhir-too-long = { $n ->
    [one] Mae 1 cofnod yma mewn geiriau yn unig. Mae’n rhy hir i’w anfon fel data.
    [two] Mae 2 gofnod yma mewn geiriau yn unig. Maen nhw’n rhy hir i’w hanfon fel data.
   *[other] Mae { $n } cofnod yma mewn geiriau yn unig. Maen nhw’n rhy hir i’w hanfon fel data.
}
fhir-no-words = (dim geiriau eto)
fhir-medicines-note = Fel yr ysgrifennodd y person nhw. Nid rhestr i roi presgripsiwn ohoni yw hon.
fhir-medicines-checked = Gwiriwyd ddiwethaf
fhir-by-person = y person, { $date }
fhir-by-behalf = ar eu rhan, gan { $name }, { $date }
fhir-by-guest = { $name }, { $role }, ar ffôn y person, { $date }
fhir-by-practice = eu practis, { $date }
fhir-interpreted = drwy gyfieithydd, { $name }, { $date }, o { $language }: { $text }

fhir-section-alerts = Yn gyntaf
fhir-section-about = Amdana i
fhir-section-plan = Beth sy’n bwysig, a beth rwy’n ei wneud
fhir-section-unwell = Pan fydda i’n sâl
fhir-section-ahead = Edrych ymlaen
fhir-section-conditions = Yr hyn rwy’n byw gydag e
fhir-section-allergies = Alergeddau
fhir-section-medicines = Meddyginiaethau allweddol
fhir-section-readings = Yr hyn a fesurais i
fhir-section-people = Pobl yn fy mywyd a’m gofal

fhir-part-strength = Yr hyn rwy’n dda ynddo, ac y galla i ddibynnu arno
fhir-part-need = Yr hyn sydd ei angen arna i, ac sy’n fy mhoeni
fhir-part-goal = Fy nodau a’m gobeithion
fhir-part-action = Yr hyn rwy’n mynd i’w wneud
fhir-part-stage = Camau ar y ffordd
fhir-part-checkin = Sut aeth hi
fhir-part-promise = Addawyd
fhir-part-request = Cymorth y gofynnais amdano
fhir-part-sign = Fy arwyddion rhybudd cynnar
fhir-part-step = Beth i’w wneud, yn eu trefn
fhir-part-coping = Beth sy’n fy helpu i ymdopi
fhir-part-kept = Meddyginiaethau ac offer, a ble maen nhw
fhir-part-person = Pwy i’w ffonio, yn eu trefn
fhir-part-unwell = Fy nghynlluniau ar gyfer pan fydda i’n sâl
fhir-part-use = Adegau pan ddefnyddiwyd y cynllun

fhir-label-goal-importance = Pa mor bwysig, 1 i 10
fhir-label-goal-status = Sut mae’n sefyll
fhir-label-goal-outcome = Beth ddaeth ohono
fhir-label-goal-review = Edrych arno eto
fhir-label-action-who = Pwy
fhir-label-action-when = Pryd
fhir-label-action-repeats = Pa mor aml
fhir-label-action-barrier = Beth allai fy rhwystro
fhir-label-action-strategy = Beth alla i ei wneud am hynny
fhir-label-action-confidence = Pa mor siŵr ydw i y galla i, 1 i 10
fhir-label-action-would-help = Beth fyddai’n helpu
fhir-label-action-status = Sut mae’n sefyll
fhir-label-action-review = Edrych arno eto
fhir-label-stage-status = Sut mae’n sefyll
fhir-label-stage-outcome = Beth ddaeth ohono
fhir-label-checkin-at = Pryd
fhir-label-checkin-confidence = Pa mor siŵr ydw i nawr, 1 i 10
fhir-label-unwell-trigger = Beth sy’n ei ddechrau
fhir-label-unwell-review = Edrych arno eto
fhir-label-unwell-review-by = Pwy sy’n edrych arno gyda fi
fhir-label-sign-zone = Parth
fhir-label-step-zone = Parth
fhir-label-coping-from = O
fhir-label-coping-until = Hyd
fhir-label-kept-place = Ble mae e
fhir-label-use-at = Pryd
fhir-label-promise-who = Pwy
fhir-label-promise-by = Erbyn
fhir-label-promise-state = Sut mae’n sefyll
fhir-label-promise-said = Dywedwyd ar
fhir-label-promise-note = Beth ddaeth ohono
fhir-label-request-item = O’r fwydlen
fhir-label-request-of = Gofynnwyd i
fhir-label-request-on = Gofynnwyd ar
fhir-label-request-state = Sut mae’n sefyll
fhir-label-request-note = Beth ddaeth ohono
fhir-label-person-relation = Pwy ydyn nhw i mi
fhir-label-person-role = Eu gwaith
fhir-label-person-organisation = Ble maen nhw’n gweithio
fhir-label-person-number = Rhif
fhir-label-person-key-worker = Fy ngweithiwr allweddol
fhir-label-person-carer = Yn gofalu amdana i
fhir-label-person-interpreter = Yn cyfieithu i mi
fhir-label-person-comments = Gwerth gwybod
fhir-label-person-since = Ers
fhir-label-person-until = Hyd
fhir-label-condition-since = Ers
fhir-label-allergy-reaction = Beth ddigwyddodd
fhir-label-allergy-since = Ers
fhir-label-medicine-why = Ar gyfer beth mae e
fhir-label-form-name = Ei enw
fhir-label-form-dated = Dyddiedig
fhir-label-form-place = Ble mae’r gwreiddiol
fhir-label-preference-words = Yn fy ngeiriau i
fhir-label-preference-dated = Dywedwyd ar
fhir-label-reading-other = Ei enw
fhir-label-reading-value = Rhif
fhir-label-reading-second = Ail rif
fhir-label-reading-unit = Uned
fhir-label-reading-at = Pryd
fhir-label-reading-note = Gwerth gwybod
fhir-label-about-on = Ysgrifennwyd ar
fhir-label-about-helped-by = Wedi fy helpu i’w ysgrifennu
fhir-section-sheets = Yr hyn a atebais cyn ymweliadau
fhir-label-reply-answer = Ateb
fhir-label-reply-scale = 1 i 10
fhir-label-reply-count = Faint
fhir-label-reply-mrc = Gradd
fhir-label-reply-cat = Prawf Asesu COPD (CAT), cyfanswm o 40
fhir-label-reply-number = Rhif
fhir-label-reply-unit = Uned
fhir-label-reply-words = Yn fy ngeiriau i
fhir-section-requirements = Yr hyn y mae angen i eraill ei wybod amdana i, neu ei wneud
fhir-part-statement = Fy natganiad ymlaen llaw
fhir-part-last-place = Ble yr hoffwn i farw
fhir-label-about-media-location = Ble mae lluniau neu ffilm ohonof
fhir-label-statement-on = Dyddiedig
fhir-label-statement-location = Ble cafodd ei wneud
fhir-label-statement-place = Ble mae’r ddogfen
fhir-label-last-place-sort = Pa fath o le
fhir-label-requirement-words = Yn fy ngeiriau i
fhir-label-requirement-detail = Mwy amdano
