### Darlleniadau'r person: yr hyn a fesurwyd, fel y'i teipiwyd. Does dim yma'n dweud beth ddylai rhif fod.

reading-no-unit = (dim uned wedi’i hysgrifennu)
reading-no-number = dim rhif wedi’i ysgrifennu
reading-pair = { $top } / { $bottom }
reading-with-unit = { $number } { $unit }

reading-name-pressure-top = Pwysedd gwaed, y rhif uchaf
reading-name-pressure-bottom = Pwysedd gwaed, y rhif isaf
reading-name-other = Darlleniad arall

choice-reading-what-peak-flow = Llif anadl brig
choice-reading-what-blood-pressure = Pwysedd gwaed
choice-reading-what-weight = Pwysau
choice-reading-what-glucose = Siwgr yn y gwaed
choice-reading-what-oxygen = Ocsigen yn y gwaed
choice-reading-what-pain = Poen
choice-reading-what-other = darlleniad arall
