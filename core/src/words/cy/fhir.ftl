### Yr hyn mae Hearth ei hun yn ei ddweud yn yr hyn mae’n ei anfon i bractis, ac yn nogfen y cynllun cyfan.

fhir-plan-title = Cynllun gofal a chymorth
fhir-team-title = Pobl yn fy mywyd a’m gofal
fhir-flag = Mae ganddyn nhw gynllun ar gyfer pan fyddan nhw’n sâl. Edrychwch arno, os gwelwch yn dda.
fhir-two-orders = Mae dwy drefn o’r rhain yn cael eu cadw. Does neb wedi dewis un eto.
fhir-versions = { $n ->
    [two] Mae 2 fersiwn yn cael eu cadw nes bod un yn cael ei ddewis:
   *[other] Mae { $n } fersiwn yn cael eu cadw nes bod un yn cael ei ddewis:
}
