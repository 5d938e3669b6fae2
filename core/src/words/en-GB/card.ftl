### The emergency card. Read by strangers in a hurry: the fewest words. All dates here are full ones.

card-title = Emergency card
card-born = born { $date }
card-call-me = call me { $name }
card-photo = Photo of { $name }
card-conditions = I live with
card-allergies = Allergies
card-medicines = Key medicines
card-medicines-checked = checked { $date }
card-communication = How to talk with me
card-please = Please
card-please-dont = Please don’t
card-very-unwell = If I am very unwell
card-contacts = Who to call
card-unwell-plans = My plans for when I’m unwell

card-forms = Papers that exist
card-form-respect = A ReSPECT form exists
card-form-adrt = An advance decision (ADRT) exists
card-form-lpa = A lasting power of attorney (LPA) exists
card-form-other = This form exists: { $form }
card-form-dated = dated { $date }
card-form-where = Where it is: { $place }
card-allergy-ended = ended { $date }
card-not-an-instruction = Not an instruction: find the original.

# Last of the safety lines of a card in a language that no clinician has read.
card-not-reviewed = These words are a translation that no clinician has checked. If the two differ, go by the English.

# An allergy line that is switched on but empty must not read as "no allergies".
card-nothing-written = Nothing written. That does not mean none.

# How old. $n is 2 or more, or a mark that the widget fills in.
card-made-today = made today
card-made-yesterday = made yesterday
card-days-old = { $n } days old
card-made-on = made { $date }
card-clock-wrong = { date-clock-wrong }
card-may-lack-lines = Part of the plan can’t be read. This card may lack lines.
card-may-be-behind = This card may be behind the plan
card-lines-left-out = Lines left out: { $n }
card-could-not-check = could not check since { $date }
card-copy = copy, made { $date }
