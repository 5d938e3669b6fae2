# Y cynllun ar bapur. Fe’i darllenir wrth fwrdd neu wrth erchwyn gwely, heb ffôn gerllaw.

## Ar bob tudalen

paper-copy = Copi
paper-page = Tudalen { $page } o { $pages }
paper-source = Copi o’r cynllun y mae { $name } yn ei gadw. Gwnaed { $date } o’r ffôn hwn.
paper-source-person = Copi o’r cynllun y mae’r person yn ei gadw. Gwnaed { $date } o’r ffôn hwn.

## Beth yw enw pob un

paper-card-title = Cerdyn argyfwng
paper-visit-title = Ar gyfer fy ymweliad
paper-words-title = Geiriau adfer

## Y cynllun

paper-labelled = { $label }: { $text }

## Y cerdyn

paper-fold = Torrwch ar hyd y llinell denau. Plygwch ar hyd y llinellau toriad, gyda’r enw ar y blaen.
paper-over = Nid yw’r cyfan yma. Gweler y cerdyn cyfan.

## Yr ymweliad

paper-visit-with = Gyda: { $text }
paper-visit-on = Pryd: { $text }
paper-visit-coming = Pwy sy’n dod gyda mi: { $text }

## Y geiriau adfer

paper-words-note = Mae’r 12 gair hyn yn agor y cynllun os collir y ffôn. Gall pwy bynnag sydd â nhw agor copi wrth gefn ohono. Cadwch y papur hwn lle na all neb ond chi ddod o hyd iddo, ac nid gyda’r ffôn.
paper-words-source = Gwnaed { $date } o’r ffôn hwn. Mae geiriau newydd yn gwneud y papur hwn yn ddiwerth.
paper-words-code = Yr un 12 gair fel cod i’w sganio.

## Beth sydd ddim arno

paper-rest = (mae’r gweddill ar y ffôn)
paper-not-all = Nid yw popeth ar y papur hwn. Mae’r dudalen olaf yn dweud faint sydd ar goll.
paper-left-out = Pethau nad ydynt ar y papur hwn: { $n }. Maen nhw ar y ffôn.
paper-not-drawn = Arwyddion na allai’r ffôn hwn eu hargraffu: { $n }. Yn eu lle mae { $mark }.

## Pan na ellir ei wneud

error-print-no-font = Ni chafodd Hearth hyd i lythrennau i argraffu â nhw. Ni wnaed papur. Ni chollwyd dim o’ch cynllun.
error-print-font-kept = Ni chaniateir rhoi llythrennau’r ffôn hwn mewn ffeil. Ni wnaed papur. Ni chollwyd dim o’ch cynllun.
error-print-not-sound = Ni allai Hearth wneud y papur hwn fel y gall pawb ei ddarllen. Ni wnaed papur. Ni chollwyd dim o’ch cynllun.
