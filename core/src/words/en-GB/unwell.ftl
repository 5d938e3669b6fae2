### When I'm unwell. Signs, steps and zones are only ever the words people wrote: nothing here judges them.

unwell-title = When I’m unwell
unwell-signs = Signs
unwell-steps = Steps
unwell-call = Call
unwell-call-name = Call { $name }
unwell-read-aloud = Read aloud
unwell-my-signs = My early warning signs
unwell-what-to-do = What to do, in order
unwell-who-to-call = Who to call
unwell-coping = What helps me cope
unwell-at-home = Medicines and equipment, and where they are
unwell-written = Written { $date }
unwell-review = Look at this again by { $date }
unwell-review-overdue = It was to be looked at again by { $date }.

# Colour is never alone: each zone has its word and its shape.
zone-green = Green: my usual
zone-amber = Amber: getting worse
zone-red = Red: get help now
zone-any = At any time
zone-green-shape = circle
zone-amber-shape = triangle
zone-red-shape = hexagon

unwell-used = Used { $date }
unwell-used-ask = What did you notice, and what did you do?
unwell-used-before = The times you used it
unwell-saved = Saved here. Nobody has been alerted.

unwell-empty = What tells you that you are getting worse?
unwell-no-signs = No signs are written here.
unwell-no-steps = No steps are written here.
unwell-no-calls = Nobody to call is written here.
