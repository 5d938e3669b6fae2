### Help i'ch gofalwr: beth sydd ei angen ar y rhai sy'n gofalu am y person.

carer-title = Help i’ch gofalwr
carer-empty = Beth sydd ei angen ar rywun sy’n gofalu amdanoch chi?
carer-needs = Beth sydd ei angen ar { $name }
carer-asked = Cymorth y gofynnwyd amdano
