"""The network in a corner: which part is seen, and where a click on it leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from cnnviz.engine.networks.blocks import blocks, picture_block
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.ui.network_view.columns.column_layout import fitted_layout
from cnnviz.ui.network_view.columns.column_overview import ColumnOverview
from cnnviz.ui.network_view.columns.columns_view import ColumnsView

SIZE = 1000.0, 600.0
LENET = NETWORKS["lenet5"]
WHOLE, FITTING = fitted_layout(picture_block(LENET), blocks(LENET), *SIZE)


def overview(view: ColumnsView) -> ColumnOverview:
    return ColumnOverview(WHOLE, view, SIZE)


def test_that_none_is_needed_where_all_is_seen() -> None:
    all_of_it = overview(ColumnsView(FITTING).settled(WHOLE, SIZE))
    assert not all_of_it.is_needed
    assert all_of_it.seen == all_of_it.box
    assert overview(ColumnsView(2 * FITTING)).is_needed


@given(st.floats(1.5, 8), st.floats(0, 1), st.floats(0, 1))
def test_that_the_frame_lies_inside_and_a_click_brings_its_place_to_the_middle(
    scale: float, across: float, down: float
) -> None:
    view = ColumnsView(scale * FITTING).settled(WHOLE, SIZE)
    small = overview(view)
    assert small.box.right() <= SIZE[0]
    assert small.box.bottom() <= SIZE[1]
    assert small.box.contains(small.seen)
    point = QPointF(
        small.box.left() + across * small.box.width(),
        small.box.top() + down * small.box.height(),
    )
    by = small.shift_to(point)
    moved = overview(view.panned(by.x(), by.y()).settled(WHOLE, SIZE))
    assert moved.seen.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point)
    still = moved.shift_to(moved.seen.center())
    assert (still.x(), still.y()) == pytest.approx((0, 0))
