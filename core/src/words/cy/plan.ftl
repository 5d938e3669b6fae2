### Ystafelloedd y cynllun.
