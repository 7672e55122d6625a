"""What was drawn while the program runs, and what was answered."""

from dataclasses import dataclass, replace
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.images.strokes.pen_strokes import PenStroke
from cnnviz.pages.draw.presenters.drawings.drawing_files import (
    DrawingFiles,
    OpenedDrawings,
)
from cnnviz.pages.draw.presenters.drawings.replay_presenter import ReplayPresenter
from cnnviz.pages.draw.presenters.drawings.stroke_record import Ink, StrokeRecord
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers.inference import DrawAnswer

MOST: Final = 200
"""Drawings that are kept: 16 MB of ink."""


class Shown(Protocol):
    """What the page shows, as far as it matters here."""

    @property
    def picture(self) -> SharedPicture:
        """The picture."""

    @property
    def answer(self) -> DrawAnswer | None:
        """What was answered, perhaps to the picture before."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """One drawing.

    Attributes
    ----------
    number
        Its own, from 1.
    ink_hw
        uint8, ``280 x 280``.
    strokes
        What made the ink; ``None`` where that is not known.
    label, share
        What was read, and how sure that was; ``None`` where nothing was, or no digit.
    doubted
        Whether it does not look like one digit.
    """

    number: int
    ink_hw: Ink
    strokes: tuple[PenStroke, ...] | None
    label: str | None = None
    share: float | None = None
    doubted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class DrawingsState:
    """What the tool shows: the drawings, oldest first, and which is on the sheet."""

    drawings: tuple[Drawn, ...] = ()
    current: Drawn | None = None


class DrawingsPresenter(QObject):
    """Follow what is drawn; ``store`` is what the tool renders.

    A drawing lasts from the first stroke on an empty sheet to the next empty sheet: each
    stroke, and undo, changes it.

    Attributes
    ----------
    replay
        Draws one of them once more.
    files
        Reads and writes them.

    Signals
    -------
    wanted(ink_hw)
        This drawing shall be on the sheet again.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store[DrawingsState] = Store(DrawingsState(), self)
        self.replay = ReplayPresenter(self)
        self.files = DrawingFiles(self)
        self.files.opened.connect(self._on_opened)
        self._record = StrokeRecord()
        self._before: tuple[PenStroke, ...] | None = ()
        self._in_stroke = False
        self._count = 0
        self._picture: SharedPicture | None = None

    @property
    def strokes(self) -> tuple[PenStroke, ...] | None:
        """What made the ink on the sheet; ``None`` where that is not known."""
        picture = self._picture
        return self._record.strokes_of(None if picture is None else picture.ink_hw)

    # the pad

    @Slot()
    def begin_stroke(self) -> None:
        """Learn that the pen came down; what was drawn once more gives way."""
        self.replay.stop()
        self._in_stroke = True
        picture = self._picture
        ink_hw = None if picture is None else picture.ink_hw
        # Over a picture a new sheet begins.
        self._before = () if ink_hw is None else self._record.strokes_of(ink_hw)

    @Slot(object, object)
    def finish_stroke(self, stroke: PenStroke | None, ink_hw: Ink | None) -> None:
        """Learn what the pen did, and what came of it; ``None``: it was taken back."""
        self._in_stroke = False
        if ink_hw is not None and stroke is not None and self._before is not None:
            self._record.keep(ink_hw, (*self._before, stroke))

    @Slot(object)
    def follow(self, shown: Shown) -> None:
        """Learn what the page shows now."""
        if self.replay.is_shown:
            return
        self._picture = picture = shown.picture
        ink_hw = picture.ink_hw
        if self._in_stroke:
            return
        if ink_hw is None or not ink_hw.any():
            self._replace(current=None)
            return
        drawn = self._noted(ink_hw)
        answer = shown.answer
        if answer is not None and _is_of(answer, ink_hw):
            drawn = _read(drawn, answer)
        self._put(drawn)

    # the tool

    def bring_back(self, number: int) -> None:
        """Put a drawing on the sheet again."""
        self.replay.stop()
        drawn = self._numbered(number)
        if drawn is not None and drawn is not self.store.state.current:
            self.wanted.emit(drawn.ink_hw)

    def go(self, by: int) -> None:
        """Put the drawing after the one on the sheet there, or the one before."""
        state = self.store.state
        numbers = [drawn.number for drawn in state.drawings]
        if not numbers:
            return
        at = len(numbers) if by < 0 else -1
        if state.current is not None and state.current.number in numbers:
            at = numbers.index(state.current.number)
        self.bring_back(numbers[min(max(at + by, 0), len(numbers) - 1)])

    @Slot()
    def toggle_replay(self) -> None:
        """Draw what is on the sheet once more, or stop for a while, or go on."""
        self.replay.toggle(self._current_strokes())

    def seek_replay(self, place_ms: float) -> None:
        """Show what is on the sheet as it was at a time of it."""
        self.replay.seek(self._current_strokes(), place_ms)

    def shut_down(self) -> None:
        """End the threads."""
        self.replay.stop()
        self.files.shut_down()

    def _current_strokes(self) -> tuple[PenStroke, ...]:
        current = self.store.state.current
        return () if current is None else current.strokes or ()

    def _noted(self, ink_hw: Ink) -> Drawn:
        """Return the drawing that an ink is of: one that is known, or that goes on."""
        strokes, state = self._record.strokes_of(ink_hw), self.store.state
        for drawn in state.drawings:
            if drawn.ink_hw is ink_hw:
                return drawn
        current = state.current
        goes_on = current is not None and (strokes is None) == (current.strokes is None)
        if goes_on and current is not None:
            return Drawn(current.number, ink_hw, strokes)
        self._count += 1
        return Drawn(self._count, ink_hw, strokes)

    def _put(self, drawn: Drawn) -> None:
        """Keep a drawing as it is now, on the sheet."""
        kept = {each.number: each for each in self.store.state.drawings}
        if kept.get(drawn.number) is drawn and self.store.state.current is drawn:
            return
        kept[drawn.number] = drawn
        self._replace(drawings=tuple(kept.values())[-MOST:], current=drawn)

    def _numbered(self, number: int) -> Drawn | None:
        drawings = self.store.state.drawings
        return next((each for each in drawings if each.number == number), None)

    @Slot(object)
    def _on_opened(self, opened: OpenedDrawings) -> None:
        drawings = []
        for strokes, ink_hw in opened.drawings:
            self._record.keep(ink_hw, strokes)
            self._count += 1
            drawings.append(Drawn(self._count, ink_hw, strokes))
        if drawings:
            kept = (*self.store.state.drawings, *drawings)
            self._replace(drawings=kept[-MOST:], current=None)
            self.bring_back(drawings[0].number)

    def _replace(self, **changes: object) -> None:
        new = replace(self.store.state, **changes)  # type: ignore[arg-type]
        old = self.store.state
        if (new.drawings, new.current) != (old.drawings, old.current):
            self.store.replace(new)


def _is_of(answer: DrawAnswer, ink_hw: Ink) -> bool:
    return answer.preparation is not None and answer.preparation.ink_hw is ink_hw


def _read(drawn: Drawn, answer: DrawAnswer) -> Drawn:
    """Return a drawing with what was answered to it."""
    if answer.trace is None or answer.network is None:
        return drawn
    best, shares = answer.trace.best, answer.trace.probabilities
    label: str | None = answer.network.current.network.labels[best]
    share = None if shares is None else float(shares[best])
    doubted = answer.judgement is not None and not answer.judgement.digit
    if doubted:
        label = share = None
    if (drawn.label, drawn.share, drawn.doubted) == (label, share, doubted):
        return drawn
    return replace(drawn, label=label, share=share, doubted=doubted)
