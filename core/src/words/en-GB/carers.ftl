### Help for your carer: what those who care for the person need themselves.

carer-title = Help for your carer
carer-empty = What does somebody who cares for you need themselves?
carer-needs = What { $name } needs
carer-asked = Support asked for
