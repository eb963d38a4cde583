"""Memory for arrays that is used again as soon as nobody holds them.

A forecast fills dozens of arrays of a megabyte, and the next movement of a lever replaces them. Memory fresh from the
operating system costs more time than the arithmetic in it (every page of it is faulted in and zeroed); memory that
was just used is mapped and warm.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Shape = tuple[int, int]
Space = Callable[[Shape], Array]
"""Gives an array of a shape, with arbitrary contents."""

SMALL = 8_192
"""So many numbers; below this NumPy's own allocation is as quick, and a pass over them costs next to nothing."""

_MOST_SHAPES = 3


def room(shape: Shape, space: Space, *passing: Array) -> Array:
    """Memory for a result: one of the ``passing`` arrays if it is writeable and has the shape, else new space.

    Results of the engine are read-only; an array that is still writeable was made on the way and is needed by nobody.
    """
    for array in passing:
        if array.flags.writeable and array.shape == shape:
            return array
    return space(shape)


def widest(arrays: Sequence[Array]) -> Shape:
    """The shape of the result of an operation month by month and row by row."""
    return max(array.shape[0] for array in arrays), max(array.shape[1] for array in arrays)


def _references(blocks: list[Array], position: int) -> int:
    return sys.getrefcount(blocks[position])


_ALONE = _references([np.empty(1)], 0)  # the count that only the list itself makes


class Memory:
    """Blocks of memory by shape.

    A block is idle when no array made of it is left; a view keeps its block, as NumPy's views keep their base.
    """

    def __init__(self) -> None:
        self._blocks: dict[Shape, list[Array]] = {}
        self._lock = Lock()

    def array(self, shape: Shape) -> Array:
        """An array of ``shape`` with arbitrary contents; its memory is used again when its last view is gone."""
        if shape[0] * shape[1] < SMALL:
            return np.empty(shape)
        with self._lock:
            blocks = self._blocks[shape] = self._blocks.pop(shape, [])  # the shape used last stands last
            for position in range(len(blocks)):
                if _references(blocks, position) == _ALONE:
                    blocks.append(blocks.pop(position))
                    return blocks[-1].view()
            blocks.append(np.empty(shape))
            return blocks[-1].view()

    def trim(self, most: int) -> None:
        """Give back all but ``most`` idle blocks of each shape, and all of the shapes not used for longest."""
        with self._lock:
            for shape in list(self._blocks)[:-_MOST_SHAPES]:
                del self._blocks[shape]
            for shape, blocks in self._blocks.items():
                idle = [position for position in range(len(blocks)) if _references(blocks, position) == _ALONE]
                surplus = frozenset(idle[: max(len(idle) - most, 0)])
                self._blocks[shape] = [block for position, block in enumerate(blocks) if position not in surplus]
