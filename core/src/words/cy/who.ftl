### Pwy a’i ysgrifennodd, a phryd.
