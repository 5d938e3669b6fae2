### Adolygiadau: beth i edrych arno eto, pryd a gyda phwy. Dywedir yn blaen pan fydd yn hwyr; nid oes neb ar fai.

review-next = I edrych arno eto: { $date }
review-today = I edrych arno eto heddiw
review-late = Roedd i edrych arno eto erbyn { $date }. Gallech ofyn am ddyddiad newydd.
review-late-who = Roedd i edrych arno eto erbyn { $date }. Gallech ofyn i { $who } am ddyddiad newydd.
review-no-date = Nid oes dyddiad nesaf wedi’i ysgrifennu

review-of-goal = Nod: { $name }
review-of-action = Beth rwy’n ei wneud: { $name }
review-of-unwell = Pan fydda i’n sâl: { $name }
review-of-budget = Cyllideb iechyd bersonol: { $name }
review-nameless = heb enw

review-hand-over = Rydych chi’n 16 oed neu’n hŷn nawr. Mae { $name } yn ysgrifennu drosoch fel rhiant. Siaradwch gyda’ch gilydd am bwy sy’n cadw’r cynllun hwn nawr.
review-hand-over-why = O 16 oed, gall y rhan fwyaf o bobl benderfynu am eu gofal eu hunain. Nid oes dim wedi newid yn eich cynllun.

choice-review-sort-plan = Fy nghynllun
choice-review-sort-medicines = Fy meddyginiaethau
choice-review-sort-after-hospital = Ar ôl bod yn yr ysbyty
choice-review-sort-moving-to-adult = Symud i wasanaethau oedolion
choice-review-sort-other = Adolygiad arall
