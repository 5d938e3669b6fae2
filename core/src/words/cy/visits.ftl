### Ymweliadau: paratoi, siarad, cytuno, a beth ddaeth ohono. Not clinically reviewed.

choice-visit-stage-gather = Paratoi
choice-visit-stage-between = Rhwng yr ymweliadau
choice-visit-stage-agree = Cytuno gyda’n gilydd
choice-visit-stage-after = Ar ôl yr ymweliad

# Beside every box. People write here what they may be too worried to say.
visit-not-read = Nid yw Hearth yn darllen yr hyn rydych chi’n ei ysgrifennu. Nid yw’n dweud wrth neb.

choice-reply-answer-yes = ie
choice-reply-answer-no = na
choice-reply-answer-rather-not-say = gwell gen i beidio â dweud
choice-mood-down-yes = ie
choice-mood-down-no = na
choice-mood-down-rather-not-say = gwell gen i beidio â dweud
choice-mood-interest-yes = ie
choice-mood-interest-no = na
choice-mood-interest-rather-not-say = gwell gen i beidio â dweud
choice-thought-sort-question = cwestiwn
choice-thought-sort-thought = sylw
choice-thought-sort-idea = syniad

## Sut rydych chi wedi teimlo. The two Whooley questions: this translation was not reviewed.

visit-mood-ask-down = Yn ystod y mis diwethaf, a ydych chi’n aml wedi cael eich poeni gan deimlo’n isel, yn ddigalon neu’n anobeithiol?
visit-mood-ask-interest = Yn ystod y mis diwethaf, a ydych chi’n aml wedi cael eich poeni gan ychydig o ddiddordeb neu bleser mewn gwneud pethau?
visit-mood-own-choice = Nid yw’r atebion hyn yn mynd at neb oni bai eich bod chi’n dewis hynny.

## Anadlu. A grade or a total is never said without its scale.

visit-mrc-ask = Pa mor fyr o anadl ydych chi’n mynd?
visit-mrc-about = Graddfa diffyg anadl MRC, yng ngeiriau byr Hearth ei hun. Y geiriau a gyhoeddwyd: Fletcher ac eraill, British Medical Journal 1959, cyfrol 2, tudalen 257.
visit-mrc-words = { $n ->
    [1] dim ond pan fydda i’n gwthio fy hun yn galed
    [2] pan fydda i’n brysio, neu’n mynd i fyny rhiw fach
    [3] rydw i’n cerdded yn arafach nag eraill ar y gwastad, neu’n gorfod stopio
    [4] rydw i’n stopio i gael fy anadl ar ôl ychydig funudau ar y gwastad
    [5] rhy fyr o anadl i adael y tŷ, neu wrth wisgo
   *[other] { $n }
}
choice-reply-mrc-1 = Diffyg anadl MRC: 1 o 5
choice-reply-mrc-2 = Diffyg anadl MRC: 2 o 5
choice-reply-mrc-3 = Diffyg anadl MRC: 3 o 5
choice-reply-mrc-4 = Diffyg anadl MRC: 4 o 5
choice-reply-mrc-5 = Diffyg anadl MRC: 5 o 5
visit-cat-ask = Beth oedd cyfanswm eich Prawf Asesu COPD (CAT)?
visit-cat-about = Dim ond y cyfanswm, o 0 i 40. Mae’r prawf ei hun ar ddalen ar wahân.
visit-cat-chosen = Cyfanswm CAT: { $n } o 40
visit-scale-chosen = { $n } o 10

## Dalennau a chanlyniadau

visit-sheet-given = Gan { $name }, { $date }
visit-sheet-no-title = Dalen heb deitl
visit-sheet-not-here = Dalen na ellir ei darllen yma
visit-value-on = { $value }, { $date }
visit-results-other = { $n ->
    [zero] Doedd dim un arall wedi’i fesur mewn ffordd arall.
    [one] Cafodd 1 arall ei fesur mewn ffordd arall. Mae o dan Canlyniadau.
    [two] Cafodd 2 arall eu mesur mewn ffordd arall. Maen nhw o dan Canlyniadau.
    [few] Cafodd { $n } arall eu mesur mewn ffordd arall. Maen nhw o dan Canlyniadau.
    [many] Cafodd { $n } arall eu mesur mewn ffordd arall. Maen nhw o dan Canlyniadau.
   *[other] Cafodd { $n } arall eu mesur mewn ffordd arall. Maen nhw o dan Canlyniadau.
}
visit-results-undated = { $n ->
    [zero] Does yr un arall heb ddyddiad.
    [one] Mae 1 arall heb ddyddiad. Mae o dan Canlyniadau.
    [two] Mae 2 arall heb ddyddiad. Maen nhw o dan Canlyniadau.
    [few] Mae { $n } arall heb ddyddiad. Maen nhw o dan Canlyniadau.
    [many] Mae { $n } arall heb ddyddiad. Maen nhw o dan Canlyniadau.
   *[other] Mae { $n } arall heb ddyddiad. Maen nhw o dan Canlyniadau.
}

## Un agenda

visit-agenda-thoughts = Fy nghwestiynau, sylwadau a syniadau
visit-agenda-circled = Beth roddais i gylch amdano
visit-agenda-late = Wedi’i addo, ac yn hwyr
visit-agenda-unwell = Pan oeddwn i’n sâl
visit-agenda-reviews = I edrych arno eto
visit-agenda-suggestions = Awgrymiadau sy’n aros
visit-agenda-mood = Sut rydw i wedi teimlo
visit-agenda-mood-answered = Wedi’i ateb. Dim ond chi sy’n gweld beth.
visit-agenda-answers = Fy atebion
visit-agenda-results = Fy nghanlyniadau
visit-agenda-promise = { $what } ({ $who }): { $state }
visit-agenda-used = { $plan }: defnyddiwyd { $date }.
visit-agenda-review = { $what }. { $line }
visit-agenda-plan = Y cynllun cyfan
visit-agenda-answer = { $ask } { $answer }
visit-agenda-before = { $recent }; cyn hynny { $last }

## Yn yr ystafell

visit-left-out = { $n ->
    [zero] Mae pob cofnod yma.
    [one] Eich un chi’n unig yw 1 cofnod. Nid yw ar y dudalen hon.
    [two] Eich rhai chi’n unig yw 2 gofnod. Nid ydynt ar y dudalen hon.
    [few] Eich rhai chi’n unig yw { $n } chofnod. Nid ydynt ar y dudalen hon.
    [many] Eich rhai chi’n unig yw { $n } chofnod. Nid ydynt ar y dudalen hon.
   *[other] Eich rhai chi’n unig yw { $n } cofnod. Nid ydynt ar y dudalen hon.
}
visit-guest-waits = Mae’n aros nes i chi ddweud. Does dim ohono yn eich cynllun eto.
visit-guest-accept = Ie, ei gadw
visit-guest-decline = Na, ei adael allan
visit-guest-accepted = Mae yn eich cynllun, gyda’u henw nhw.
visit-guest-declined = Mae wedi’i adael allan o’ch cynllun.

## Edrych arno eto

visit-review = I edrych arno eto erbyn { $date }.
visit-review-late = Roedd i fod i gael ei weld eto erbyn { $date }.
visit-review-interval = I edrych arno eto: { $interval }.
visit-review-by = Pwy fydd yn gofalu am hynny: { $who }.

## Y cynllun yn fyr, i’w gludo i’r cofnod clinigol

summary-title = Cynllun gofal { $name }, yn fyr. Gwnaed { $date }, fel y’i cofnodwyd gan y claf.
summary-visit = Ymweliad: { $text }
summary-matters = Beth sydd bwysicaf: { $text }
summary-goal = Nod: { $text } (pwysigrwydd: { $n })
summary-goal-status = Nod: { $text } (pwysigrwydd: { $n }; { $status })
summary-action = Cam: { $text } (hyder: { $n })
summary-promise = Addawyd: { $what } ({ $who }; { $state })
summary-unwell = { $n ->
    [zero] Does dim cynllun ar gyfer bod yn sâl.
    [one] Mae cynllun ar gyfer bod yn sâl.
    [two] Mae 2 gynllun ar gyfer bod yn sâl.
    [few] Mae { $n } chynllun ar gyfer bod yn sâl.
    [many] Mae { $n } chynllun ar gyfer bod yn sâl.
   *[other] Mae { $n } cynllun ar gyfer bod yn sâl.
}
summary-mood = Y mis diwethaf, isel, digalon neu anobeithiol: { $down }. Ychydig o ddiddordeb neu bleser: { $interest }.
summary-cut = { $n ->
    [zero] (nid oes rhagor yn y cynllun)
    [one] (mae 1 frawddeg arall yn y cynllun)
    [two] (mae 2 frawddeg arall yn y cynllun)
    [few] (mae { $n } brawddeg arall yn y cynllun)
    [many] (mae { $n } brawddeg arall yn y cynllun)
   *[other] (mae { $n } brawddeg arall yn y cynllun)
}
summary-left-out = { $n ->
    [zero] Mae pob llinell yma.
    [one] Doedd dim lle i 1 llinell yma. Mae yn y cynllun.
    [two] Doedd dim lle i 2 linell yma. Maen nhw yn y cynllun.
    [few] Doedd dim lle i { $n } llinell yma. Maen nhw yn y cynllun.
    [many] Doedd dim lle i { $n } llinell yma. Maen nhw yn y cynllun.
   *[other] Doedd dim lle i { $n } llinell yma. Maen nhw yn y cynllun.
}

## Pan na ellir cadw ateb

error-cat-out-of-range = Mae cyfanswm CAT yn mynd o 0 i 40. Does dim byd wedi’i golli. Teipiwch y cyfanswm eto.
