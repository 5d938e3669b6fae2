### Pan mai’r allwedd i’r cynllun, neu’r geiriau adfer, yw’r drafferth.

error-key-locked = Mae’ch cynllun wedi’i gloi nes i’r ffôn hwn gael ei ddatgloi. Does dim wedi’i golli. Datglowch y ffôn, yna rhowch gynnig arall arni.
error-key-lost = Nid oes gan y ffôn hwn yr allwedd i’ch cynllun mwyach. Mae’r cynllun yn dal yma, dan sêl. Teipiwch eich 12 gair adfer, neu defnyddiwch ffôn arall sydd â’ch cynllun.
error-key-changed = Nid yw allwedd y ffôn hwn yn ffitio’ch cynllun. Mae’r cynllun yn dal yma, dan sêl. Teipiwch eich 12 gair adfer i’w agor.
error-key-failed = Ni weithiodd storfa allweddi’r ffôn hwn (cod { $code }). Does dim wedi’i golli. Ailgychwynnwch y ffôn, yna rhowch gynnig arall arni.
error-key-ring-damaged = Ni ellir darllen y ffeil sy’n dal eich allwedd. Mae wedi’i chadw fel y mae, a does dim wedi’i ddileu. Defnyddiwch gopi wrth gefn a’ch 12 gair adfer.
error-key-ring-newer = Hearth mwy newydd seliodd y cynllun hwn. Does dim wedi newid. Diweddarwch Hearth ar y ffôn hwn.
error-key-no-randomness = Ni allai’r ffôn hwn wneud allwedd newydd. Does dim wedi newid. Ailgychwynnwch y ffôn, yna rhowch gynnig arall arni.

error-words-count = { $found ->
    [one] Dylai fod 12 gair, a dim ond 1 sydd yma. Does dim wedi’i golli. Edrychwch ar eich rhestr a theipiwch y 12.
   *[other] Dylai fod 12 gair, a { $found } sydd yma. Does dim wedi’i golli. Edrychwch ar eich rhestr a theipiwch y 12.
}
error-words-unknown = Nid yw gair { $position } ar y rhestr o eiriau adfer. Does dim wedi’i golli. Gwiriwch y sillafu.
error-words-checksum = Mae pob gair ar y rhestr, ond nid ydyn nhw’n ffitio gyda’i gilydd. Does dim wedi’i golli. Gwiriwch y drefn, a chwiliwch am air anghywir.
error-words-not-this-plan = Nid yw’r geiriau hyn yn agor y cynllun hwn. Does dim wedi’i golli. Gwiriwch mai nhw yw’r geiriau diweddaraf i chi eu nodi.
