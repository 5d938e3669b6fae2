### Ffonau’r person ei hun.
