### The rooms of the plan: headings, choices, history.

heading-about-important = What is most important to me
heading-about-people = People who are important to me
heading-about-communicate = How I communicate and how to talk with me
heading-about-adjustments = Changes that help me
heading-about-wellness = My wellness
heading-about-values = What I value, and what I have lived through
heading-about-please = Please do, and please don’t
heading-about-support = How and when to support me
heading-about-also = Also worth knowing about me

answer-yes = yes
answer-no = no

choice-goal-status-hoped = hoped for
choice-goal-status-going = going on
choice-goal-status-paused = paused
choice-goal-status-reached = reached
choice-goal-status-let-go = let go
choice-action-status-planned = planned
choice-action-status-doing = doing it
choice-action-status-done = done
choice-action-status-stopped = stopped
choice-stage-status-planned = planned
choice-stage-status-doing = doing it
choice-stage-status-done = done
choice-stage-status-stopped = stopped
choice-sign-zone-green = green
choice-sign-zone-amber = amber
choice-sign-zone-red = red
choice-step-zone-green = green
choice-step-zone-amber = amber
choice-step-zone-red = red
choice-step-zone-any = at any time
choice-form-form-respect = ReSPECT form
choice-form-form-adrt = advance decision (ADRT)
choice-form-form-lpa = lasting power of attorney (LPA)
choice-form-form-advance-statement = advance statement
choice-form-form-other = another form
choice-authority-by-lpa-health = lasting power of attorney for health and welfare
choice-authority-by-deputy = deputy of the Court of Protection
choice-authority-by-parent = parent
choice-authority-by-other = in another way
choice-promise-state-promised = promised
choice-promise-state-done = done
choice-promise-state-not-available = asked for, not available
choice-promise-state-no-longer-needed = not needed any more
choice-result-found-yes = { answer-yes }
choice-result-found-no = { answer-no }
choice-result-found-not-shown = { result-value-not-shown }
choice-result-found-not-given = { result-no-value }

history-accepted = You took the words that were suggested.
history-declined = You kept your own words.
history-reopened = You put the suggestion back to wait.
history-removed = Removed
history-restored = Kept
history-erased = Erased, as you asked
history-order = { $n ->
    [one] 1 in order
   *[other] { $n } in order
}
history-link = linked
