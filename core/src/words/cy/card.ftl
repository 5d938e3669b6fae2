### Y cerdyn argyfwng. Not clinically reviewed: English stands beside these, for strangers who know no Welsh.

card-title = Cerdyn argyfwng
card-born = ganwyd: { $date }
card-call-me = galwch fi’n: { $name }
card-photo = Llun o: { $name }
card-conditions = Rwy’n byw gyda
card-allergies = Alergeddau
card-medicines = Prif feddyginiaethau
card-medicines-checked = gwiriwyd { $date }
card-communication = Sut i siarad â mi
card-please = Os gwelwch yn dda
card-please-dont = Peidiwch, os gwelwch yn dda
card-very-unwell = Os ydw i’n sâl iawn
card-contacts = Pwy i’w ffonio
card-unwell-plans = Fy nghynlluniau ar gyfer pan fydda i’n sâl

card-forms = Papurau sy’n bodoli
card-form-respect = Mae ffurflen ReSPECT yn bodoli
card-form-adrt = Mae penderfyniad ymlaen llaw (ADRT) yn bodoli
card-form-lpa = Mae atwrneiaeth arhosol (LPA) yn bodoli
card-form-other = Mae’r ffurflen hon yn bodoli: { $form }
card-form-dated = dyddiad: { $date }
card-form-where = Ble mae: { $place }
card-allergy-ended = daeth i ben: { $date }
card-not-an-instruction = Nid cyfarwyddyd yw hwn: chwiliwch am y gwreiddiol.

# Last of the safety lines of a card in a language that no clinician has read.
card-not-reviewed = Cyfieithiad yw’r geiriau hyn, heb ei wirio gan glinigydd. Os ydyn nhw’n wahanol, dilynwch y Saesneg.

# An allergy line that is switched on but empty must not read as "no allergies".
card-nothing-written = Does dim wedi’i ysgrifennu. Nid yw hynny’n golygu dim un.

# How old. $n is 2 or more, or a mark that the widget fills in.
card-made-today = gwnaed heddiw
card-made-yesterday = gwnaed ddoe
card-days-old = { $n ->
    [two] { $n } ddiwrnod oed
   *[other] { $n } diwrnod oed
}
card-made-on = gwnaed: { $date }
card-clock-wrong = { date-clock-wrong }
card-may-lack-lines = Ni ellir darllen rhan o’r cynllun. Gall llinellau fod ar goll o’r cerdyn hwn.
card-may-be-behind = Efallai fod y cerdyn hwn yn hŷn na’r cynllun
card-lines-left-out = Llinellau a adawyd allan: { $n }
card-could-not-check = methu gwirio ers { $date }
card-copy = copi, gwnaed: { $date }
