### Ystafelloedd y cynllun: penawdau, dewisiadau, hanes.

heading-about-important = Beth sydd bwysicaf i mi
heading-about-people = Pobl sy’n bwysig i mi
heading-about-communicate = Sut rwy’n cyfathrebu a sut i siarad â mi
heading-about-adjustments = Newidiadau sy’n fy helpu
heading-about-wellness = Fy lles
heading-about-values = Beth rwy’n ei werthfawrogi, a’r hyn rwyf wedi byw drwyddo
heading-about-please = Gwnewch, a pheidiwch, os gwelwch yn dda
heading-about-support = Sut a phryd i’m cefnogi
heading-about-also = Hefyd yn werth ei wybod amdanaf

answer-yes = ie
answer-no = na

choice-goal-status-hoped = gobeithio
choice-goal-status-going = ar waith
choice-goal-status-paused = wedi’i oedi
choice-goal-status-reached = wedi’i gyrraedd
choice-goal-status-let-go = wedi’i ollwng
choice-action-status-planned = wedi’i gynllunio
choice-action-status-doing = yn ei wneud
choice-action-status-done = wedi’i wneud
choice-action-status-stopped = wedi stopio
choice-stage-status-planned = wedi’i gynllunio
choice-stage-status-doing = yn ei wneud
choice-stage-status-done = wedi’i wneud
choice-stage-status-stopped = wedi stopio
choice-sign-zone-green = gwyrdd
choice-sign-zone-amber = oren
choice-sign-zone-red = coch
choice-step-zone-green = gwyrdd
choice-step-zone-amber = oren
choice-step-zone-red = coch
choice-step-zone-any = unrhyw bryd
choice-form-form-respect = ffurflen ReSPECT
choice-form-form-adrt = penderfyniad ymlaen llaw (ADRT)
choice-form-form-lpa = atwrneiaeth arhosol (LPA)
choice-form-form-advance-statement = datganiad ymlaen llaw
choice-form-form-other = ffurflen arall
choice-authority-by-lpa-health = atwrneiaeth arhosol ar gyfer iechyd a lles
choice-authority-by-deputy = dirprwy’r Llys Gwarchod
choice-authority-by-parent = rhiant
choice-authority-by-other = mewn ffordd arall
choice-promise-state-promised = wedi’i addo
choice-promise-state-done = wedi’i wneud
choice-promise-state-not-available = gofynnwyd amdano, ddim ar gael
choice-promise-state-no-longer-needed = dim ei angen mwyach
choice-result-found-yes = { answer-yes }
choice-result-found-no = { answer-no }
choice-result-found-not-shown = { result-value-not-shown }
choice-result-found-not-given = { result-no-value }

history-accepted = Fe gymeroch chi’r geiriau a awgrymwyd.
history-declined = Fe gadwoch chi eich geiriau eich hun.
history-reopened = Fe roesoch chi’r awgrym yn ôl i aros.
history-removed = Tynnwyd
history-restored = Cadwyd
history-erased = Dilëwyd, fel y gofynnoch
history-order = { $n ->
    [one] 1 mewn trefn
   *[other] { $n } mewn trefn
}
history-link = wedi’i gysylltu
