"""Published effects: read, checked, searched, matched to a case, and shrunk into a range that a case may use."""

from ldcase.evidence.effect import Effect
from ldcase.evidence.library import load

__all__ = ["Effect", "load"]
