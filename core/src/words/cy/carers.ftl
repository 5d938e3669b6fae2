### Help i'ch gofalwr: beth sydd ei angen ar y rhai sy'n gofalu am y person.

carer-needs = Beth sydd ei angen ar { $name }
