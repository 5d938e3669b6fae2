### Pwy a’i ysgrifennodd, a phryd: the small line under every sentence. $date is already in words.
### A name stands after a colon, since a word before it could change with its first letter.

who-you = Eich geiriau chi, { $date }
who-you-here = Eich geiriau chi, { $date }, y ffôn hwn
who-you-there = Eich geiriau chi, { $date }, { $device }
who-you-with-help = Eich geiriau chi, { $date }, gyda help: { $name }
who-interpreter = Eich geiriau chi, { $date }, drwy gyfieithydd, { $name }
who-their-words = Eich geiriau chi, { $date }, nodwyd gan: { $name }
who-on-behalf = Ar eich rhan: { $name }, { $date }
# $authority: what lets them write for the person, such as "lasting power of attorney".
who-on-behalf-authority = Ar eich rhan: { $name }, { $authority }, { $date }
# Somebody in the room, on the person's phone, before and after the person says yes to it.
who-guest = Ysgrifennwyd gan: { $name }, { $role }, ar fy ffôn i, { $date }
who-guest-accepted = Ysgrifennwyd gan: { $name }, { $role }, ar fy ffôn i, { $date }. Derbyniwyd gennych chi, { $accepted }
who-practice = Eich meddygfa, { $date }
who-practice-name = { $name }, eich meddygfa, { $date }
who-carer = { $name }, sy’n helpu i ofalu amdanoch, { $date }
who-suggested-accepted = Awgrymwyd gan: { $name }, { $date }. Derbyniwyd gennych chi, { $accepted }
who-recorded-by-patient = Fel y cofnodwyd gan y claf
who-agreed = Cytunwyd gyda: { $name }, { $date }, fel y cofnodwyd gan y claf
who-agreed-practice = Cytunwyd gyda: { $name }, { $date }, anfonwyd gan eich meddygfa
who-not-known = Ddim yn gwybod pwy ysgrifennodd hwn, { $date }
who-only-me = Dim ond fi

# A name in the middle of a sentence.
who-name-you = chi
who-name-practice = eich meddygfa
who-name-unknown = rhywun heb enw
