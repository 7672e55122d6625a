"""A sum at a glance: what is seen of it, and what a button unfolds."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.pages.convolution.views.stage.lab_stage import unit_of
from cnnviz.state.level import is_chrome
from cnnviz.ui.unit_view.sum.sum_row import SumRow
from tests.gui.pages.convolution.test_sum_row import one
from tests.helpers.lab_states import asked, state_of


@pytest.fixture
def row(qtbot: QtBot) -> SumRow:
    row = SumRow()
    row.resize(864, 148)
    qtbot.addWidget(row)
    with qtbot.waitExposed(row):
        row.show()
    return row


def test_that_zeros_are_folded_and_the_button_unfolds_them(
    row: SumRow, qtbot: QtBot
) -> None:
    row.render_unit(unit_of(one()))
    button = row.findChild(QToolButton, "whole_sum_button")
    assert button is not None
    assert button.text() == "+ 4 zeros"
    assert row._terms.isVisible()
    assert [term.product for term in row._terms.seen.terms] == [1, 4, 1, 2, 2]

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert row.findChild(QScrollArea, "sum_products").isVisible()
    assert not row._terms.isVisible()

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert row._terms.isVisible()


def test_that_of_a_large_kernel_the_largest_terms_are_seen(row: SumRow) -> None:
    rng = np.random.default_rng(4)
    kernel = rng.integers(-9, 10, (1, 1, 15, 15))
    row.render_unit(unit_of(state_of(asked(kernel), np.ones((1, 15, 15)))))

    seen, button = row._terms.seen, row.findChild(QToolButton, "whole_sum_button")
    zeros = int((kernel == 0).sum())
    assert seen.zeros == zeros
    assert len(seen.terms) + seen.others + zeros == 225
    assert min(abs(term.product) for term in seen.terms) == 9
    assert seen.terms[-1].running + seen.others_total == kernel.sum()
    assert button is not None
    assert button.text().startswith(f"+ {zeros} zeros  + {seen.others} more: ")


def test_that_what_is_seen_and_what_is_folded_add_up_in_the_order_of_the_window(
    row: SumRow,
) -> None:
    rng = np.random.default_rng(7)
    for side, width in ((3, 500), (3, 864), (5, 500), (7, 864)):
        kernel = rng.integers(-3, 4, (1, 1, side, side))
        picture = rng.integers(0, 256, (1, side, side)).astype(float)
        row.resize(width, 148)
        unit = unit_of(state_of(asked(kernel), picture))
        row.render_unit(unit)

        assert unit is not None
        seen = row._terms.seen
        shown = sum(term.product for term in seen.terms) + seen.others_total
        bias = unit.expression.bias or 0
        assert shown + bias == pytest.approx(unit.outcome.total)
        cells = [term.cell for term in seen.terms]
        assert cells == sorted(cells)
        folded = row.findChild(QToolButton, "whole_sum_button")
        assert folded is not None
        assert folded.isVisible()
        assert not is_chrome(folded)  # a presentation shows it too
