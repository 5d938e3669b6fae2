### Dyddiau, misoedd a faint yn ôl.
