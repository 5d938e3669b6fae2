### Cymorth: dewislen o'r hyn a all helpu, beth sydd yn fy ymyl, beth ofynnais amdano, a chyllideb iechyd bersonol.

support-title = Cymorth
support-menu = Beth all helpu
support-for-myself = I ymdopi ar fy mhen fy hun
support-more-help = Pan fydd angen mwy o help arna i
support-near-me = Yn fy ymyl
support-asked-for = Beth ofynnais amdano
support-ask = Gofyn am hyn

choice-request-item-patient-education = Dysgu am fy nghyflwr
choice-request-item-information-prescription = Gwybodaeth ysgrifenedig, wedi’i dewis i mi
choice-request-item-weight = Help gyda fy mhwysau
choice-request-item-health-trainer = Hyfforddwr iechyd
choice-request-item-stop-smoking = Help i roi’r gorau i smygu
choice-request-item-exercise = Ymarfer corff
choice-request-item-pulmonary-rehabilitation = Cwrs anadlu ac ymarfer corff (adsefydlu’r ysgyfaint)
choice-request-item-coaching = Hyfforddiant iechyd
choice-request-item-community = Grwpiau a phobl fel fi
choice-request-item-helpline = Llinell gymorth
choice-request-item-telehealth = Gofal dros y ffôn neu sgrin (teleiechyd)
choice-request-item-arts = Y celfyddydau ar gyfer iechyd
choice-request-item-social-prescribing = Gweithiwr cyswllt (presgripsiynu cymdeithasol)
choice-request-item-problem-solving = Help i ddatrys un broblem
choice-request-item-case-management = Un person i ofalu am fy holl achos
choice-request-item-team-assessment = Tîm i edrych ar bopeth gyda’i gilydd
choice-request-item-housing = Help gyda thai
choice-request-item-home-care = Gofal gartref
choice-request-item-reablement = Help i wneud pethau drosof fy hun eto (ailalluogi)
choice-request-item-befriending = Cyfaill i alw heibio
choice-request-item-falls-group = Grŵp cadw’n sad ar eich traed
choice-request-item-telecare = Larymau a dyfeisiau eraill gartref (teleofal)
choice-request-item-residential-care = Cartref gofal
choice-request-item-coordination = Iechyd a gofal cymdeithasol sy’n cydweithio
choice-request-item-advance-planning = Cynllunio ymlaen llaw
choice-request-item-end-of-life-care = Gofal ar ddiwedd oes

support-about-patient-education = Cwrs neu sgwrs am fyw gyda’r hyn sydd gennych chi.
support-about-information-prescription = Taflenni, tudalennau neu ffilmiau sy’n ateb eich cwestiynau.
support-about-weight = Rhywun i’ch helpu i fwyta a symud mewn ffordd sy’n eich siwtio chi.
support-about-health-trainer = Rhywun sy’n eich helpu i newid rhywbeth, gam wrth gam.
support-about-stop-smoking = Pobl a chynhyrchion sy’n eich helpu i roi’r gorau iddi.
support-about-exercise = Dosbarth, tro neu gampfa, ar eich cyflymder eich hun.
support-about-pulmonary-rehabilitation = Cwrs i bobl sy’n fyr eu gwynt oherwydd eu hysgyfaint.
support-about-coaching = Sgyrsiau sy’n eich helpu i ganfod eich ffordd eich hun at eich nodau.
support-about-community = Clybiau, grwpiau cerdded, a phobl sy’n byw gyda’r un peth.
support-about-helpline = Rhywun i’w ffonio gyda chwestiwn.
support-about-telehealth = Gofal heb fynd yno, dros y ffôn, fideo neu ddyfais.
support-about-arts = Canu, peintio, dawnsio neu greu pethau, gydag eraill.
support-about-social-prescribing = Rhywun sy’n gwybod beth sydd gerllaw, ar gyfer arian, gwaith, cwmni a mwy.
support-about-problem-solving = Rhywun i edrych ar un peth gyda chi nes bydd wedi’i ddatrys.
support-about-case-management = Rhywun sy’n gwybod y cyfan ac yn ei gadw ynghyd.
support-about-team-assessment = Bydd nyrs, therapydd, gweithiwr cymdeithasol ac eraill yn edrych arno gyda chi.
support-about-housing = Cartref mwy diogel, newidiadau iddo, neu dai gwarchod.
support-about-home-care = Rhywun sy’n dod i’ch helpu i ymolchi, gwisgo, bwyta neu gymryd meddyginiaethau.
support-about-reablement = Rhai wythnosau o help gartref, i gael eich nerth a’ch sgiliau’n ôl.
support-about-befriending = Rhywun sy’n ymweld neu’n ffonio i gadw cwmni.
support-about-falls-group = Ymarfer corff sy’n eich helpu i gadw’n sad.
support-about-telecare = Larwm i’w wisgo, neu synwyryddion sy’n galw am help.
support-about-residential-care = Lle i fyw lle mae rhywun yno bob amser.
support-about-coordination = Un cynllun ar draws iechyd, gofal cymdeithasol ac eraill, i chi ddweud popeth unwaith.
support-about-advance-planning = Siarad am yr hyn yr hoffech chi yn nes ymlaen, tra gallwch chi ddweud.
support-about-end-of-life-care = Cysur a chwmni yn rhan olaf bywyd, i chi a’r rhai sy’n agos atoch.

choice-request-state-asked = wedi gofyn amdano
choice-request-state-begun = wedi dechrau
choice-request-state-not-available = wedi gofyn amdano, ddim ar gael
choice-request-state-no-longer-needed = ddim ei angen mwyach

support-asked-of = Gofynnwyd i { $who }, { $date }
support-asked-of-no-date = Gofynnwyd i { $who }, dim dyddiad
support-asked = Gofynnwyd amdano, { $date }
support-asked-no-date = Gofynnwyd amdano, dim dyddiad

support-budget = Fy nghyllideb iechyd bersonol
support-budget-for = Ar gyfer { $what }
support-budget-empty = dim swm wedi’i ysgrifennu
