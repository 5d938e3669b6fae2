### Penderfyniadau: dewis i'w wneud, beth sy'n bwysig am bob opsiwn, a beth benderfynwyd. Mae "ddim nawr" yn ateb.

decision-open = Heb benderfynu eto
decision-decided = Wedi penderfynu
decision-decided-on = Wedi penderfynu, { $date }
decision-not-now = Ddim nawr
decision-not-now-on = Ddim nawr, { $date }

choice-decision-state-open = heb benderfynu eto
choice-decision-state-decided = wedi penderfynu
choice-decision-state-not-now = ddim nawr
choice-option-sort-treatment = triniaeth
choice-option-sort-care = gofal
choice-option-sort-support = cymorth
choice-consideration-side-for = o’i blaid
choice-consideration-side-against = yn ei erbyn
choice-consideration-side-neither = ddim o blaid nac yn erbyn
