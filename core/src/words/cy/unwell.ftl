### Pan fydda i’n sâl. Not clinically reviewed: what stands in `safety.rs` has English beside it.

unwell-title = Pan fydda i’n sâl
unwell-signs = Arwyddion
unwell-steps = Camau
unwell-call = Ffonio
unwell-call-name = Ffonio { $name }
unwell-read-aloud = Darllen yn uchel
unwell-my-signs = Fy arwyddion rhybudd cynnar
unwell-what-to-do = Beth i’w wneud, mewn trefn
unwell-who-to-call = Pwy i’w ffonio
unwell-coping = Beth sy’n fy helpu i ymdopi
unwell-at-home = Meddyginiaethau ac offer, a ble maen nhw
unwell-written = Ysgrifennwyd { $date }
unwell-review = Edrych ar hwn eto erbyn { $date }
unwell-review-overdue = Roedd i fod i gael ei weld eto erbyn { $date }.

# Colour is never alone: each zone has its word and its shape.
zone-green = Gwyrdd: fel arfer i mi
zone-amber = Oren: yn gwaethygu
zone-red = Coch: ceisiwch help nawr
zone-any = Unrhyw bryd
zone-green-shape = cylch
zone-amber-shape = triongl
zone-red-shape = hecsagon

unwell-used = Defnyddiwyd { $date }
unwell-used-ask = Beth wnaethoch chi sylwi arno, a beth wnaethoch chi?
unwell-used-before = Yr adegau y gwnaethoch ei ddefnyddio
unwell-saved = Wedi’i gadw yma. Does neb wedi cael rhybudd.

unwell-empty = Beth sy’n dweud wrthych eich bod yn gwaethygu?
unwell-no-signs = Does dim arwyddion wedi’u hysgrifennu yma.
unwell-no-steps = Does dim camau wedi’u hysgrifennu yma.
unwell-no-calls = Does neb i’w ffonio wedi’i ysgrifennu yma.
