"""What a test that uses Qt may not leave behind, and how it is found.

Threads, timers and animations are noted when they start (a scan of all objects would
take longer than most tests), with the place in our code that started them.
"""

import gc
import sys
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import (
    QAbstractAnimation,
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    QSettings,
    QThread,
    QThreadPool,
    QTimer,
)
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)

from cnnviz.ui.accessibility.accessible_cells import AccessibleParts

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class _Start:
    """One thing that was started, and where."""

    thing: weakref.ref[QObject]
    place: str


_started: dict[int, _Start] = {}


def _caller() -> str:
    """Return the nearest line of ours above the call of ``start``."""
    frame = sys._getframe(2)
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT) and path != Path(__file__):
            return f"{path.relative_to(ROOT)}:{frame.f_lineno}"
        if frame.f_back is None:
            break
        frame = frame.f_back
    return "a signal, from inside Qt"


def _noting(real: Callable[..., None]) -> Callable[..., None]:
    def start(self: QObject, *arguments: object) -> None:
        _started[id(self)] = _Start(weakref.ref(self), _caller())
        # ``clicked(bool)`` connected to ``start`` must not become ``start(True)``.
        real(self, *(a for a in arguments if not isinstance(a, bool)))

    return start


# Plain functions in place of the methods: mocks there crash PySide6 from 6.10 on.
for _kind in (QThread, QTimer, QAbstractAnimation):
    _kind.start = _noting(_kind.start)  # type: ignore[method-assign,assignment]


def forget() -> None:
    """Drop what has ended or was reported with an earlier test."""
    _started.clear()


def _is_active(thing: QObject) -> bool:
    if isinstance(thing, QThread):
        return thing.isRunning()
    if isinstance(thing, QTimer):
        return thing.isActive()
    assert isinstance(thing, QAbstractAnimation)
    return thing.state() == QAbstractAnimation.State.Running


def _end(thing: QObject) -> None:
    """End what a failing test left, so that the next test does not suffer from it."""
    if isinstance(thing, QThread):
        thing.requestInterruption()
        thing.quit()
        thing.wait(5000)
    elif isinstance(thing, QTimer | QAbstractAnimation):
        thing.stop()


def _running() -> Iterator[str]:
    for start in tuple(_started.values()):
        thing = start.thing()
        if thing is None or not shiboken6.isValid(thing) or not _is_active(thing):
            continue
        name = f"{type(thing).__name__} {thing.objectName()!r}"
        yield f"running {name}, started at {start.place}"
        _end(thing)
    jobs = QThreadPool.globalInstance().activeThreadCount()
    if jobs:
        yield f"{jobs} jobs in the global thread pool"


def _address(widget: QWidget) -> int:
    return int(shiboken6.getCppPointer(widget)[0])


def top_level_widgets() -> frozenset[int]:
    """Return the addresses of all windows of now."""
    return frozenset(map(_address, QApplication.topLevelWidgets()))


def _windows(before: frozenset[int]) -> list[QWidget]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if _address(widget) not in before
        and widget.metaObject().className() != "QTipLabel"  # the one tooltip of Qt
    ]


def left_behind(before: frozenset[int]) -> list[str]:
    """Say what is left that was not there before, and clear it away."""
    QToolTip.hideText()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = list(_running())
    if _windows(before):
        gc.collect()  # a widget in a cycle is no leak, and the scan is rarely needed
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for widget in _windows(before):
        if not shiboken6.isValid(widget):
            continue
        seen = "visible" if widget.isVisible() else "hidden"
        found.append(
            f"{seen} window {type(widget).__name__} {widget.objectName()!r}"
            " (give it a parent, or to qtbot.addWidget)"
        )
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def use_settings_in(folder: Path) -> None:
    """Make every QSettings of the test read and write under a folder of its own."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder))


def _refuse(name: str) -> Callable[..., None]:
    def refuse(*arguments: object, **keywords: object) -> None:
        box = arguments[0] if arguments else None
        said: list[object] = [*arguments[1:], *keywords.values()]
        if isinstance(box, QMessageBox):
            said = [box.windowTitle(), box.text(), box.informativeText()]
        elif isinstance(box, QDialog):
            said = [type(box).__name__, box.windowTitle()]
        raise AssertionError(f"{name} would stop the test and wait for a hand: {said}")

    return refuse


_STATIC_BOXES = {
    QMessageBox: ("about", "aboutQt", "critical", "information", "question", "warning"),
    QFileDialog: (
        "getExistingDirectory",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
    ),
    QInputDialog: ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    QColorDialog: ("getColor",),
    QFontDialog: ("getFont",),
}


@contextmanager
def no_collection() -> Iterator[None]:
    """Collect no cycles, as in the program (``control/collector.py``).

    Collected in another thread, what an earlier test left in one would crash Qt.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def own_locale() -> Iterator[None]:
    """Put the way of writing numbers back as it was."""
    before = QLocale()
    try:
        yield
    finally:
        QLocale.setDefault(before)


@contextmanager
def no_modal_box() -> Iterator[None]:
    """Fail instead of opening a box that waits; a test may put its own answer in place."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in (QDialog, QMessageBox, QMenu):
            patch.setattr(kind, "exec", _refuse(f"{kind.__name__}.exec"))
        for kind, names in _STATIC_BOXES.items():
            for name in names:
                refuse = staticmethod(_refuse(f"{kind.__name__}.{name}"))
                patch.setattr(kind, name, refuse)
        yield


@cache
def make_readable(application: QApplication) -> AccessibleParts:
    """Let a screen reader find what is painted, as in the program."""
    return AccessibleParts(application)
