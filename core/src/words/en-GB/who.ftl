### Who wrote it, and when: the small line under every sentence. $date is already in words.

who-you = Your words, { $date }
who-you-here = Your words, { $date }, this phone
who-you-there = Your words, { $date }, { $device }
who-you-with-help = Your words, { $date }, written with help from { $name }
who-interpreter = Your words, { $date }, through an interpreter, { $name }
who-their-words = Your words, { $date }, written down by { $name }
who-on-behalf = On your behalf, by { $name }, { $date }
# $authority: what lets them write for the person, such as "lasting power of attorney".
who-on-behalf-authority = On your behalf, by { $name }, { $authority }, { $date }
# Somebody in the room, on the person's phone, before and after the person says yes to it.
who-guest = Written by { $name }, { $role }, on my phone, { $date }
who-guest-accepted = Written by { $name }, { $role }, on my phone, { $date }. Accepted by you, { $accepted }
who-practice = Your practice, { $date }
who-practice-name = { $name }, your practice, { $date }
who-carer = { $name }, who helps care for you, { $date }
who-suggested-accepted = Suggested by { $name }, { $date }. Accepted by you, { $accepted }
who-recorded-by-patient = As recorded by the patient
who-agreed = Agreed with { $name }, { $date }, as recorded by the patient
who-agreed-practice = Agreed with { $name }, { $date }, sent by your practice
who-not-known = Not known who wrote this, { $date }
who-only-me = Only me

# A name in the middle of a sentence.
who-name-you = you
who-name-practice = your practice
who-name-unknown = somebody without a name
