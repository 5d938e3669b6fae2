### Visits: getting ready, talking, agreeing, and what came of it. Nothing here judges an answer.

choice-visit-stage-gather = Getting ready
choice-visit-stage-between = Between the visits
choice-visit-stage-agree = Agreeing together
choice-visit-stage-after = After the visit

# Beside every box. People write here what they may be too worried to say.
visit-not-read = Hearth does not read what you write. It tells nobody.

choice-reply-answer-yes = yes
choice-reply-answer-no = no
choice-reply-answer-rather-not-say = rather not say
choice-mood-down-yes = yes
choice-mood-down-no = no
choice-mood-down-rather-not-say = rather not say
choice-mood-interest-yes = yes
choice-mood-interest-no = no
choice-mood-interest-rather-not-say = rather not say
choice-thought-sort-question = question
choice-thought-sort-thought = thought
choice-thought-sort-idea = idea

## How you have felt. The two Whooley questions in their published words: change none.

visit-mood-ask-down = During the last month, have you often been bothered by feeling down, depressed or hopeless?
visit-mood-ask-interest = During the last month, have you often been bothered by having little interest or pleasure in doing things?
visit-mood-own-choice = These answers go to nobody unless you choose it.

## Breathing. A grade or a total is never said without its scale.

visit-mrc-ask = How breathless do you get?
visit-mrc-about = The MRC breathlessness scale, in Hearth’s own short words. The published words: Fletcher and others, British Medical Journal 1959, volume 2, page 257.
visit-mrc-words = { $n ->
    [1] only when I push myself hard
    [2] when I hurry, or go up a slight hill
    [3] I walk slower than others on the flat, or have to stop
    [4] I stop for breath after a few minutes on the flat
    [5] too breathless to leave home, or when I dress
   *[other] { $n }
}
choice-reply-mrc-1 = MRC breathlessness: 1 of 5
choice-reply-mrc-2 = MRC breathlessness: 2 of 5
choice-reply-mrc-3 = MRC breathlessness: 3 of 5
choice-reply-mrc-4 = MRC breathlessness: 4 of 5
choice-reply-mrc-5 = MRC breathlessness: 5 of 5
visit-cat-ask = What did your COPD Assessment Test (CAT) add up to?
visit-cat-about = Only the total, from 0 to 40. The test itself is on a sheet of its own.
visit-cat-chosen = CAT total: { $n } of 40
visit-scale-chosen = { $n } of 10

## Sheets and results

visit-sheet-given = From { $name }, { $date }
visit-sheet-no-title = A sheet without a title
visit-sheet-not-here = A sheet that can’t be read here
visit-value-on = { $value }, { $date }
visit-results-other = { $n ->
    [one] 1 more was measured in another way. It is under Results.
   *[other] { $n } more were measured in another way. They are under Results.
}
visit-results-undated = { $n ->
    [one] 1 more has no date. It is under Results.
   *[other] { $n } more have no date. They are under Results.
}

## One agenda

visit-agenda-thoughts = My questions, thoughts and ideas
visit-agenda-circled = What I circled
visit-agenda-late = Promised, and late
visit-agenda-unwell = When I was unwell
visit-agenda-reviews = To look at again
visit-agenda-suggestions = Suggestions that wait
visit-agenda-mood = How I have felt
visit-agenda-mood-answered = Answered. Only you see what.
visit-agenda-answers = My answers
visit-agenda-results = My results
visit-agenda-promise = { $what } ({ $who }): { $state }
visit-agenda-used = { $plan }: used { $date }.
visit-agenda-review = { $what }. { $line }
visit-agenda-plan = The plan as a whole
visit-agenda-answer = { $ask } { $answer }
visit-agenda-before = { $recent }; before that { $last }

## In the room

visit-left-out = { $n ->
    [one] 1 entry is only yours. It is not on this page.
   *[other] { $n } entries are only yours. They are not on this page.
}
visit-guest-waits = It waits until you say. Nothing of it is in your plan yet.
visit-guest-accept = Yes, keep it
visit-guest-decline = No, leave it out
visit-guest-accepted = It is in your plan, with their name.
visit-guest-declined = It is left out of your plan.

## Looking at it again

visit-review = To be looked at again by { $date }.
visit-review-late = It was to be looked at again by { $date }.
visit-review-interval = To be looked at again: { $interval }.
visit-review-by = Who will see to it: { $who }.

## The plan in short, to paste into the clinical record

summary-title = Care plan of { $name }, in short. Made { $date }, as recorded by the patient.
summary-visit = Visit: { $text }
summary-matters = What matters most: { $text }
summary-goal = Goal: { $text } (importance: { $n })
summary-goal-status = Goal: { $text } (importance: { $n }; { $status })
summary-action = Action: { $text } (confidence: { $n })
summary-promise = Promised: { $what } ({ $who }; { $state })
summary-unwell = { $n ->
    [one] There is a plan for when unwell.
   *[other] There are { $n } plans for when unwell.
}
summary-mood = Last month, down, depressed or hopeless: { $down }. Little interest or pleasure: { $interest }.
summary-cut = { $n ->
    [one] (1 more sentence is in the plan)
   *[other] ({ $n } more sentences are in the plan)
}
summary-left-out = { $n ->
    [one] 1 line did not fit here. It is in the plan.
   *[other] { $n } lines did not fit here. They are in the plan.
}

## When an answer can't be kept

error-cat-out-of-range = A CAT total goes from 0 to 40. Nothing was lost. Type the total again.
