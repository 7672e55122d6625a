"""Which strokes made which ink."""

import weakref

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.strokes.pen_strokes import PenStroke

Ink = NDArray[np.uint8]


class StrokeRecord:
    """Remember the strokes of inks for as long as the inks live.

    Undo brings the same array back that was shown before: so the strokes follow it, and
    nothing has to be told to undo steps.

    Examples
    --------
    >>> record, ink_hw = StrokeRecord(), np.ones((2, 2), np.uint8)
    >>> record.keep(ink_hw, ())
    >>> record.strokes_of(ink_hw), record.strokes_of(ink_hw.copy())
    ((), None)
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[Ink], tuple[PenStroke, ...]]] = {}

    def keep(self, ink_hw: Ink, strokes: tuple[PenStroke, ...]) -> None:
        """Remember what made an ink."""
        key, known = id(ink_hw), self._known

        def forget(_: object) -> None:
            known.pop(key, None)

        known[key] = weakref.ref(ink_hw, forget), strokes

    def strokes_of(self, ink_hw: Ink | None) -> tuple[PenStroke, ...] | None:
        """Return what made an ink; nothing made an empty one, ``None`` is not known."""
        if ink_hw is None:
            return None
        reference, strokes = self._known.get(id(ink_hw), (None, ()))
        if reference is not None and reference() is ink_hw:
            return strokes
        return None if ink_hw.any() else ()
