### Help for your carer: what those who care for the person need themselves.

carer-needs = What { $name } needs
