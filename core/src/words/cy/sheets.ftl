### Dalennau o ffeiliau: beth na ellid ei gymryd fel y mae, ac ymhle.

sheet-place-number = rhif { $n }
sheet-place-odd-name = enw na ellir ei ddangos

sheet-fault-unknown = { $place }: does gan ddalennau ddim byd o’r enw hwn. Aethpwyd heibio iddo.
sheet-fault-twice = { $place }: mae yno ddwywaith. Yr un cyntaf sy’n cyfrif.
sheet-fault-missing = { $place }: does dim byd wedi’i ysgrifennu yno. Gadawyd allan yr hyn sydd ei angen.
sheet-fault-sort = { $place }: math arall o werth sy’n perthyn yno. Fe’i gadawyd allan.
sheet-fault-long = { $place }: mae’n hirach na { $n } nod. Fe’i gadawyd allan, nid ei dorri.
sheet-fault-hidden = { $place }: mae ynddo nod cudd. Fe’i gadawyd allan.
sheet-fault-no-welsh = { $place }: does dim testun yn Gymraeg. Defnyddir y Saesneg.
sheet-fault-no-english = { $place }: does dim testun yn Saesneg. Defnyddir y Gymraeg.
sheet-fault-many = { $place }: mae { $found } yno, ac mae dalen yn dal { $n }. Gadawyd allan y rhai wedi hynny.
sheet-fault-number = { $place }: gallai rhif mewn esboniad gael ei ddarllen fel un i anelu ato. Fe’i gadawyd allan.
sheet-fault-unit = { $place }: nid yw’r uned honno’n perthyn yno. Fe’i gadawyd allan.
sheet-fault-date = { $place }: does dim dyddiad o’r fath. Fe’i gadawyd allan.
sheet-fault-choice = { $place }: nid yw hynny’n un o’r pethau a all fod yno. Fe’i gadawyd allan.
sheet-fault-more = { $n ->
    [zero] A dim mwy.
    [one] Ac 1 arall fel y rhain.
    [two] A 2 arall fel y rhain.
    [few] A { $n } arall fel y rhain.
    [many] A { $n } arall fel y rhain.
   *[other] A { $n } arall fel y rhain.
}

error-sheet-too-large = Mae’r ddalen hon yn fwy na 64 KB. Does dim byd wedi newid. Gofynnwch i bwy bynnag a’i hysgrifennodd am un fyrrach.
error-sheet-not-text = Nid yw’r ffeil hon yn destun y gellir ei ddarllen. Does dim byd wedi newid. Gwnewch yn siŵr mai dyma’r ffeil iawn.
error-sheet-not-json = Mae’r ddalen hon yn peidio â gwneud synnwyr ar linell { $line }. Does dim byd wedi newid. Gofynnwch i bwy bynnag a’i hysgrifennodd edrych yno.
error-sheet-not-a-sheet = Nid dalen ar gyfer ymweliad yw’r ffeil hon. Does dim byd wedi newid. Gwnewch yn siŵr mai dyma’r ffeil iawn.
error-sheet-newer = Gwnaed y ddalen hon ar gyfer Hearth mwy newydd. Does dim byd wedi newid. Diweddarwch Hearth, yna rhowch gynnig arall arni.
error-sheet-nothing = Ni ellir defnyddio dim yn y ddalen hon. Does dim byd wedi newid. Gofynnwch i bwy bynnag a’i hysgrifennodd edrych arni eto.
