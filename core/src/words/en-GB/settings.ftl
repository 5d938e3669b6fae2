### Keeping the plan safe, and what sort of thing an entry is. $date is already in words.

backup-last = Last backup: { $date }
backup-whole = This backup is whole. Made: { $date }
backup-has-all = Everything written on this phone so far is in it.
backup-more-here = Something was written here since. It is not in this backup. Make a new one when you like.
backup-behind = What you wrote after that day is not in it. A newer backup, or another phone of yours, may have it.

# What sort of thing an entry is, over its words in a list.
kind-about = About me
kind-strength = What I am good at
kind-need = A need or a worry
kind-goal = Goal
kind-action = What I am going to do
kind-checkin = How it went
kind-unwell = When I’m unwell
kind-use = A time I used an unwell plan
kind-condition = Condition
kind-allergy = Allergy
kind-medicine = Medicine
kind-form = A form and where it is
kind-person = Person
kind-promise = Promise
kind-result = Result
kind-requirement = Something I need others to know
kind-visit = Visit
kind-mood = How I felt
kind-decision = Decision
kind-reading = Reading
kind-preference = Looking ahead
kind-copy = Copy of a document
kind-support = Support
kind-budget = Personal health budget
kind-review = Review
kind-carer-need = Help for my carer
