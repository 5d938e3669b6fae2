### Reviews: what is to be looked at again, when and with whom. Late is said plainly; nobody is blamed.

review-next = To be looked at again: { $date }
review-today = To be looked at again today
review-late = It was to be looked at again by { $date }. You could ask for a new date.
review-late-who = It was to be looked at again by { $date }. You could ask { $who } for a new date.
review-no-date = No next date is written

review-of-goal = Goal: { $name }
review-of-action = What I do: { $name }
review-of-unwell = When I’m unwell: { $name }
review-of-budget = Personal health budget: { $name }
review-nameless = without a name

review-hand-over = You are 16 or over now. { $name } writes for you as a parent. Talk together about who keeps this plan now.
review-hand-over-why = From 16, most people can decide about their own care. Nothing has changed in your plan.

choice-review-sort-plan = My plan
choice-review-sort-medicines = My medicines
choice-review-sort-after-hospital = After hospital
choice-review-sort-moving-to-adult = Moving to adult services
choice-review-sort-other = Another review
