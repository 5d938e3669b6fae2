### Y cerdyn argyfwng. Not clinically reviewed.
