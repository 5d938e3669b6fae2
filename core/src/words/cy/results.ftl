### Canlyniadau mewn enwau plaen.
