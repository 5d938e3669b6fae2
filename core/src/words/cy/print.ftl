# Y cynllun ar bapur. Fe’i darllenir wrth fwrdd neu wrth erchwyn gwely, heb ffôn gerllaw.

## Ar bob tudalen

print-copy = Copi
print-page = Tudalen { $page } o { $pages }
print-source = Copi o’r cynllun y mae { $name } yn ei gadw. Gwnaed { $date } o’r ffôn hwn.
print-source-person = Copi o’r cynllun y mae’r person yn ei gadw. Gwnaed { $date } o’r ffôn hwn.

## Beth yw enw pob un

print-card-title = Cerdyn argyfwng
print-visit-title = Ar gyfer fy ymweliad
print-words-title = Geiriau adfer

## Y cynllun

print-labelled = { $label }: { $text }

## Y cerdyn

print-fold = Torrwch ar hyd y llinell denau. Plygwch ar hyd y llinellau toriad, gyda’r enw ar y blaen.
print-over = Nid yw’r cyfan yma. Gweler y cerdyn cyfan.

## Yr ymweliad

print-visit-with = Gyda: { $text }
print-visit-on = Pryd: { $text }
print-visit-coming = Pwy sy’n dod gyda mi: { $text }

## Y geiriau adfer

print-words-note = Mae’r 12 gair hyn yn agor y cynllun os collir y ffôn. Gall pwy bynnag sydd â nhw agor copi wrth gefn ohono. Cadwch y papur hwn lle na all neb ond chi ddod o hyd iddo, ac nid gyda’r ffôn.
print-words-source = Gwnaed { $date } o’r ffôn hwn. Mae geiriau newydd yn gwneud y papur hwn yn ddiwerth.
print-words-code = Yr un 12 gair fel cod i’w sganio.

## Beth sydd ddim arno

print-rest = (mae’r gweddill ar y ffôn)
print-not-all = Nid yw popeth ar y papur hwn. Mae’r dudalen olaf yn dweud faint sydd ar goll.
print-left-out = Pethau nad ydynt ar y papur hwn: { $n }. Maen nhw ar y ffôn.
print-not-drawn = Arwyddion na allai’r ffôn hwn eu hargraffu: { $n }. Yn eu lle mae { $mark }.

## Pan na ellir ei wneud

error-print-no-font = Ni ddaeth Hearth o hyd i lythrennau i argraffu â nhw. Ni wnaed papur. Ni newidiwyd dim. Dangoswch eich cynllun ar y sgrin, neu rhannwch ef trwy ddolen.
error-print-font-kept = Ni chaniateir rhoi llythrennau’r ffôn hwn mewn ffeil. Ni wnaed papur. Ni newidiwyd dim. Dangoswch eich cynllun ar y sgrin, neu rhannwch ef trwy ddolen.
error-print-not-sound = Ni allai Hearth wneud y papur hwn fel y gall pawb ei ddarllen. Ni wnaed papur. Ni newidiwyd dim. Dangoswch eich cynllun ar y sgrin, neu rhannwch ef trwy ddolen.
