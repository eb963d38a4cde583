"""Words made from numbers: formats, sentences, verdicts, answers, and the narrative of the pitch."""
