### What Hearth itself says in what it sends to a practice, and in the document of the whole plan.
### Read by people who work in health and care, and by the person.

fhir-plan-title = Care and support plan
fhir-team-title = People in my life and care
fhir-flag = Has a plan for when unwell. Please look at it.
fhir-two-orders = Two orders of these are kept. Nobody has chosen one yet.
# $n is 2 or more. The versions follow, one below the other.
fhir-versions = { $n } versions are kept until one is chosen:

# The document of the whole plan.
fhir-made = Copy, made { $date }
fhir-note = The person keeps this plan and chose what is in it. Some of it may be left out. It is not a medical order. Please check it with them.
# An entry too long to be sent on as data: it is here in words.
fhir-too-long = { $n ->
    [one] 1 entry is here in words only. It is too long to send as data.
   *[other] { $n } entries are here in words only. They are too long to send as data.
}
fhir-no-words = (no words yet)
fhir-medicines-note = As the person wrote them. This is not a list to prescribe from.
fhir-medicines-checked = Last checked
fhir-by-person = the person, { $date }
fhir-by-behalf = for them, by { $name }, { $date }
fhir-by-guest = { $name }, { $role }, on the person’s phone, { $date }
fhir-by-practice = their practice, { $date }
fhir-interpreted = through an interpreter, { $name }, { $date }, from { $language }: { $text }

fhir-section-alerts = First
fhir-section-about = About me
fhir-section-plan = What matters, and what I do
fhir-section-unwell = When I’m unwell
fhir-section-ahead = Looking ahead
fhir-section-conditions = What I live with
fhir-section-allergies = Allergies
fhir-section-medicines = Key medicines
fhir-section-readings = What I measured
fhir-section-people = People in my life and care

fhir-part-strength = What I am good at, and can count on
fhir-part-need = What I need, and what worries me
fhir-part-goal = My goals and hopes
fhir-part-action = What I am going to do
fhir-part-stage = Steps on the way
fhir-part-checkin = How it went
fhir-part-promise = Promised
fhir-part-request = Support I asked for
fhir-part-sign = My early warning signs
fhir-part-step = What to do, in order
fhir-part-coping = What helps me cope
fhir-part-kept = Medicines and equipment, and where they are
fhir-part-person = Who to call, in order
fhir-part-unwell = My plans for when I’m unwell
fhir-part-use = Times the plan was used

fhir-label-goal-importance = How important, 1 to 10
fhir-label-goal-status = How it stands
fhir-label-goal-outcome = What came of it
fhir-label-goal-review = Look at it again
fhir-label-action-who = Who
fhir-label-action-when = When
fhir-label-action-repeats = How often
fhir-label-action-barrier = What might stop me
fhir-label-action-strategy = What I can do about it
fhir-label-action-confidence = How sure I am that I can, 1 to 10
fhir-label-action-would-help = What would help
fhir-label-action-status = How it stands
fhir-label-action-review = Look at it again
fhir-label-stage-status = How it stands
fhir-label-stage-outcome = What came of it
fhir-label-checkin-at = When
fhir-label-checkin-confidence = How sure I am now, 1 to 10
fhir-label-unwell-trigger = What sets it off
fhir-label-unwell-review = Look at it again
fhir-label-unwell-review-by = Who looks at it with me
fhir-label-sign-zone = Zone
fhir-label-step-zone = Zone
fhir-label-coping-from = From
fhir-label-coping-until = Until
fhir-label-kept-place = Where it is
fhir-label-use-at = When
fhir-label-promise-who = Who
fhir-label-promise-by = By
fhir-label-promise-state = How it stands
fhir-label-promise-said = Said on
fhir-label-promise-note = What came of it
fhir-label-request-item = Of the menu
fhir-label-request-of = Asked of
fhir-label-request-on = Asked on
fhir-label-request-state = How it stands
fhir-label-request-note = What came of it
fhir-label-person-relation = Who they are to me
fhir-label-person-role = Their work
fhir-label-person-organisation = Where they work
fhir-label-person-number = Number
fhir-label-person-key-worker = My key worker
fhir-label-person-carer = Cares for me
fhir-label-person-interpreter = Interprets for me
fhir-label-person-comments = Worth knowing
fhir-label-person-since = Since
fhir-label-person-until = Until
fhir-label-condition-since = Since
fhir-label-allergy-reaction = What happened
fhir-label-allergy-since = Since
fhir-label-medicine-why = What it is for
fhir-label-form-name = Its name
fhir-label-form-dated = Dated
fhir-label-form-place = Where the original is
fhir-label-preference-words = In my words
fhir-label-preference-dated = Said on
fhir-label-reading-other = Its name
fhir-label-reading-value = Number
fhir-label-reading-second = Second number
fhir-label-reading-unit = Unit
fhir-label-reading-at = When
fhir-label-reading-note = Worth knowing
fhir-label-about-on = Written on
fhir-label-about-helped-by = Helped me to write it
fhir-section-sheets = What I answered before visits
fhir-label-reply-answer = Answer
fhir-label-reply-scale = 1 to 10
fhir-label-reply-count = How many
fhir-label-reply-mrc = Grade
fhir-label-reply-cat = COPD Assessment Test (CAT), total of 40
fhir-label-reply-number = Number
fhir-label-reply-unit = Unit
fhir-label-reply-words = In my words
fhir-section-requirements = What others need to know of me, or do
fhir-part-statement = My advance statement
fhir-part-last-place = Where I would like to die
fhir-label-about-media-location = Where pictures or a film of me are
fhir-label-statement-on = Dated
fhir-label-statement-location = Where it was made
fhir-label-statement-place = Where the document is
fhir-label-last-place-sort = What sort of place
fhir-label-requirement-words = In my words
fhir-label-requirement-detail = More about it
