"""Five thousand gestures of nobody in particular: none may raise, none may be lost."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build
from cnnviz.engine.errors import CnnvizError
from cnnviz.state.run.recipe import Recipe
from cnnviz.ui.canvas.grid_canvas import GridCanvas

EVENTS = 5_000
SEEDS = (1,)
MORE_SEEDS = tuple(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 26))

_Key = Qt.Key
KEYS = (
    _Key.Key_Right, _Key.Key_Left, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home,
    _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Space, _Key.Key_Tab,
    _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Escape, _Key.Key_Delete,
    _Key.Key_Backspace, _Key.Key_F2, _Key.Key_Plus, _Key.Key_Minus, _Key.Key_Comma,
    _Key.Key_Period, _Key.Key_Slash,
    *range(_Key.Key_0, _Key.Key_9 + 1),
    *range(_Key.Key_A, _Key.Key_Z + 1),
)  # fmt: skip
MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 6,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
CONTROL_KEYS = (_Key.Key_Z, _Key.Key_Y, _Key.Key_C, _Key.Key_V, _Key.Key_A, _Key.Key_N)
PAGES = ("convolution", "draw", "network", "train")
SAMPLES = ("three", "seven", "mouse", "letters", "stripes")


@pytest.fixture
def session(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """Show the real window; no file dialog opens, and torch stays away."""
    palette, locale = QGuiApplication.palette(), QLocale()
    monkeypatch.setattr(QFileDialog, "open", lambda *_: None)
    monkeypatch.setattr(QFileDialog, "show", lambda *_: None)
    settings = QSettings(str(tmp_path / "cnnviz.ini"), QSettings.Format.IniFormat)
    made = build(settings)
    qtbot.addWidget(made.window)
    made.window.torch_wanted.disconnect(made.warm_up.begin)
    made.window.resize(1280, 800)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.show_page("convolution")
    yield made
    made.shut_down()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


class Nobody:
    """Does anything anywhere on the Convolution page, over and over."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self.random = random.Random(seed)
        self.done = 0
        self.gestures: tuple[Callable[[], None], ...] = (
            *(self.move,) * 8,
            *(self.press_key,) * 6,
            *(self.click,) * 4,
            *(self.drag,) * 2,
            *(self.type_number,) * 2,
            self.turn_wheel,
            self.choose,
            self.slide,
            self.press_control,
            self.take_sample,
        )

    def run(self, events: int) -> None:
        while self.done < events:
            self.random.choice(self.gestures)()
            self.leave_popups()
            if self.random.random() < 0.2:
                QApplication.processEvents()

    def parts(self, kind: type[QWidget] = QWidget) -> list[QWidget]:
        """Return what can be touched now."""
        page = self.session.window.page
        return [
            part
            for part in page.findChildren(kind)
            if part.isVisible() and part.isEnabled() and part.width() > 4
        ]

    def part(self, kind: type[QWidget] = QWidget) -> QWidget:
        canvases = self.parts(GridCanvas)
        if kind is QWidget and canvases and self.random.random() < 0.5:
            return self.random.choice(canvases)
        return self.random.choice(self.parts(kind) or [self.session.window.page])

    def spot(self, part: QWidget) -> QPoint:
        x = self.random.randrange(max(part.width(), 1))
        return QPoint(x, self.random.randrange(max(part.height(), 1)))

    def move(self) -> None:
        part = self.part()
        QTest.mouseMove(part, self.spot(part))
        self.done += 1

    def click(self) -> None:
        part = self.part(self.random.choice((QWidget, QAbstractButton, QTabBar)))
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=self.spot(part))
        self.done += 1

    def drag(self) -> None:
        part = self.part()
        button = Qt.MouseButton.LeftButton
        QTest.mousePress(part, button, pos=self.spot(part))
        for _ in range(self.random.randrange(1, 6)):
            QTest.mouseMove(part, self.spot(part))
            self.done += 1
        QTest.mouseRelease(part, button, pos=self.spot(part))
        self.done += 2

    def press_key(self) -> None:
        focus = QApplication.focusWidget() or self.session.window.page
        key, modifier = self.random.choice(KEYS), self.random.choice(MODIFIERS)
        QTest.keyClick(focus, Qt.Key(key), modifier)
        self.done += 1

    def press_control(self) -> None:
        focus = QApplication.focusWidget() or self.session.window.page
        key = self.random.choice(CONTROL_KEYS)
        QTest.keyClick(focus, key, Qt.KeyboardModifier.ControlModifier)
        self.done += 1

    def type_number(self) -> None:
        part = self.part(QAbstractSpinBox)
        part.setFocus()
        QTest.keySequence(part, QKeySequence.StandardKey.SelectAll)
        number = self.random.choice(("0", "1", "2", "3", "5", "7", "16", "-1", "999"))
        QTest.keyClicks(part, number)
        QTest.keyClick(part, Qt.Key.Key_Return)
        self.done += 2 + len(number)

    def turn_wheel(self) -> None:
        part = self.part()
        at = QPointF(self.spot(part))
        event = QWheelEvent(
            at,
            QPointF(part.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, self.random.choice((-240, -120, 120, 240))),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(part, event)
        self.done += 1

    def choose(self) -> None:
        combo = self.part(QComboBox)
        if isinstance(combo, QComboBox) and combo.count():
            index = self.random.randrange(combo.count())
            combo.setCurrentIndex(index)
            combo.activated.emit(index)
            self.done += 1

    def slide(self) -> None:
        slider = self.part(QAbstractSlider)
        if isinstance(slider, QAbstractSlider):
            low, high = slider.minimum(), slider.maximum()
            slider.setValue(self.random.randint(low, max(low, high)))
            self.done += 1

    def take_sample(self) -> None:
        if self.random.random() < 0.2:
            self.session.picture.open_sample(self.random.choice(SAMPLES))
            self.done += 1

    def leave_popups(self) -> None:
        """Choose something in a popup, or leave it; no gesture goes past it."""
        for _ in range(4):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            key = self.random.choice((_Key.Key_Return, _Key.Key_Escape, _Key.Key_Down))
            QTest.keyClick(popup, key)
            self.done += 1
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.reject()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [*SEEDS, *MORE_SEEDS])
def test_that_random_gestures_raise_nothing_and_lose_nothing(
    session: Session, qtbot: QtBot, seed: int
) -> None:
    nobody = Nobody(session, seed)

    nobody.run(EVENTS)

    session.walk.pause()
    qtbot.waitUntil(lambda: not session.picture.is_loading)
    assert session.window.isVisible()
    state = session.walk.store.state
    assert (state.walk is None) <= (state.invalid is not None)
    # Whatever was done can be undone, down to the first picture and setting.
    while session.undo.canUndo():
        session.undo.undo()
    qtbot.waitUntil(lambda: session.walk.store.state.given is not None)
    first = session.walk.settings_store.state
    assert first.operation == "convolution"
    assert first.preset == "sobel_x"
    assert session.walk.store.state.invalid is None
    walk = session.walk.store.state.walk
    assert walk is not None
    walk_again = walk.operation.compute(0)[0]
    qtbot.waitUntil(
        lambda: (
            (output := session.walk.store.state.output) is not None
            and output.values_hw.shape == walk_again.shape
            and bool(np.array_equal(output.values_hw, walk_again))
        )
    )


class NobodyWhoTrains(Nobody):
    """Does anything on any page while a network learns; what was stopped begins again."""

    def run(self, events: int) -> None:
        while self.done < events:
            super().run(min(self.done + 25, events))
            if not self.session.train.is_running:
                # A recipe that nobody left as it was, but one that can be trained.
                self.session.train.change_recipe(Recipe(epochs=1000))
                self.session.train.start()
            self.session.window.show_page(self.random.choice(PAGES))


def _no_download(*_: object, **__: object) -> Path:
    raise CnnvizError("download_cancelled")


@pytest.mark.timeout(300)
def test_that_random_gestures_while_training_raise_nothing(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, count in (("TRAINING_PICTURES", 640), ("TEST_PICTURES", 100)):
        monkeypatch.setattr(f"cnnviz.engine.datasets.builtin_digits.{name}", count)
    monkeypatch.setattr("cnnviz.engine.datasets.download.download_mnist", _no_download)
    nobody = NobodyWhoTrains(session, seed=5)

    nobody.run(2_000)

    session.train.change_recipe(Recipe(epochs=1000))
    before = session.train.run.state.curves.batches

    def learns() -> bool:
        if not session.train.is_running:  # the last gesture may just have stopped it
            session.train.start()
        session.train.resume()
        return session.train.run.state.curves.batches not in (before, 0)

    qtbot.waitUntil(learns, timeout=60_000)
    assert session.window.isVisible()
    session.train.stop()
    qtbot.waitUntil(lambda: not session.train.is_running, timeout=60_000)
    assert session.train.run.state.problem is None
