### Dau fersiwn, awgrymiadau a newidiadau.
