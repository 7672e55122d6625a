"""The sum in all its forms: chips, numbers, text and LaTeX, against sums by hand."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.spec import PoolKind
from cnnviz.pages.convolution.model.lab_settings import (
    PoolSettings,
    SignalSettings,
    TransposedSettings,
    initial_settings,
)
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.stage.lab_stage import unit_of
from cnnviz.ui.unit_view.channel_sums import SumChip
from cnnviz.ui.unit_view.sum.sum_copy_text import exact
from cnnviz.ui.unit_view.sum.sum_row import SumRow
from tests.helpers.lab_states import asked, state_of

# figures.md D2, second public example; its first sum is 10.
PUBLIC = np.array(
    [
        [1, 2, 0, 3, 1],
        [0, 1, 2, 3, 1],
        [1, 2, 1, 0, 0],
        [5, 2, 3, 1, 1],
        [2, 1, 0, 1, 1],
    ]
)
PUBLIC_KERNEL = np.array([[1, 2, 1], [0, 1, 0], [2, 1, 0]])

RGB = np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[0, 1], [0, 2]]])
RGB_KERNELS = np.array(
    [[[[1, 0], [0, 1]], [[-1, 0], [0, 1]], [[0, 2], [0, 0]]]], np.float32
)


def one(**changes: object) -> LabState:
    return state_of(asked(PUBLIC_KERNEL[None, None], **changes), PUBLIC[None])


def three(shown: int = 0, **changes: object) -> LabState:
    return state_of(asked(RGB_KERNELS, **changes), RGB, shown=shown)


@pytest.fixture
def row(qtbot: QtBot) -> SumRow:
    row = SumRow()
    row.resize(864, 148)
    qtbot.addWidget(row)
    with qtbot.waitExposed(row):
        row.show()
    return row


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def portuguese() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("pt_BR"))
    yield
    QLocale.setDefault(before)


def label(row: SumRow, name: str) -> str:
    found = row.findChild(QLabel, name)
    assert found is not None
    return str(found.text())


def chips(row: SumRow) -> list[SumChip]:
    found = [chip for chip in row.findChildren(SumChip) if chip.channel >= 0]
    return sorted(found, key=lambda chip: chip.channel)


def test_that_the_copied_text_is_the_published_sum(row: SumRow) -> None:
    row.render_unit(unit_of(one()))

    assert row.text() == "1×1 + 2×2 + 0×1 + 0×0 + 1×1 + 2×0 + 1×2 + 2×1 + 1×0 = 10"
    assert label(row, "sum_total") == "= 10"
    assert label(row, "sum_before") == "9 products, 4 of them 0"


def test_that_the_copied_latex_is_the_published_sum(row: SumRow) -> None:
    row.render_unit(unit_of(one()))

    assert row.latex() == (
        r"1 \times 1 + 2 \times 2 + 0 \times 1 + 0 \times 0 + 1 \times 1"
        r" + 2 \times 0 + 1 \times 2 + 2 \times 1 + 1 \times 0 = 10"
    )


def test_that_bias_and_activation_follow_the_sum(row: SumRow) -> None:
    row.render_unit(unit_of(one(biases=(-12.5,), activation="relu")))

    assert row.text().splitlines() == [
        "1×1 + 2×2 + 0×1 + 0×0 + 1×1 + 2×0 + 1×2 + 2×1 + 1×0 + (−12.5) = −2.5",
        "ReLU(−2.5) = 0",
    ]
    assert row.latex().splitlines() == [
        r"\begin{aligned}",
        r"z &= 1 \times 1 + 2 \times 2 + 0 \times 1 + 0 \times 0 + 1 \times 1"
        r" + 2 \times 0 + 1 \times 2 + 2 \times 1 + 1 \times 0"
        r" + \left(-12.5\right) = -2.5 \\",
        r"y &= \operatorname{ReLU}\left(-2.5\right) = 0",
        r"\end{aligned}",
    ]
    assert label(row, "sum_rest") == "= −2.5  →  ReLU"
    assert label(row, "sum_total") == "→ 0"
    chip = row.findChild(SumChip, "bias_chip")
    assert chip is not None
    assert chip.text() == "bias −12.5"


def test_that_each_channel_has_a_chip_with_its_partial_sum(row: SumRow) -> None:
    row.render_unit(unit_of(three(shown=1)))

    assert [chip.text() for chip in chips(row)] == ["R 5", "G 3", "B 2"]
    assert [chip.isChecked() for chip in chips(row)] == [False, True, False]
    assert all(chip.isVisible() and chip.height() >= 32 for chip in chips(row))
    assert label(row, "sum_total") == "= 10"


def test_that_the_shown_channel_is_copied_or_all_of_them(
    row: SumRow, qtbot: QtBot
) -> None:
    row.render_unit(unit_of(three(shown=1)))

    assert row.text().splitlines() == [
        "G: 5×(−1) + 6×0 + 7×0 + 8×1 = 3",
        "5 + 3 + 2 = 10",
    ]

    button = row.findChild(QToolButton, "all_channels_button")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert row.text().splitlines() == [
        "R: 1×1 + 2×0 + 3×0 + 4×1 = 5",
        "G: 5×(−1) + 6×0 + 7×0 + 8×1 = 3",
        "B: 0×0 + 1×2 + 0×0 + 2×0 = 2",
        "5 + 3 + 2 = 10",
    ]
    assert row.latex().splitlines()[1:] == [
        r"S_{\mathrm{R}} &= 1 \times 1 + 2 \times 0 + 3 \times 0 + 4 \times 1 = 5 \\",
        r"S_{\mathrm{G}} &= 5 \times \left(-1\right) + 6 \times 0 + 7 \times 0"
        r" + 8 \times 1 = 3 \\",
        r"S_{\mathrm{B}} &= 0 \times 0 + 1 \times 2 + 0 \times 0 + 2 \times 0 = 2 \\",
        r"z &= 5 + 3 + 2 = 10",
        r"\end{aligned}",
    ]


@pytest.mark.parametrize("by_key", [False, True])
def test_that_a_chip_chooses_its_channel(
    row: SumRow, qtbot: QtBot, by_key: bool
) -> None:
    row.render_unit(unit_of(three()))
    blue = chips(row)[2]

    with qtbot.waitSignal(row.channel_chosen) as chosen:
        if by_key:
            blue.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(blue, Qt.Key.Key_Space)
        else:
            qtbot.mouseClick(blue, Qt.MouseButton.LeftButton)

    assert chosen.args == [2]
    assert not blue.isChecked()  # the state decides

    row.render_unit(unit_of(three(shown=2)))

    assert blue.isChecked()


def test_that_the_tab_key_reaches_every_chip(row: SumRow) -> None:
    row.render_unit(unit_of(three()))

    assert all(chip.focusPolicy() & Qt.FocusPolicy.TabFocus for chip in chips(row))


def test_that_a_picture_of_many_channels_names_them_by_number(row: SumRow) -> None:
    kernels = np.ones((1, 20, 1, 1))

    picture = np.arange(20.0).reshape(20, 1, 1)
    row.render_unit(unit_of(state_of(asked(kernels), picture, shown=19)))

    assert chips(row)[19].text() == "ch. 20 19"
    assert row.width() == 864
    assert not chips(row)[19].visibleRegion().isEmpty()  # scrolled to
    assert row.text() == (
        "ch. 20: 19×1 = 19\n" + " + ".join(map(str, range(20))) + " = 190"
    )


def test_that_groups_show_the_channels_that_take_part(row: SumRow) -> None:
    values = np.array([[[1]], [[2]], [[3]], [[4]]])
    kernels = np.array([[[[1]], [[1]]], [[[10]], [[100]]]])

    row.render_unit(
        unit_of(state_of(asked(kernels, groups=2), values, output=1, shown=0))
    )

    assert [chip.text() for chip in chips(row)] == ["ch. 3 30", "ch. 4 400"]
    assert chips(row)[0].isChecked()
    assert row.text() == "ch. 3: 3×10 = 30\n30 + 400 = 430"
    assert label(row, "sum_cell") == "Row 1, column 1"
    assert row._where.toolTip() == "Output 2 of 2"


@pytest.mark.parametrize(
    ("kind", "text", "latex"),
    [
        ("max", "max(12, 80, 3, 7) = 80", r"\max\left(12, 80, 3, 7\right) = 80"),
        ("min", "min(12, 80, 3, 7) = 3", r"\min\left(12, 80, 3, 7\right) = 3"),
        (
            "average",
            "(12 + 80 + 3 + 7) / 4 = 25.5",
            r"\frac{12 + 80 + 3 + 7}{4} = 25.5",
        ),
        ("sum", "12 + 80 + 3 + 7 = 102", "12 + 80 + 3 + 7 = 102"),
    ],
)
def test_that_a_pooling_is_written_out(
    row: SumRow, kind: PoolKind, text: str, latex: str
) -> None:
    settings = asked(
        PUBLIC_KERNEL[None, None],
        operation="pooling",
        pooling=PoolSettings(kind=kind, size=(2, 2)),
    )

    row.render_unit(unit_of(state_of(settings, np.array([[[12, 80], [3, 7]]]))))

    assert (row.text(), row.latex()) == (text, latex)


@pytest.mark.parametrize(
    ("kind", "counts", "text"),
    [
        ("max", True, "max(12) = 12"),
        ("average", True, "(0 + 0 + 0 + 12) / 4 = 3"),
        ("average", False, "(12) / 1 = 12"),
    ],
)
def test_that_the_padding_of_a_pooling_counts_as_it_is_set(
    row: SumRow, kind: PoolKind, counts: bool, text: str
) -> None:
    pooling = PoolSettings(
        kind=kind, size=(2, 2), padding=(1, 1), counts_padding=counts
    )
    settings = asked(PUBLIC_KERNEL[None, None], operation="pooling", pooling=pooling)
    state = state_of(settings, np.array([[[12, 80], [3, 7]]]))

    row.render_unit(unit_of(state))

    assert row.text() == text
    written = unit_of(state)
    assert written is not None
    assert written.expression.parts[0].dim_hw.tolist() == [[True, True], [True, False]]


def test_that_zeros_put_in_between_are_dimmed() -> None:
    settings = asked(
        np.array([[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]]),
        operation="transposed",
        transposed=TransposedSettings(stride=(2, 2), padding=(1, 1)),
    )

    written = unit_of(state_of(settings, np.array([[[1, 2], [3, 4]]]), position=0))

    assert written is not None
    dim = written.expression.parts[0].dim_hw
    assert dim.tolist() == [[True] * 3, [True, False, True], [True] * 3]
    assert not (written.expression.parts[0].values_hw[dim]).any()


def test_that_a_replicated_border_is_not_dimmed() -> None:
    same = {"padding": (1, 1), "padding_mode": "replicate"}

    written, zeros = unit_of(one(**same)), unit_of(one(padding=(1, 1)))

    assert written is not None
    assert zeros is not None
    assert not written.expression.parts[0].dim_hw.any()
    assert zeros.expression.parts[0].dim_hw.sum() == 5


def test_that_a_signal_is_written_in_the_same_form(row: SumRow) -> None:
    signal = SignalSettings(values=(0, 1, 2), kernel=(1, 0.5), flip=True)
    settings = asked(PUBLIC_KERNEL[None, None], operation="signal", signal=signal)

    row.render_unit(unit_of(state_of(settings, RGB, position=1)))

    assert row.text() == "1×0.5 + 2×1 = 2.5"
    assert label(row, "sum_cell") == "Position 2"
    assert label(row, "sum_before") == "2 products"
    assert row._bias.text() == "bias 0"


def test_that_bias_and_activation_of_a_signal_are_written(row: SumRow) -> None:
    signal = SignalSettings(values=(0, 1, 2), kernel=(1, 0.5), bias=-3)
    settings = asked(
        PUBLIC_KERNEL[None, None],
        operation="signal",
        signal=signal,
        activation="leaky_relu",
        slope=0.1,
    )

    row.render_unit(unit_of(state_of(settings, RGB, position=1)))

    assert label(row, "sum_before") == "2 products"
    assert row._bias.text() == "bias −3"
    assert label(row, "sum_rest") == "= −0.5  →  leaky ReLU"
    assert label(row, "sum_total") == "→ −0.05"
    assert row.text().splitlines() == [
        "1×0.5 + 2×1 + (−3) = −0.5",
        "leaky ReLU[0.1](−0.5) = −0.05",
    ]
    assert row.latex().splitlines()[1:3] == [
        r"z &= 1 \times 0.5 + 2 \times 1 + \left(-3\right) = -0.5 \\",
        r"y &= \operatorname{LeakyReLU}_{0.1}\left(-0.5\right) = -0.05",
    ]


def test_that_softmax_is_written_with_the_other_channels(row: SumRow) -> None:
    kernels = np.array([[[[1]]], [[[2]]], [[[3]]]])
    settings = asked(kernels, activation="softmax")

    row.render_unit(unit_of(state_of(settings, np.array([[[-1]]]), output=1)))

    share = exact(float(np.exp(-2) / np.exp([-1, -2, -3]).sum()))
    assert row.text().splitlines() == [
        "(−1)×2 = −2",
        f"e^(−2) / (e^(−2) + e^(−1) + e^(−3)) = {share}",
    ]
    assert rf"y &= \frac{{e^{{-2}}}}{{e^{{-2}} + e^{{-1}} + e^{{-3}}}} = {share}" in (
        row.latex()
    )


def test_that_portuguese_commas_are_not_mistaken(portuguese: None, row: SumRow) -> None:
    del portuguese
    settings = asked(
        PUBLIC_KERNEL[None, None],
        operation="pooling",
        pooling=PoolSettings(size=(1, 2)),
    )

    row.render_unit(unit_of(state_of(settings, np.array([[[12.5, 1234567]]]))))

    assert row.text() == "max(12,5; 1234567) = 1234567"
    assert row.latex() == r"\max\left(12{,}5; 1234567\right) = 1234567"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"),
        (-0.0, "0"),
        (1234567.0, "1234567"),
        (1 / 3, "0.3333333"),
        (1e20, "1e20"),
        (-2.5e-9, "-2.5e-9"),
    ],
)
def test_that_numbers_are_copied_with_seven_digits(value: float, text: str) -> None:
    assert exact(value) == text
    assert float(text) == pytest.approx(value, rel=1e-6)


@pytest.mark.parametrize("activation", ["none", "relu", "sigmoid", "tanh", "softmax"])
def test_that_brackets_and_environments_of_the_latex_are_closed(
    row: SumRow, activation: str
) -> None:
    row.render_unit(unit_of(three(activation=activation, biases=(-1.0,))))

    latex = row.latex()
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\left(") == latex.count(r"\right)")
    assert latex.count(r"\begin{aligned}") == latex.count(r"\end{aligned}") == 1
    assert all(line.count("&") == 1 for line in latex.splitlines()[1:-1])


def test_that_long_sums_scroll_and_the_result_stays(row: SumRow, qtbot: QtBot) -> None:
    kernels = np.ones((1, 3, 9, 9))
    row.render_unit(unit_of(state_of(asked(kernels), np.ones((3, 12, 12)))))
    products = row.findChild(QScrollArea, "sum_products")
    assert products is not None
    height = row.sizeHint().height()

    qtbot.mouseClick(row._all, Qt.MouseButton.LeftButton)

    bar = products.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert row.sizeHint().height() == height <= 152
    assert products.focusPolicy() == Qt.FocusPolicy.StrongFocus
    products.setFocus()
    qtbot.keyClick(products, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert label(row, "sum_total") == "= 243"
    assert row.result.visibleRegion().boundingRect() == row.result.rect()


@pytest.mark.parametrize("whole", [False, True])
def test_that_columns_stay_where_they_are_from_step_to_step(
    row: SumRow, whole: bool
) -> None:
    values = np.zeros((1, 5, 5))
    values[0, 0, 0] = 255
    values[0, 4, 4] = 1
    settings = asked(PUBLIC_KERNEL[None, None])
    row._folded.setChecked(whole)

    def pitch() -> float:
        return float(row._products._products._pitch() if whole else row._terms._pitch)

    row.render_unit(unit_of(state_of(settings, values, position=0)))
    before = pitch()

    row.render_unit(unit_of(state_of(settings, values, position=4)))

    assert pitch() == before


def test_that_copying_is_offered_as_buttons(row: SumRow) -> None:
    actions = LabActions(row)

    row.add_actions((actions.copy_sum, actions.copy_latex))

    buttons = [
        row.findChild(QToolButton, name)
        for name in ("copy_sum_button", "copy_latex_button")
    ]
    assert all(button is not None and button.accessibleName() for button in buttons)
    assert actions.copy_latex.shortcut().toString() == "Ctrl+Alt+L"


def test_that_without_a_walk_nothing_is_left(row: SumRow) -> None:
    row.render_unit(unit_of(three()))
    row.render_unit(unit_of(LabState(initial_settings())))

    assert row.text() == row.latex() == label(row, "sum_total") == ""
    assert not any(chip.isVisible() for chip in chips(row))


def open_house(lab: Any) -> None:
    with lab.bot.waitSignal(lab.pictures.loading_finished):
        lab.pictures.open_sample("house")
    lab.walk.commands.set("colour", "rgb")
    lab.bot.waitUntil(lambda: lab.state.input_channels == 3)


def test_that_a_chip_on_the_page_shows_its_channel(lab: Any) -> None:
    open_house(lab)

    lab.bot.mouseClick(lab.find(SumChip, "channel_chip_2"), Qt.MouseButton.LeftButton)

    assert lab.state.shown_channel == 2
    assert lab.find(SumChip, "channel_chip_2").isChecked()


def test_that_the_bias_chip_leads_to_its_field(lab: Any) -> None:
    field = lab.find(QDoubleSpinBox, "bias_spin")
    assert not field.isVisible()

    lab.bot.mouseClick(lab.find(SumChip, "bias_chip"), Qt.MouseButton.LeftButton)

    assert field.isVisible()


def test_that_a_key_copies_the_sum_as_latex(lab: Any) -> None:
    open_house(lab)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

    lab.bot.keyClick(lab.page, Qt.Key.Key_L, modifiers)

    text = QGuiApplication.clipboard().text()
    assert text.startswith("\\begin{aligned}\nS_{\\mathrm{R}} &= ")
    total = exact(lab.state.outcome.total)
    assert text.endswith(f" = {total}\n\\end{{aligned}}")
