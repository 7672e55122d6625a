"""Text can be read on the screen: what was drawn is measured, whatever a palette says."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from tests.helpers.session import session_in

FINE = 3
"""Letters have pixels of nothing but their ink only if they are drawn large."""

LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
ZERO = 3.0
"""A zero is dimmed: it says that nothing comes from here."""

ROUNDED = 0.02
Pixels = NDArray[np.uint8]


@pytest.fixture(params=list(LEAST))
def themed(
    request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path
) -> Iterator[tuple[Session, float]]:
    palette, locale = QGuiApplication.palette(), QLocale()
    with session_in("en", qtbot, tmp_path) as session:
        session.window.actions_of_window.themes.values[request.param].trigger()
        yield session, LEAST[request.param]
    QGuiApplication.styleHints().unsetColorScheme()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


def drawn(window: QWidget) -> Pixels:
    """Return the window as it is drawn, finer: height x width x 3."""
    pixmap = QPixmap(window.size() * FINE)
    pixmap.setDevicePixelRatio(FINE)
    pixmap.fill(QColor("magenta"))
    window.render(pixmap)
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def luminance(rgb: NDArray[np.generic]) -> NDArray[np.float64]:
    """Return the relative luminance of WCAG 2."""
    share = rgb.astype(np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast(pixels: Pixels) -> float:
    """Return the contrast of the ink that stands out most with the commonest colour."""
    flat = pixels.reshape(-1, 3)
    packed = flat.astype(np.int64) @ np.array([65536, 256, 1])
    values, counts = np.unique(packed, return_counts=True)
    ground = int(values[counts.argmax()])
    base = luminance(np.array([ground >> 16, ground >> 8 & 255, ground & 255]))
    # A single pixel is no ink: some letters are one stroke of a few of them.
    common = values[counts >= FINE]
    rgb = np.stack([common >> 16, common >> 8 & 255, common & 255], axis=1)
    inks = luminance(rgb)
    ratios = (np.maximum(inks, base) + 0.05) / (np.minimum(inks, base) + 0.05)
    return float(ratios.max())


def texts(page: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Yield what shows a text, disabled fields among them."""
    for label in page.findChildren(QLabel):
        yield label, label.text()
    for button in page.findChildren(QAbstractButton):
        yield button, button.text()
    for combo in page.findChildren(QComboBox):
        yield combo, combo.currentText()
    for field in page.findChildren(QLineEdit):
        yield field, field.text()
    for spin in page.findChildren(QAbstractSpinBox):
        yield spin, spin.text()


def place_of(widget: QWidget) -> QRect:
    """Return what is seen of a widget, in the window's pixels."""
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    return widget.visibleRegion().boundingRect().translated(corner)


def crop(pixels: Pixels, place: QRect, edge: int) -> Pixels:
    place = place.adjusted(edge, edge, -edge, -edge)
    top, left = FINE * place.top(), FINE * place.left()
    return pixels[
        max(0, top) : top + FINE * place.height(),
        max(0, left) : left + FINE * place.width(),
    ]


def show(session: Session, key: str, qtbot: QtBot) -> None:
    session.window.show_page(key)
    if key == "draw":
        store = session.draw.store
        qtbot.waitUntil(lambda: store.state.answer is not None, timeout=20_000)
    if key == "network":
        qtbot.waitUntil(
            lambda: session.network.store.state.answer is not None, timeout=20_000
        )


def test_that_every_text_on_the_chrome_can_be_read(
    themed: tuple[Session, float], qtbot: QtBot
) -> None:
    session, least = themed
    faint, seen, disabled = {}, 0, 0
    for key in ("convolution", "draw", "network", "train"):
        show(session, key, qtbot)
        pixels = drawn(session.window)
        for widget, text in texts(session.window):
            place = place_of(widget)
            if not text.strip() or not widget.isVisible() or place.isEmpty():
                continue
            if isinstance(widget, QAbstractButton) and not _shows_text(widget):
                continue
            seen += 1
            disabled += not widget.isEnabled()
            # Within a frame: it is no text.
            found = contrast(
                crop(pixels, place, 0 if isinstance(widget, QLabel) else 2)
            )
            if found < least - ROUNDED:
                faint[f"{key}: {widget.objectName()} {text!r}"] = round(found, 2)
    assert seen > 90
    assert disabled > 3
    assert faint == {}


def _shows_text(button: QAbstractButton) -> bool:
    if isinstance(button, QCheckBox):
        return True
    style = getattr(button, "toolButtonStyle", None)
    return style is None or style().name != "ToolButtonIconOnly"


def test_that_every_number_on_a_coloured_cell_can_be_read(
    themed: tuple[Session, float], qtbot: QtBot
) -> None:
    session, least = themed
    show(session, "convolution", qtbot)
    session.window.resize(1600, 1000)
    qtbot.waitUntil(lambda: session.walk.store.state.output is not None)
    canvases = {
        canvas.objectName(): canvas
        for canvas in session.window.centre.findChildren(GridCanvas)
        if canvas.objectName() in ("window_canvas", "kernel_canvas", "products_canvas")
        and canvas.isVisible()
    }
    qtbot.waitUntil(lambda: all(c.view.frame.rows for c in canvases.values()))
    QApplication.processEvents()
    pixels = drawn(session.window)
    faint, seen = {}, 0
    for name, canvas in canvases.items():
        corner = canvas.mapTo(session.window, QPoint(0, 0))
        frame = canvas.view.frame
        for row in range(frame.rows):
            for column in range(frame.columns):
                box = canvas.view.rect(row, column, 1, 1)
                cell = QRect(*(round(each) for each in box)).translated(corner)
                # Above the foot, where the weight's hue is.
                cell.setHeight(cell.height() * 3 // 4)
                found = contrast(crop(pixels, cell, 3))
                number = canvas.number_at(row, column)
                seen += 1
                bound = ZERO if number == "0" and least < 7 else least
                if found < bound - ROUNDED:
                    faint[f"{name} {row}, {column}: {number}"] = round(found, 2)
    assert seen == 27
    assert faint == {}
