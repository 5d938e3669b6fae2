# Rhannu rhan o’r cynllun trwy ddolen.

## Beth y gellir ei rannu

share-section-emergency = Os caf fy nghael yn sâl
share-section-about = Amdanaf i
share-section-goals = Fy nodau a’m cynllun
share-section-ahead = Edrych ymlaen
share-section-people = Pobl yn fy mywyd a’m gofal
share-section-readings = Beth fesurais i
share-section-sheets = Fy atebion cyn ymweliadau

## O flaen yr hyn a rennir

share-made-by = Gwnaeth { $name } y copi hwn gyda Hearth.
share-made-by-person = Y person y mae’r cynllun hwn yn perthyn iddo a wnaeth y copi hwn gyda Hearth.
share-not-in-it = Nid yw’r rhain yn y copi hwn: { $list }.
share-kept-back = Efallai eu bod wedi cadw pethau eraill iddyn nhw eu hunain.

## Beth na ellir ei ddadwneud

share-undo-key = Mae’r allwedd gan bwy bynnag sydd â’r ddolen. Gallant ei rhoi i eraill.
share-undo-copies = Gall rhywun gadw’r hyn y mae wedi’i agor. Nid yw dod â’r ddolen i ben yn cymryd hynny’n ôl.
share-undo-passcode = Mae’r cod yn atal pobl wrth y gwesteiwr. Rhowch ef iddynt mewn ffordd wahanol i’r ddolen.

## Sut mae pethau

share-waiting = Nid yw hwn gan y gwesteiwr eto. Bydd y ddolen yn gweithio ar ôl i Hearth ei gyrraedd.
share-open = Gall pwy bynnag sydd â’r ddolen agor hwn nawr.
share-paused = Wedi’i oedi. Ni all neb agor hwn nes i chi barhau ag ef.
share-not-yet-paused = Heb ei oedi wrth y gwesteiwr eto. Efallai bod y ddolen yn dal i agor. Bydd Hearth yn dweud wrth y gwesteiwr eto.
share-locked = Rhoddwyd cynnig ar god anghywir yn rhy aml, felly ni all neb agor hwn mwyach. Dewch ag ef i ben, a rhannwch eto.
share-expired = Mae hwn wedi dod i ben ohono’i hun.
share-not-yet-ended = Heb ddod i ben wrth y gwesteiwr eto. Efallai bod y ddolen yn dal i agor. Bydd Hearth yn dweud wrth y gwesteiwr eto.
share-ended = Wedi dod i ben. Nid yw’r ddolen yn agor dim mwyach.
share-ended-lost = Collwyd un o’ch ffonau, felly daethpwyd â hwn i ben. Mae copïau y mae eraill yn eu cadw yn aros gyda nhw. Gwnewch ddolenni newydd i’r rhai yr ydych am eu rhoi.
share-gone = Nid yw hwn gan y gwesteiwr mwyach. Nid yw’r ddolen yn agor dim.
share-until = Daw i ben ohono’i hun: { $date }
share-was-until = Daeth i ben ohono’i hun: { $date }
share-ends-soon = Daw hwn i ben cyn hir: { $date }
share-made-elsewhere = Rhannwyd hwn ar ffôn arall sydd gennych, a gellir dangos ei ddolen yno. Gallwch ei oedi neu ddod ag ef i ben yma.
share-asked = Gofynnwyd i’r gwesteiwr ddiwethaf: { $date }
share-wrong-passcodes =
    { $n ->
        [one] Rhoddwyd cynnig ar god anghywir. Gellir rhoi cynnig ar { $n } arall.
       *[other] Rhoddwyd cynnig ar god anghywir. Gellir rhoi cynnig ar { $n } arall.
    }
share-looked = { $date }: rhywun sy’n dweud mai { $name } ydyw
share-looked-nobody = { $date }: rhywun na ddywedodd pwy ydyw

## Pan nad yw rhannu’n mynd yn dda

error-share-no-host = Nid oes gwesteiwr rhannu ar y ffôn hwn. Ni rannwyd dim. Defnyddiwch y sgrin neu bapur, neu gosodwch westeiwr.
error-share-nothing = Ni ddewiswyd dim. Ni rannwyd dim. Dewiswch beth i’w rannu.
error-share-changed = Mae’ch cynllun wedi newid ers i chi edrych. Ni rannwyd dim. Edrychwch arno eto, yna rhannwch.
error-share-until = Mae’r amser hwnnw wedi mynd heibio. Ni newidiwyd dim. Dewiswch amser diweddarach.
error-share-no-connection = Ni ellir cyrraedd y gwesteiwr ar hyn o bryd. Does dim wedi’i golli: arhoswch, a bydd Hearth yn ceisio eto.
error-share-slow = Cymerodd y gwesteiwr yn rhy hir i ateb. Does dim wedi’i golli: arhoswch, a bydd Hearth yn ceisio eto.
error-share-not-proven = Nid yw’n sicr mai hwn yw’r gwesteiwr, felly ni anfonwyd dim. Does dim wedi’i golli. Rhowch gynnig arall ar rwydwaith arall.
error-share-address = Nid yw hwnnw’n gyfeiriad diogel i westeiwr rhannu. Ni anfonwyd dim. Gwiriwch ef, yna rhowch gynnig arall.
error-share-clock = Yn ôl cloc y gwesteiwr, mae’r amser hwnnw wedi mynd heibio. Does dim wedi’i golli. Edrychwch ar ddyddiad ac amser y ffôn hwn, neu dewiswch amser diweddarach.
error-share-elsewhere = Ceisiodd y gwesteiwr anfon Hearth i rywle arall. Ni anfonwyd dim yno, a does dim wedi’i golli. Gofynnwch i bwy bynnag sy’n ei redeg.
error-share-gone = Nid yw hwn gan y gwesteiwr mwyach. Does dim o’ch cynllun wedi’i golli. Gwnewch ddolen newydd os hoffech.
error-share-ended = Mae hwn wedi dod i ben ac ni ellir ei newid mwyach. Does dim o’ch cynllun wedi’i golli. Gwnewch ddolen newydd os hoffech.
error-share-token = Nid yw’r gwesteiwr yn derbyn tocyn y ffôn hwn. Does dim wedi’i golli. Gofynnwch i bwy bynnag sy’n ei redeg am un newydd.
error-share-busy = Mae’r gwesteiwr yn brysur ar hyn o bryd. Does dim wedi’i golli: arhoswch, a bydd Hearth yn ceisio eto.
error-share-too-much = Mae hyn yn fwy nag y mae’r gwesteiwr yn ei dderbyn. Does dim wedi’i golli. Dewiswch lai o rannau o’ch cynllun.
error-share-unreadable = Rhoddodd y gwesteiwr ateb na all Hearth ei ddarllen. Does dim wedi’i golli: arhoswch, a bydd Hearth yn ceisio eto.

## Dolenni a wnaeth pobl eraill

error-link-none = Nid oes dolen iechyd yn hwnnw. Ni agorwyd dim. Copïwch y ddolen gyfan, neu sganiwch ei chod.
error-link-too-long = Mae hwnnw’n rhy hir i fod yn ddolen iechyd. Ni agorwyd dim. Gofynnwch am y ddolen eto.
error-link-viewer = Nid yw’r hyn sydd o flaen y ddolen hon yn dudalen ddiogel. Ni agorwyd dim. Gofynnwch am y ddolen eto.
error-link-cut-off = Mae rhan o’r ddolen hon ar goll. Ni agorwyd dim. Copïwch y cyfan, neu sganiwch ei chod.
error-link-unreadable = Ni ellir darllen yr hyn sydd yn y ddolen hon. Ni agorwyd dim. Gofynnwch am y ddolen eto.
error-link-key = Nid yw’r allwedd yn y ddolen hon yn gyfan. Ni agorwyd dim. Copïwch y cyfan, neu sganiwch ei chod.
error-link-address-too-long = Mae’r cyfeiriad yn y ddolen hon yn rhy hir i fod yn un. Ni agorwyd dim. Gofynnwch am y ddolen eto.
error-link-not-safe = Nid yw’r cyfeiriad yn y ddolen hon yn un diogel. Ni agorwyd dim. Gofynnwch i bwy bynnag a’i hanfonodd.
error-link-private = Mae’r cyfeiriad yn y ddolen hon yn arwain i rwydwaith preifat. Ni agorwyd dim. Gofynnwch i bwy bynnag a’i hanfonodd.
error-link-contradicts = Mae’r ddolen hon yn ei gwrth-ddweud ei hun. Ni agorwyd dim. Gofynnwch am y ddolen eto.
error-link-label-too-long = Mae’r enw’n hirach nag y gall enw dolen fod. Does dim wedi’i golli. Gwnewch ef yn fyrrach.
error-link-label-hides = Mae arwyddion cudd yn yr enw. Ni agorwyd na newidiwyd dim. Gofynnwch i bwy bynnag a’i hanfonodd, neu teipiwch yr enw o’r newydd.
error-link-newer = Math mwy newydd o ddolen yw hon. Ni agorwyd dim. Diweddarwch Hearth, yna rhowch gynnig arall.

error-follow-no-connection = Ni ellid gwirio’r ddolen ar hyn o bryd. Cedwir yr hyn sydd gennych. Rhowch gynnig arall yn nes ymlaen.
error-follow-slow = Cymerodd y gwesteiwr yn rhy hir i ateb. Cedwir yr hyn sydd gennych. Rhowch gynnig arall yn nes ymlaen.
error-follow-not-proven = Nid yw’n sicr mai hwn yw’r gwesteiwr cywir, felly ni agorwyd dim. Cedwir yr hyn sydd gennych. Rhowch gynnig arall ar rwydwaith arall.
error-follow-redirected = Ceisiodd y gwesteiwr anfon Hearth i rywle arall. Ni agorwyd dim yno. Cedwir yr hyn sydd gennych. Gofynnwch i bwy bynnag a’i rhannodd.
error-follow-nothing = Nid yw’r ddolen hon yn rhoi dim nawr. Efallai ei bod wedi’i hoedi neu wedi dod i ben. Cedwir yr hyn sydd gennych. Gofynnwch i bwy bynnag a’i rhannodd.
error-follow-passcode = Mae’r cod ar goll neu’n anghywir. Ni agorwyd dim. Gofynnwch i bwy bynnag a’i rhannodd.
error-follow-passcode-none-left = Rhoddwyd cynnig ar god anghywir yn rhy aml, ac nid yw’r ddolen hon yn agor dim mwyach. Ni agorwyd dim. Gofynnwch i bwy bynnag a’i rhannodd am un newydd.
error-follow-busy = Mae’r gwesteiwr yn brysur ar hyn o bryd. Cedwir yr hyn sydd gennych. Rhowch gynnig arall yn nes ymlaen.
error-follow-older = Rhoddodd y gwesteiwr gopi hŷn na’r un sydd gennych. Cedwir yr hyn sydd gennych. Gofynnwch i bwy bynnag a’i rhannodd.
error-follow-other = Nid gan y sawl a rannodd hwn gyda chi y daeth yr hyn a roddodd y gwesteiwr. Cedwir yr hyn sydd gennych. Gofynnwch i’r person.
error-follow-status = Ni atebodd y gwesteiwr fel y dylai. Cedwir yr hyn sydd gennych. Rhowch gynnig arall yn nes ymlaen.
error-manifest-too-large = Anfonodd y gwesteiwr fwy nag y gall Hearth ei dderbyn. Ni agorwyd dim. Cedwir yr hyn sydd gennych. Gofynnwch i bwy bynnag a’i rhannodd.
error-manifest-unreadable = Rhoddodd y gwesteiwr ateb na all Hearth ei ddarllen. Ni agorwyd dim. Cedwir yr hyn sydd gennych. Gofynnwch i bwy bynnag a’i rhannodd.
error-manifest-too-many = Mae gan y ddolen hon fwy o ffeiliau nag y gall dolen eu cael. Ni agorwyd dim. Gofynnwch i bwy bynnag a’i rhannodd.
error-manifest-nowhere = Mae ffeil o’r ddolen hon ar goll. Ni agorwyd dim. Gofynnwch i bwy bynnag a’i rhannodd.
error-manifest-elsewhere = Mae ffeil o’r ddolen hon ar westeiwr arall. Ni nôlwyd dim o’r fan honno. Gofynnwch i bwy bynnag a’i rhannodd.
error-manifest-private = Mae ffeil o’r ddolen hon mewn rhwydwaith preifat. Ni nôlwyd dim o’r fan honno. Gofynnwch i bwy bynnag a’i rhannodd.
error-file-not-sealed = Nid yw’r hyn sydd y tu ôl i’r ddolen hon wedi’i selio. Ni agorwyd dim. Gofynnwch i bwy bynnag a’i rhannodd.
error-file-algorithm = Mae’r hyn sydd y tu ôl i’r ddolen hon wedi’i selio mewn ffordd nad yw Hearth yn ei derbyn. Ni agorwyd dim. Gofynnwch i bwy bynnag a’i rhannodd.
error-file-wrong-key = Nid yw’r hyn sydd y tu ôl i’r ddolen hon yn agor gyda’i hallwedd. Efallai iddo gael ei newid. Cedwir yr hyn sydd gennych. Gofynnwch i bwy bynnag a’i rhannodd.
error-file-too-large = Mae’r hyn sydd y tu ôl i’r ddolen hon yn rhy fawr i’w agor. Cedwir yr hyn sydd gennych. Gofynnwch i bwy bynnag a’i rhannodd.
error-file-packed = Ni ellir dadbacio’r hyn sydd y tu ôl i’r ddolen hon. Cedwir yr hyn sydd gennych. Gofynnwch i bwy bynnag a’i rhannodd.

## A copy of somebody else’s plan that is kept

follow-checked = Edrychwyd ddiwethaf: { $date }
follow-not-checked = Ni ellid edrych ers { $date }. Cedwir yr hyn sydd gennych.
follow-was-ended = { $date }: daeth y person â hwn i ben. Nid yw’n cael ei gadw yma mwyach.
follow-expired = { $date }: daeth hwn i ben ohono’i hun. Nid yw’n cael ei gadw yma mwyach.
follow-past = Rhannwyd tan { $date }. Mae hynny wedi mynd heibio. Cedwir yr hyn sydd gennych nes i’r gwesteiwr ddweud hynny hefyd.
follow-no-longer-valid = Mae pwy bynnag a rannodd hwn yn dweud na ddylid dibynnu arno mwyach. Cedwir yr hyn sydd gennych. Gofynnwch iddyn nhw.
follow-more-files = { $n ->
   *[other] Ffeiliau eraill a ddaeth gyda hwn, nad yw Hearth yn eu dangos: { $n }
}
follow-as-of = Fel yr oedd: { $date }
follow-waits-for-half = Yn aros i { $name } ateb. Edrychwch eto mewn munud.
follow-waits-for-yes = Yn aros i { $name } ddweud ie. Edrychwch eto mewn munud.
follow-suggestions-wait = { $n ->
   *[other] Awgrymiadau sy’n aros am signal: { $n }
}
follow-no-longer-suggests = Ni allwch awgrymu i { $name } mwyach. Gofynnwch am baru eto os ydynt am hynny.
error-follow-full = Nid oes lle i gopi arall yma. Cedwir yr hyn sydd gennych. Tynnwch un i ffwrdd yn gyntaf.
error-not-paired = Dim ond rhywun sydd wedi’i baru all awgrymu. Ni newidiwyd dim. Gofynnwch iddynt baru gyda chi.

## Paru: dwy ffôn a chwe digid

pair-waits = Dangoswch y cod hwn, neu ei anfon. Yna arhoswch am yr ateb.
pair-compare = Darllenwch y digidau hyn i’ch gilydd. Dywedwch ie dim ond os oes gan { $name } yr un rhai.
phone-show-this = Sganiwch y cod hwn gyda’ch ffôn newydd.
phone-compare = Edrychwch ar y ddwy ffôn. Dywedwch ie dim ond os yw { $name } yn dangos yr un digidau. Bydd yn cael eich cynllun cyfan.
phone-plan-waits = Nid yw’ch cynllun ar ei ffordd i { $name } eto. Bydd Hearth yn ceisio eto.
phone-plan-sent = Mae’ch cynllun ar ei ffordd i { $name }. Ewch ymlaen yno.
error-pair-not-one = Nid cod paru yw hwnnw. Ni newidiwyd dim. Edrychwch am y cod ar y ffôn arall, yna ceisiwch eto.
error-pair-newer = Gwnaeth Hearth mwy newydd y cod hwn. Ni newidiwyd dim. Diweddarwch Hearth, yna ceisiwch eto.
error-pair-cut-off = Mae rhan o’r cod hwn ar goll. Ni newidiwyd dim. Copïwch y cyfan, neu ei sganio a cheisiwch eto.
error-pair-address = Nid yw’r cyfeiriad yn y cod hwn yn ddiogel. Ni newidiwyd dim. Gofynnwch am god newydd.
error-pair-between = Efallai fod rhywun arall wedi ateb y cod hwn. Ni pharwyd neb. Ni newidiwyd dim. Gwnewch god newydd.
error-pair-over = Nid yw’r paru hwn wedi’i ateb eto, neu mae ar ben. Ni newidiwyd dim. Edrychwch eto, neu gwnewch god newydd.
error-pair-too-many = Mae sawl paru yn aros yn barod. Ni newidiwyd dim. Tynnwch un i ffwrdd yn gyntaf. Yna ceisiwch eto.

## Gofalwyr sydd wedi’u paru

carer-paired = Parwyd: { $date }
carer-looked = Edrychodd { $name } ddiwethaf: { $date }
carer-not-looked = Nid yw { $name } wedi edrych eto.
carer-ended = Daeth i ben: { $date }. Ni allant edrych nac awgrymu mwyach. Gallant gofio’r hyn a welsant.
carer-not-yet-out = Nid yw’r gwesteiwr wedi clywed am hyn eto. Bydd Hearth yn dweud wrtho eto.
carer-letters-refused = { $n ->
   *[other] Negeseuon na chymerwyd: { $n }. Daethant ddwywaith, neu nid gan { $name } y maent.
}
carer-letters-lost = { $n ->
   *[other] Awgrymiadau { $name } am rywbeth nad yw yn eich cynllun nawr: { $n }
}
carer-letters-held = { $n ->
   *[other] Awgrymiadau eraill gan { $name } sy’n aros nes i chi benderfynu am rai o’r rhai sydd yma: { $n }
}
mail-suggested = Mae { $name } yn awgrymu newid. Mae’ch geiriau chi’n aros nes i chi ddweud.
error-mailbox-full = Nid oes gan y gwesteiwr le i fwy ar hyn o bryd. Ni newidiwyd dim. Ceisiwch eto yn nes ymlaen.
error-mailbox-not-yours = Ni chymerodd y gwesteiwr hwn gan y ffôn hon. Ni newidiwyd dim. Gofynnwch am baru eto os oes angen.

## Ar gyfer ymweliad

visit-code-ready = Dangoswch y cod hwn yn yr ymweliad. Nid oes angen signal ar eich ffôn.
visit-code-paper = Nid oes gwesteiwr, felly mae’r cod hwn yn dal geiriau eich cerdyn.
visit-code-waits = Nid yw hwn gan y gwesteiwr eto. Agorwch Hearth unwaith gyda signal cyn i chi fynd.
