### Y Deyrnas Unedig: pwy i’w ffonio. Not clinically reviewed: English stands beside these sentences.

region-life-at-risk = Bywyd mewn perygl? 999 (cyfnewid testun a BSL hefyd). Brys? 111.
region-mood-yes = Diolch. Does neb wedi cael gwybod eto. Siaradwch â’ch meddygfa, os gwelwch yn dda. Ddim yn ddiogel, neu’n meddwl am niweidio’ch hun? 999 neu’r adran achosion brys (A&E); 111, opsiwn iechyd meddwl; Samariaid 116 123.
region-emergency-number = 999
region-urgent-number = 111
