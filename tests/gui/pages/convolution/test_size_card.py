"""What the size card says: published sizes, what is never reached, enough room."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.fields import Change
from cnnviz.pages.convolution.model.kernel_bank import one_kernel
from cnnviz.pages.convolution.model.lab_settings import (
    PoolSettings,
    SignalSettings,
    TransposedSettings,
    initial_settings,
    with_bank,
    with_kernel_size,
)
from cnnviz.pages.convolution.views.inspector.size.fix_text import change_text
from cnnviz.pages.convolution.views.inspector.size.size_card import (
    CARD_HEIGHT,
    SizeCard,
)
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.i18n import Translation

Lab = Any

FIGURE_1_1 = [
    [3, 3, 2, 1, 0],
    [0, 0, 1, 3, 1],
    [3, 1, 2, 2, 3],
    [2, 0, 0, 2, 2],
    [2, 0, 0, 0, 1],
]
KERNEL_1_1 = [[0, 1, 2], [2, 2, 0], [0, 1, 2]]


def card(lab: Lab) -> str:
    text = str(lab.find(QLabel, "size_text").text())
    return text.replace("\N{NO-BREAK SPACE}", " ")


def show(lab: Lab, *shape: int) -> None:
    """Put a picture of some channels, rows and columns on the page."""
    pixels = np.full(shape, 130, np.uint8)
    lab.pictures.store.replace(SharedPicture(Picture(pixels, "plain"), "file"))


def apply(lab: Lab, **asked: Any) -> None:
    """Ask for settings, the kernel's size among them."""
    size = asked.pop("kernel_size", (3, 3))
    lab.walk.commands.apply(
        replace(with_kernel_size(initial_settings(), size), **asked)
    )


def transposed(lab: Lab, size: int = 3, **asked: Any) -> None:
    settings = TransposedSettings(**{"stride": (1, 1), **asked})
    apply(lab, operation="transposed", kernel_size=(size, size), transposed=settings)


# figures.md D1: input, kernel, padding, stride, dilation, output
D1 = [
    (4, 3, 0, 1, 1, 2),
    (5, 4, 2, 1, 1, 6),
    (5, 3, 1, 1, 1, 5),
    (5, 3, 2, 1, 1, 7),
    (5, 3, 0, 2, 1, 2),
    (5, 3, 1, 2, 1, 3),
    (6, 3, 1, 2, 1, 3),
    (7, 3, 0, 1, 2, 3),
]


@pytest.mark.parametrize(("i", "k", "p", "s", "d", "o"), D1)
def test_that_the_card_has_the_published_sizes(
    lab: Lab, i: int, k: int, p: int, s: int, d: int, o: int
) -> None:
    show(lab, 1, i, i)
    apply(lab, kernel_size=(k, k), padding=(p, p), stride=(s, s), dilation=(d, d))

    assert f"⌊({i} + 2·{p} − {d}·({k}−1) − 1) / {s}⌋ + 1 = {o}\n" in card(lab)


# figures.md D1, the transposed counterparts: input, kernel, padding, stride, added, output
D1_TRANSPOSED = [
    (2, 3, 0, 1, 0, 4),
    (6, 4, 2, 1, 0, 5),
    (5, 3, 1, 1, 0, 5),
    (7, 3, 2, 1, 0, 5),
    (2, 3, 0, 2, 0, 5),
    (3, 3, 1, 2, 0, 5),
    (3, 3, 1, 2, 1, 6),
]


@pytest.mark.parametrize(("i", "k", "p", "s", "added", "o"), D1_TRANSPOSED)
def test_that_the_card_has_the_published_transposed_sizes(
    lab: Lab, i: int, k: int, p: int, s: int, added: int, o: int
) -> None:
    show(lab, 1, i, i)
    transposed(lab, k, stride=(s, s), padding=(p, p), output_padding=(added, added))

    formula = f"({i}−1)·{s} − 2·{p} + 1·({k}−1) + {added} + 1 = {o}"
    assert formula in card(lab)


def test_that_the_card_has_the_sizes_of_torchs_documentation(lab: Lab) -> None:
    show(lab, 1, 50, 100)
    for asked, rows, columns in (
        ({"stride": (2, 2)}, 24, 49),
        ({"kernel_size": (3, 5), "stride": (2, 1), "padding": (4, 2)}, 28, 100),
        (
            {
                "kernel_size": (3, 5),
                "stride": (2, 1),
                "padding": (4, 2),
                "dilation": (3, 1),
            },
            26,
            100,
        ),
    ):
        apply(lab, **asked)
        assert f"= {rows}\nWidth:" in card(lab)
        assert f"+ 1 = {columns}\n" in card(lab)
    transposed(lab, stride=(2, 2))
    assert "= 101\nWidth:" in card(lab)
    assert "= 201\n" in card(lab)
    stretched = TransposedSettings(stride=(2, 1), padding=(4, 2))
    apply(lab, operation="transposed", kernel_size=(3, 5), transposed=stretched)
    assert "= 93\nWidth:" in card(lab)
    assert "= 100\n" in card(lab)


def test_that_5_by_5_with_stride_2_makes_14_and_with_stride_1_makes_28(
    lab: Lab,
) -> None:
    show(lab, 1, 32, 32)

    apply(lab, kernel_size=(5, 5), stride=(2, 2))
    assert "⌊(32 + 2·0 − 1·(5−1) − 1) / 2⌋ + 1 = 14\n" in card(lab)
    assert "Rows never reached: 1; columns: 1 (the last ones" in card(lab)

    apply(lab, kernel_size=(5, 5))
    assert "⌊(32 + 2·0 − 1·(5−1) − 1) / 1⌋ + 1 = 28\n" in card(lab)
    assert "never reached" not in card(lab)


def test_that_a_division_with_a_rest_is_rounded_down_and_never_refused(
    lab: Lab,
) -> None:
    show(lab, 1, 6, 6)

    apply(lab, padding=(1, 1), stride=(2, 2))

    assert lab.state.invalid is None
    assert "⌊(6 + 2·1 − 1·(3−1) − 1) / 2⌋ + 1 = 3\n" in card(lab)
    assert "Rows never reached: 1; columns: 1 (the last ones" in card(lab)


def test_that_cells_that_the_window_jumps_over_are_counted(lab: Lab) -> None:
    apply(lab, stride=(5, 1))
    assert "Rows never reached: 10; columns: 0 (the window jumps over" in card(lab)

    apply(lab, dilation=(2, 2), stride=(2, 2))
    assert "Rows never reached: 14; columns: 14" in card(lab)


def test_that_figure_1_1_has_its_published_numbers(lab: Lab) -> None:
    numbers = np.array([FIGURE_1_1], np.float32)
    plain = Picture(numbers.astype(np.uint8), "1.1")
    lab.pictures.store.replace(SharedPicture(plain, "numbers", numbers_chw=numbers))
    settings = with_bank(initial_settings(), one_kernel(np.array(KERNEL_1_1)))
    figures = (
        ({}, "/ 1⌋ + 1 = 3", [[12, 12, 17], [10, 17, 19], [9, 6, 14]]),
        (
            {"stride": (2, 2), "padding": (1, 1)},
            "/ 2⌋ + 1 = 3",
            [[6, 17, 3], [8, 17, 13], [6, 4, 4]],
        ),
        ({"flip": True}, "= 3", [[18, 20, 19], [10, 9, 17], [11, 8, 14]]),
        (
            {
                "operation": "pooling",
                "pooling": PoolSettings(size=(3, 3), stride=(1, 1)),
            },
            "⌊(5 + 2·0 − 3) / 1⌋ + 1 = 3",
            [[3, 3, 3], [3, 3, 3], [3, 2, 3]],
        ),
    )
    for asked, size, output in figures:
        lab.walk.commands.apply(replace(settings, **asked))
        assert size in card(lab)
        assert lab.state.walk.operation.compute(0)[0].tolist() == output


def test_that_a_signal_has_one_formula(lab: Lab) -> None:
    asked = SignalSettings(
        values=(1.0,) * 8, kernel=(1.0,) * 4, padding="same", stride=1
    )
    apply(lab, operation="signal", signal=asked)

    assert "⌊(8 + 1 + 2 − 4) / 1⌋ + 1 = 8" in card(lab)
    assert "⌊(n + p₁ + p₂ − k) / s⌋ + 1" in card(lab)

    apply(lab, operation="signal", signal=replace(asked, padding="valid", stride=3))
    assert "⌊(8 + 2·0 − 4) / 3⌋ + 1 = 2" in card(lab)
    assert "Cells never reached: 1 (the last ones" in card(lab)


IMPOSSIBLE: list[dict[str, Any]] = [
    {"kernel_size": (0, 3)},
    {"kernel_size": (15, 15), "dilation": (9, 8)},
    {"padding": (300, 301, 302, 303), "padding_mode": "reflect"},
    {"padding": (300, 301), "padding_mode": "circular"},
    {"stride": (0, 0), "padding": (-1, -1), "dilation": (0, 0), "groups": 0},
    {"groups": 7},
    {
        "operation": "transposed",
        "transposed": TransposedSettings(output_padding=(77, 77)),
    },
    {"operation": "transposed", "transposed": TransposedSettings(padding=(400, 400))},
    {"operation": "transposed", "transposed": TransposedSettings(stride=(999, 999))},
    {"operation": "pooling", "pooling": PoolSettings(size=(999, 999))},
    {"operation": "pooling", "pooling": PoolSettings(padding=(222, 222))},
    {"operation": "signal", "signal": SignalSettings(stride=0)},
    {
        "operation": "signal",
        "signal": SignalSettings(
            values=(1.0,), kernel=(1.0,) * 9, padding="valid", stride=1
        ),
    },
    {"stride": (15, 16), "padding": (10, 11, 12, 13), "dilation": (13, 12)},
    {
        "operation": "transposed",
        "transposed": TransposedSettings(
            stride=(12, 13), padding=(10, 11), output_padding=(10, 10), dilation=(3, 4)
        ),
    },
]


@pytest.mark.parametrize("language", ["en", "pt_BR"])
def test_that_the_card_has_room_for_all_that_it_says(lab: Lab, language: str) -> None:
    translation = Translation()
    translation.apply(language)
    size_card = lab.find(SizeCard, "size_card")
    text = lab.find(QLabel, "size_text")
    buttons = [lab.find(QPushButton, f"fix_{number}") for number in (1, 2)]

    def has_room() -> bool:
        shown = [button for button in buttons if button.isVisible()]
        return text.heightForWidth(text.width()) <= text.height() and all(
            button.sizeHint().width() <= button.width() for button in shown
        )

    try:
        for asked in IMPOSSIBLE:
            apply(lab, **asked)
            lab.bot.waitUntil(has_room)  # when the events of the layout are through
            assert size_card.height() <= CARD_HEIGHT + 60
    finally:
        translation.apply("en")


FIX_TEXTS = [
    (Change("stride", (2, 2)), "Stride 2", "Stride 2"),
    (Change("pool_size", (2, 2)), "Window 2 × 2", "Janela 2 × 2"),
    (Change("padding", (0, 1, 2, 3)), "Padding 0 · 1 · 2 · 3", "Padding 0 · 1 · 2 · 3"),
    (Change("padding", "same"), "Padding same", "Padding same"),
    (Change("padding_mode", "replicate"), "Mode: replicate", "Modo: repetir a borda"),
    (Change("pool_kind", "average"), "Kind: average", "Tipo: média"),
    (Change("pool_stride", None), "Set stride to size", "Usar stride igual ao tamanho"),
    (Change("pool_global", True), "Use whole picture", "Usar imagem inteira"),
    (Change("activation", "relu"), "Activation: ReLU", "Ativação: ReLU"),
    (Change("slope", 0.01), "Slope 0.01", "Inclinação 0,01"),
    (Change("reset"), "Use default settings", "Usar ajustes padrão"),
]


@pytest.mark.parametrize(("change", "english", "portuguese"), FIX_TEXTS)
def test_that_a_fix_says_what_it_sets(
    qapp: object, change: Change, english: str, portuguese: str
) -> None:
    translation = Translation()
    try:
        for language, text in (("en", english), ("pt_BR", portuguese)):
            translation.apply(language)
            assert change_text(change) == text
    finally:
        translation.apply("en")
