"""The real program, in its own type, at some sizes: prints what is cut off, as JSON.

``python size_probe.py SCRATCH LANGUAGE LEVEL WIDTHxHEIGHT ...``; the scale factor is
Qt's own variable.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QRect, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QToolButton,
    QWidget,
)

from cnnviz.app import Session, build, make_application
from cnnviz.ui.controls.fitting_label import FittingLabel

PAGES = ("convolution", "draw", "network", "train")
_TOLERANCE = 2
_SETTLING_MS = 400


def cut_off(page: QWidget) -> Iterator[str]:
    """Yield what lies outside of what holds it, or is too narrow for its words."""
    for part in page.findChildren(QWidget):
        holder = part.parentWidget()
        if not part.isVisible() or holder is None:
            continue
        scrolls = holder.objectName() == "qt_scrollarea_viewport"
        near = holder.rect().adjusted(-_TOLERANCE, -_TOLERANCE, _TOLERANCE, _TOLERANCE)
        if not scrolls and not near.contains(_seen(part)):
            yield f"{_name(part)} {part.geometry().getRect()} in {holder.size().toTuple()}"
        elif _is_pressed(part):
            yield f"{_name(part)} of {part.width()} pixels has no room for its words"


def _seen(part: QWidget) -> QRect:
    """Return where a widget has something to show: words may take less than it has."""
    place = part.geometry()
    if isinstance(part, QLabel) and part.wordWrap():
        place.setHeight(min(place.height(), part.heightForWidth(place.width())))
    return place


def _is_pressed(part: QWidget) -> bool:
    """Whether a label of one line or a button has no room for its words."""
    if isinstance(part, QLabel):
        is_fixed = not part.wordWrap() and not isinstance(part, FittingLabel)
        return is_fixed and _words(part, part.text()) > part.width() + _TOLERANCE
    if isinstance(part, QToolButton):
        shows = part.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        icon = part.iconSize().width() if part.toolButtonStyle() == beside else 0
        return shows and _words(part, part.text()) + icon > part.width() + _TOLERANCE
    if isinstance(part, QAbstractButton):
        icon = 0 if part.icon().isNull() else part.iconSize().width()
        return _words(part, part.text()) + icon > part.width() + _TOLERANCE
    return False


def _words(part: QWidget, text: str) -> int:
    first = text.replace("&", "").split("\n")[0]
    return part.fontMetrics().horizontalAdvance(first)


def _name(part: QWidget) -> str:
    return part.objectName() or type(part).__name__


def _turn(application: QApplication) -> None:
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < _SETTLING_MS:
        application.processEvents()


def probe(application: QApplication, session: Session, sizes: list[str]) -> list[str]:
    """Return a line for each fault, of every page at every size."""
    window, faults = session.window, []
    for size in sizes:
        width, height = map(int, size.split("x"))
        for key in PAGES:
            window.show_page(key)
            window.resize(width, height)
            _turn(application)
            at = f"{size} {key}"
            if window.size().toTuple() != (width, height):
                faults.append(f"{at}: the window is {window.size().toTuple()}")
            faults += [f"{at}: {fault}" for fault in cut_off(window.page)]
    return faults


def main() -> None:
    """Print the faults; the record ends with the ratio of the screen."""
    scratch, language, level, *sizes = sys.argv[1:]
    application = make_application(["cnnviz"])
    settings = QSettings(str(Path(scratch) / "p.ini"), QSettings.Format.IniFormat)
    for name, value in (("language", language), ("level", level), ("theme", "light")):
        settings.setValue(name, value)
    settings.setValue("reduced_motion", True)
    session = build(settings)
    session.window.torch_wanted.disconnect(session.warm_up.begin)
    session.window.show()
    faults = probe(application, session, sizes)
    ratio = session.window.devicePixelRatioF()
    session.window.close()
    session.shut_down()
    sys.stdout.write(json.dumps({"ratio": ratio, "faults": faults}))


if __name__ == "__main__":
    main()
