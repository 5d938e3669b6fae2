### Graddfeydd o 1 i 10.
