"""The panel with the loops: what it marks, what it copies, how it is driven."""

import contextlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QUndoStack
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.code.script import script_of
from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.pages.convolution.views.algorithm.code_highlighter import (
    code_ground,
    line_ground,
    tints,
)
from cnnviz.pages.convolution.views.algorithm.code_view import CodeView
from cnnviz.pages.convolution.views.algorithm.index_table import IndexTable
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store
from cnnviz.ui.i18n import Translation
from cnnviz.ui.theme.theme import palette
from tests.gui.pages.convolution.conftest import Lab

W = TypeVar("W", bound=QObject)


@dataclass(frozen=True, slots=True, eq=False)
class Bench:
    panel: AlgorithmPanel
    walk: WalkPresenter
    bot: QtBot

    @property
    def state(self) -> LabState:
        return self.walk.store.state

    def find(self, kind: type[W], name: str) -> W:
        found = self.panel.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        self.bot.mouseClick(self.find(QToolButton, name), Qt.MouseButton.LeftButton)

    def copied(self, name: str) -> str:
        with self.bot.waitSignal(self.panel.notified):
            self.bot.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)
        return QGuiApplication.clipboard().text()

    @property
    def line(self) -> str:
        """The text of the marked line."""
        code = self.find(CodeView, "algorithm_code")
        assert code.line is not None
        return code.document().findBlockByNumber(code.line).text().strip()

    @property
    def indices(self) -> dict[str, str]:
        return self.find(IndexTable, "index_table").values

    @property
    def result(self) -> str:
        return self.find(QLabel, "algorithm_result").text()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """Return the shown panel on the sample "three", Sobel x, at row 6, column 8."""
    walk = WalkPresenter(
        Store(SharedPicture(load_sample("three"), "sample")), QUndoStack()
    )
    panel = AlgorithmPanel()
    qtbot.addWidget(panel)
    walk.store.changed.connect(lambda new, _old: panel.render_state(new))
    panel.resize(880, 260)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    walk.go_to_cell(6, 8)
    panel.render_state(walk.store.state)
    yield Bench(panel, walk, qtbot)
    walk.store.changed.disconnect()  # an output on its way would find no panel
    walk.shut_down()


def run(script: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(script, "copied.py", "exec"), {})
    return printed.getvalue()


def test_that_a_new_step_shows_its_finished_number(bench: Bench) -> None:
    assert bench.result == "output = −641"
    assert bench.line == "output[row][column] = total"
    assert bench.indices == {"row": "6", "column": "8", "i": "2", "j": "2"}
    assert bench.find(QLabel, "addition_label").text() == "9 of 9 additions"


def test_that_buttons_go_through_the_additions(bench: Bench) -> None:
    bench.click("first_addition_button")

    assert (bench.line, bench.result) == ("total = 0", "total = 0")

    sums = []
    for _ in range(9):
        bench.click("addition_forward_button")
        sums.append(float(bench.result.removeprefix("total = ").replace("−", "-")))

    products = bench.state.step.products_chw.ravel()
    assert sums == np.cumsum(products).tolist()
    assert bench.line.startswith("total += picture[row + i][column + j]")
    bench.click("addition_back_button")
    assert bench.indices["j"] == "1"
    assert bench.find(QLabel, "addition_label").text() == "8 of 9 additions"
    bench.click("last_addition_button")
    assert bench.result == "output = −641"
    assert not bench.find(QToolButton, "last_addition_button").isEnabled()


def test_that_keys_go_through_the_additions(bench: Bench) -> None:
    bench.find(QPushButton, "copy_loops").setFocus()
    held = Qt.KeyboardModifier.AltModifier

    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        bench.bot.keyClick(bench.panel.focusWidget(), key, held)

    assert (bench.indices["i"], bench.indices["j"]) == ("0", "0")
    bench.bot.keyClick(bench.panel.focusWidget(), Qt.Key.Key_End, held)
    assert bench.line == "output[row][column] = total"


def test_that_the_weight_of_an_addition_is_told(bench: Bench) -> None:
    told: list[tuple[int, ...]] = []
    bench.panel.product_focused.connect(lambda *term: told.append(term))

    for name in ("first_addition", "addition_forward", "addition_forward"):
        bench.click(f"{name}_button")
    bench.click("last_addition_button")

    assert told == [(-1, -1, -1), (0, 0, 0), (0, 0, 1), (-1, -1, -1)]


def test_that_rendering_tells_nothing_and_a_step_starts_at_its_end(
    bench: Bench,
) -> None:
    bench.click("first_addition_button")

    with (
        bench.bot.assertNotEmitted(bench.panel.product_focused),
        bench.bot.assertNotEmitted(bench.panel.notified),
    ):
        bench.panel.render_state(bench.state)
        assert bench.line == "total = 0"
        bench.walk.advance()

    assert bench.line == "output[row][column] = total"
    assert bench.indices["column"] == "9"


def test_that_the_copied_program_prints_the_number_of_the_panel(bench: Bench) -> None:
    printed = run(bench.copied("copy_program"))

    assert printed.startswith("output[6][8] = -641\n")
    assert printed.endswith("PyTorch computes the same.\n")


def test_that_loops_and_line_are_copied_as_they_stand_there(bench: Bench) -> None:
    code = bench.find(CodeView, "algorithm_code").toPlainText()

    assert bench.copied("copy_loops") == code + "\n"
    assert bench.copied("copy_torch_line") == "output = F.conv2d(picture, kernel)\n"
    assert code in bench.copied("copy_program")


def test_that_the_code_follows_the_settings(bench: Bench) -> None:
    commands = bench.walk.commands
    commands.set("stride", (2, 2))
    commands.set("padding", (1, 1))
    code = bench.find(CodeView, "algorithm_code")

    assert "stride, padding = 2, 1" in code.toPlainText()
    commands.set("operation", "pooling")
    commands.set("pool_kind", "average")
    assert "total /= 4" in code.toPlainText()
    assert bench.find(CodeView, "algorithm_torch").toPlainText() == (
        "output = F.avg_pool2d(picture, 2)"
    )
    bench.click("first_addition_button")
    assert bench.find(QLabel, "addition_label").text() == "0 of 4 additions"


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "1 of 1 addition", "4 of 4 additions"),
        ("pt_BR", "1 de 1 soma", "4 de 4 somas"),
    ],
)
def test_that_additions_are_counted(
    bench: Bench, language: str, one: str, many: str
) -> None:
    translation = Translation()
    translation.apply(language)
    try:
        for side, said in ((1, one), (2, many)):
            bench.walk.commands.set("kernel_size", (side, side))
            assert bench.find(QLabel, "addition_label").text() == said
    finally:
        translation.apply("en")


@pytest.mark.parametrize("operation", ["transposed", "pooling", "signal"])
@pytest.mark.parametrize("activation", ["none", "tanh", "softmax"])
def test_that_every_operation_prints_the_number_on_the_screen(
    bench: Bench, operation: str, activation: str
) -> None:
    commands = bench.walk.commands
    commands.set("operation", operation)
    commands.set("activation", activation)
    commands.set("transposed_padding", (1, 1))
    bench.walk.go_to(7)

    printed = run(bench.copied("copy_program"))

    number = re.match(r"output(?:\[\d+\])+ = (\S+)\n", printed)
    assert number is not None
    assert float(number[1]) == pytest.approx(bench.state.outcome.output, rel=1e-6)


def test_that_a_hidden_panel_computes_nothing_until_it_is_seen(bench: Bench) -> None:
    bench.panel.hide()
    bench.walk.advance()

    assert bench.indices["column"] == "8"
    bench.panel.show()
    assert bench.indices["column"] == "9"


def test_that_without_a_picture_the_panel_says_what_to_do(bench: Bench) -> None:
    empty = replace(bench.state, walk=None, step=None, outcome=None)

    bench.panel.render_state(empty)

    hint = bench.find(QLabel, "algorithm_hint")
    assert hint.isVisible()
    assert hint.text()
    bench.panel.render_state(bench.state)
    assert not hint.isVisible()
    assert bench.result == "output = −641"


def test_that_a_line_out_of_sight_is_scrolled_to(bench: Bench) -> None:
    bench.panel.resize(880, 236)
    commands = bench.walk.commands
    commands.set("colour", "rgb")
    commands.set("padding", (1, 1))
    commands.set("padding_mode", "reflect")
    commands.set("activation", "softmax")
    commands.set_bias(1.0)
    code = bench.find(CodeView, "algorithm_code")

    assert code.blockCount() > 16
    assert bench.line.startswith("softmax(")
    assert (
        code.viewport()
        .rect()
        .contains(
            0,
            round(
                code.blockBoundingGeometry(code.document().findBlockByNumber(code.line))
                .translated(code.contentOffset())
                .center()
                .y()
            ),
        )
    )
    bench.click("first_addition_button")
    assert code.firstVisibleBlock().blockNumber() <= code.line


@pytest.mark.parametrize("dark", [False, True])
def test_that_code_can_be_read_on_both_its_grounds(dark: bool) -> None:
    colours = palette("stage" if dark else "paper")
    inks = [QColor(ink) for ink in tints(colours).values()]
    inks.append(colours.color(QPalette.ColorRole.Text))

    for ground in (code_ground(colours), line_ground(colours)):
        for ink in inks:
            assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())
    faint = colours.color(QPalette.ColorRole.PlaceholderText)
    assert contrast(faint, code_ground(colours)) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_that_the_program_of_the_panel_is_that_of_the_engine(bench: Bench) -> None:
    assert bench.copied("copy_program") == script_of(bench.state.walk)


def test_that_the_loops_have_most_of_a_narrow_page(lab: Lab) -> None:
    lab.page.resize(936, 700)
    lab.page._actions.algorithm.trigger()
    panel = lab.find(AlgorithmPanel, "algorithm_panel")
    code = lab.find(CodeView, "algorithm_code")
    assert lab.page.width() == 936
    lab.bot.waitUntil(lambda: code.width() >= 0.55 * panel.width())
