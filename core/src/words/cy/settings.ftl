### Cadw’r cynllun yn ddiogel, a pha fath o beth yw cofnod. $date is already in words.

backup-last = Copi wrth gefn diwethaf: { $date }
backup-whole = Mae’r copi wrth gefn hwn yn gyfan. Gwnaed: { $date }
backup-has-all = Mae popeth a ysgrifennwyd ar y ffôn hwn hyd yn hyn ynddo.
backup-more-here = Ysgrifennwyd rhywbeth yma ers hynny. Nid yw yn y copi hwn. Gwnewch un newydd pan fynnwch.
backup-behind = Nid yw’r hyn a ysgrifennoch ar ôl y diwrnod hwnnw ynddo. Efallai ei fod mewn copi mwy newydd, neu ar ffôn arall sydd gennych.

# What sort of thing an entry is, over its words in a list.
kind-about = Amdanaf i
kind-strength = Beth rwy’n dda yn ei wneud
kind-need = Angen neu bryder
kind-goal = Nod
kind-action = Beth rwy’n mynd i’w wneud
kind-checkin = Sut aeth hi
kind-unwell = Pan fydda i’n sâl
kind-use = Tro y defnyddiais gynllun salwch
kind-condition = Cyflwr
kind-allergy = Alergedd
kind-medicine = Meddyginiaeth
kind-form = Ffurflen a ble mae hi
kind-person = Rhywun
kind-promise = Addewid
kind-result = Canlyniad
kind-requirement = Rhywbeth y mae angen i eraill ei wybod
kind-visit = Ymweliad
kind-mood = Sut roeddwn i’n teimlo
kind-decision = Penderfyniad
kind-reading = Mesuriad
kind-preference = Edrych ymlaen
kind-copy = Copi o ddogfen
kind-support = Cymorth
kind-budget = Cyllideb iechyd bersonol
kind-review = Adolygiad
kind-carer-need = Help i’m gofalwr
