"""Why there is a gap: questions, shares of the causes, what binds, and what follows from it."""
