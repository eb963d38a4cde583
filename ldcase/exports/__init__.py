"""What leaves the room: the case as files that other people open."""

from ldcase.exports.twin import write_twin

__all__ = ["write_twin"]
