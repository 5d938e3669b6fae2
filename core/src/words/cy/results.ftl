### Canlyniadau mewn enwau plaen. No range, target or judgement: a lab's own words are shown as the lab's.

result-blood-pressure = Pwysedd gwaed
result-systolic = Pwysedd gwaed, y rhif uchaf
result-diastolic = Pwysedd gwaed, y rhif isaf
result-weight = Pwysau
result-bmi = Mynegai màs y corff (BMI)
result-oxygen = Ocsigen yn y gwaed
result-hba1c = Siwgr yn y gwaed dros 2 i 3 mis (HbA1c)
result-egfr = Pa mor dda mae’r arennau’n hidlo (eGFR)
result-fev1 = Pa mor llawn yw anadl (FEV1 %)
result-acr = Protein (albwmin) yn y dŵr (ACR)

result-preliminary = Canlyniad cynnar: gall newid
result-changed = Newidiwyd ar ôl ei anfon gyntaf
result-cancelled = Ni chafodd y prawf hwn ei orffen
result-entered-in-error = Anfonwyd drwy gamgymeriad: peidiwch â’i ddefnyddio
result-status-unknown = Ddim yn gwybod ai dyma’r canlyniad terfynol
result-no-value = dim gwerth wedi’i roi
result-no-value-because = dim gwerth wedi’i roi: { $reason }
result-value-not-shown = Mae gwerth yma na all Hearth ei ddangos eto. Gofynnwch i’ch meddygfa beth mae’n ei ddweud.
result-lab-words = Geiriau’r labordy ei hun: { $text }
result-other-unit = Mesurwyd mewn ffordd arall: peidiwch â chymharu’r rhifau.
