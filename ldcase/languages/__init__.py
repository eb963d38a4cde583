"""The translations, and what gathers, checks and compiles them: ``python -m ldcase.languages``."""
