"""A hand for the tour: real events on real widgets, pictures, and the record."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from cnnviz.shell.main_window import MainWindow

Wait = Callable[[], bool]
"""Whether what the script waits for has come true."""

Script = Iterator[Wait]
"""Acts, and yields what to wait for before it goes on."""

W = TypeVar("W", bound=QObject)

_SETTLE_MS: Final = 300


class TourFailure(Exception):
    """The window did not do what the script waited for."""


@dataclass(slots=True)
class Hand:
    """What a script works with.

    Attributes
    ----------
    window
        The real main window.
    out
        Folder for the pictures and the record.
    started
        ``time.perf_counter()`` when the tour began.
    record
        What ``tour.json`` will hold.
    actions, pictures
        What was done, and the files written, in order.
    """

    window: MainWindow
    out: Path
    started: float
    record: dict[str, object] = field(default_factory=dict)
    actions: list[dict[str, object]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def find(self, kind: type[W], name: str) -> W:
        """Return the window's widget or action of that object name."""
        found = self.window.findChild(kind, name)
        if found is None:  # a presentation takes the pages out of the window
            found = self.window.centre.findChild(kind, name)
        if found is None:
            raise TourFailure(f"the window has no {kind.__name__} named {name!r}")
        return found

    def seconds(self) -> float:
        """Return how long the tour has been going."""
        return round(time.perf_counter() - self.started, 3)

    def did(self, what: str, **facts: object) -> None:
        """Write down one thing that was done, with the time."""
        self.actions.append({"at_s": self.seconds(), "did": what, **facts})

    def picture(self, title: str) -> None:
        """Write the window as the next numbered PNG."""
        name = f"{len(self.pictures) + 1:02d}-{title}.png"
        if not self.window.grab().save(str(self.out / name)):
            raise TourFailure(f"could not write {self.out / name}")
        self.pictures.append(name)
        self.did("took a picture", file=name)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press and release a key on a widget."""
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, none))

    def click(self, widget: QWidget, at: QPoint) -> None:
        """Press and release the left button."""
        self._mouse(widget, QEvent.Type.MouseButtonPress, at)
        self._mouse(widget, QEvent.Type.MouseButtonRelease, at)

    def point(self, widget: QWidget, at: QPoint) -> None:
        """Move the pointer there, no button held."""
        none = Qt.MouseButton.NoButton
        where = QPointF(at), QPointF(widget.mapToGlobal(at))
        still = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(QEvent.Type.MouseMove, *where, none, none, still)
        QApplication.sendEvent(widget, event)

    def stroke(self, widget: QWidget, spots: list[QPoint]) -> Script:
        """Draw one line with the mouse, a movement at each turn of the event loop."""
        self._mouse(widget, QEvent.Type.MouseButtonPress, spots[0])
        for spot in spots[1:]:
            self._mouse(widget, QEvent.Type.MouseMove, spot)
            yield at_once
        self._mouse(widget, QEvent.Type.MouseButtonRelease, spots[-1])

    def _mouse(self, widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            none if kind == QEvent.Type.MouseMove else left,
            none if kind == QEvent.Type.MouseButtonRelease else left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(widget, event)

    def write_record(self) -> None:
        """Write ``tour.json``."""
        record = {
            **self.record,
            "seconds": self.seconds(),
            "pictures": self.pictures,
            "actions": self.actions,
        }
        text = json.dumps(record, indent=2, ensure_ascii=False)
        (self.out / "tour.json").write_text(text + "\n", encoding="utf-8")


def at_once() -> bool:
    """Wait for one turn of the event loop only."""
    return True


def settled() -> Wait:
    """Wait until what was just done has been painted and no animation runs."""
    until = time.perf_counter() + _SETTLE_MS / 1000
    return lambda: time.perf_counter() >= until
