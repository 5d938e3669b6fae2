### Own readings: what the person measured, as typed. Nothing here says what a number should be.

reading-no-unit = (no unit written)
reading-no-number = no number written
reading-pair = { $top } / { $bottom }
reading-with-unit = { $number } { $unit }

reading-name-pressure-top = Blood pressure, top number
reading-name-pressure-bottom = Blood pressure, bottom number
reading-name-other = Another reading

choice-reading-what-peak-flow = Peak flow
choice-reading-what-blood-pressure = Blood pressure
choice-reading-what-weight = Weight
choice-reading-what-glucose = Blood sugar
choice-reading-what-oxygen = Oxygen in the blood
choice-reading-what-pain = Pain
choice-reading-what-other = another reading
