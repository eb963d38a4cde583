"""Published effects: read, checked, looked up by the id a case names."""

from ldcase.evidence.library import Effect, load

__all__ = ["Effect", "load"]
