"""A drawing drawn once more, as fast as one likes, before everybody's eyes."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from cnnviz.engine.images.strokes.pen_strokes import PenStroke
from cnnviz.engine.images.strokes.replay import Replay
from cnnviz.state.picture.shared_picture import drawing
from cnnviz.state.store import Store

SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Times as fast as the hand was."""

_FRAME_MS: Final = 16


@dataclass(frozen=True, slots=True)
class ReplayState:
    """What is drawn once more.

    Attributes
    ----------
    strokes
        Of the drawing.
    place_ms, length_ms
        How far it has come at the hand's own speed, and how long it takes.
    playing
        Whether it goes on.
    speed
        Times as fast as the hand was.
    """

    strokes: tuple[PenStroke, ...] = ()
    place_ms: float = 0.0
    length_ms: float = 0.0
    playing: bool = False
    speed: float = 1.0


class ReplayPresenter(QObject):
    """Let time pass over a drawing; ``store`` is what the tool renders.

    Signals
    -------
    shown(picture)
        The drawing so far, a ``SharedPicture``, in place of the shared one; ``None``:
        that one again.
    """

    shown = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store[ReplayState] = Store(ReplayState(), self)
        self._replay = Replay(())
        self._since_tick = QElapsedTimer()
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._is_shown = False

    @property
    def is_shown(self) -> bool:
        """Whether the page shows a drawing that is drawn once more."""
        return self._is_shown

    def toggle(self, strokes: tuple[PenStroke, ...]) -> None:
        """Draw from the beginning, or stop for a while, or go on."""
        self._load(strokes)
        state = self.store.state
        if state.playing:
            self._timer.stop()
            self._replace(playing=False)
        elif strokes:
            at_end = state.place_ms >= state.length_ms
            self._replace(playing=True, place_ms=0.0 if at_end else state.place_ms)
            self._since_tick.start()
            self._timer.start()
            self._show()

    def seek(self, strokes: tuple[PenStroke, ...], place_ms: float) -> None:
        """Show the drawing at a time of it."""
        self._load(strokes)
        if strokes:
            place_ms = max(0.0, min(place_ms, self.store.state.length_ms))
            self._replace(place_ms=place_ms)
            self._show()

    def set_speed(self, speed: float) -> None:
        """Draw so many times as fast as the hand did."""
        self._replace(speed=speed)

    def change_speed(self, steps: int) -> None:
        """Draw faster, or slower, by so many of `SPEEDS`."""
        now = SPEEDS.index(self.store.state.speed)
        self.set_speed(SPEEDS[max(0, min(now + steps, len(SPEEDS) - 1))])

    @Slot()
    def stop(self) -> None:
        """Show the shared picture again."""
        self._timer.stop()
        self._replace(playing=False, place_ms=0.0)
        if self._is_shown:
            self._is_shown = False
            self.shown.emit(None)

    def _load(self, strokes: tuple[PenStroke, ...]) -> None:
        if strokes is not self.store.state.strokes:
            self.stop()
            self._replay = Replay(strokes)
            self._replace(strokes=strokes, length_ms=self._replay.length_ms)

    @Slot()
    def _on_tick(self) -> None:
        state = self.store.state
        place_ms = state.place_ms + self._since_tick.restart() * state.speed
        if place_ms >= state.length_ms:
            self.stop()
            self._replace(place_ms=state.length_ms)
            return
        self._replace(place_ms=place_ms)
        self._show()

    def _show(self) -> None:
        self._is_shown = True
        self.shown.emit(drawing(self._replay.ink_at(self.store.state.place_ms)))

    def _replace(self, **changes: object) -> None:
        self.store.replace(replace(self.store.state, **changes))  # type: ignore[arg-type]
