### Results in plain names. No range, target or judgement: a lab's own words are shown as the lab's.

result-blood-pressure = Blood pressure
result-systolic = Blood pressure, top number
result-diastolic = Blood pressure, bottom number
result-weight = Weight
result-bmi = Body mass index (BMI)
result-oxygen = Oxygen in the blood
result-hba1c = Blood sugar over 2 to 3 months (HbA1c)
result-egfr = How well the kidneys filter (eGFR)
result-fev1 = How full a breath is (FEV1 %)
result-acr = Protein (albumin) in the urine (ACR)

result-preliminary = Early result: it may change
result-changed = Changed after it was first sent
result-cancelled = This test was not finished
result-entered-in-error = Sent by mistake: do not use
result-status-unknown = Not known if this is the final result
result-no-value = no value given
result-no-value-because = no value given: { $reason }
result-value-not-shown = There is a value here that Hearth can’t show yet. Ask your practice what it says.
result-lab-words = The lab’s own words: { $text }
result-other-unit = Measured in another way: don’t compare the numbers.
