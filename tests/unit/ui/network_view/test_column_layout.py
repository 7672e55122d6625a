"""Where the maps of a network lie: none over another, all in place, each found again."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.networks.blocks import Block, blocks, picture_block
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.ui.network_view.columns.column_layout import (
    ColumnLayout,
    fitted_layout,
    lay_out,
)
from cnnviz.ui.network_view.columns.columns_view import ColumnsView
from cnnviz.ui.network_view.columns.opened_layout import open_beside
from cnnviz.ui.network_view.columns.placed import Box, Placed, between

Made = tuple[Block, tuple[Block, ...]]


def made_of(name: str, every_layer: bool = False) -> Made:
    network = NETWORKS[name]
    return picture_block(network), blocks(network, every_layer=every_layer)


MADE = [made_of(name, every) for name in NETWORKS for every in (False, True)]
SMALL = [made_of(name) for name in ("lenet5", "lenet5-1998", "tiny-vgg", "mlp")]
sizes = st.tuples(st.integers(500, 2600), st.integers(300, 1500))
placed = st.builds(
    Placed,
    style=st.just("maps"),
    count=st.integers(1, 300),
    columns=st.integers(1, 12),
    left=st.floats(-500, 500),
    top=st.floats(-500, 500),
    width=st.floats(2, 80),
    height=st.floats(2, 80),
    gap_x=st.floats(0, 20),
    gap_y=st.floats(0, 20),
    room=st.just(50.0),
    lane_top=st.just(0.0),
)


def bottom(box: Box) -> float:
    return box[1] + box[3]


def right(box: Box) -> float:
    return box[0] + box[2]


@given(placed, st.data())
def test_that_a_tile_is_found_where_it_lies(one: Placed, data: st.DataObject) -> None:
    tile = data.draw(st.integers(0, one.count - 1))
    left, top, width, height = one.tile(tile)
    across, down = data.draw(st.floats(0.05, 0.95)), data.draw(st.floats(0.05, 0.95))
    assert one.tile_at(left + across * width, top + down * height) == tile
    assert one.tile_at(one.box[0] - 1, top) is None
    assert one.tile_at(left, bottom(one.box) + 1) is None


@given(placed)
def test_that_no_tile_lies_over_another_and_all_lie_in_their_box(one: Placed) -> None:
    boxes = [one.tile(index) for index in range(one.count)]
    for a, b in pairwise(boxes):
        beside = right(a) <= b[0] + 1e-6
        below = bottom(a) <= b[1] + 1e-6
        assert beside or below
    if one.count > one.columns:
        assert bottom(boxes[0]) <= boxes[one.columns][1] + 1e-6
    assert max(map(bottom, boxes)) <= bottom(one.box) + 1e-6
    if one.count >= one.columns:
        assert max(map(right, boxes)) == pytest.approx(right(one.box))


@given(placed, placed)
def test_that_what_glides_begins_and_ends_where_it_should(a: Placed, b: Placed) -> None:
    assert between(a, b, 0.0).left == a.left
    assert between(a, b, 1.0).box[:2] == pytest.approx(b.box[:2])
    middle = between(a, b, 0.5)
    assert middle.width == pytest.approx((a.width + b.width) / 2)


@settings(max_examples=60)
@given(st.sampled_from(MADE), sizes)
def test_that_a_whole_network_lies_in_its_place(
    made: Made, size: tuple[int, int]
) -> None:
    picture, others = made
    layout, scale = fitted_layout(picture, others, *size)
    assert layout.height * scale == pytest.approx(size[1])
    assert layout.width * scale <= size[0] + 1e-6
    for block, one in zip((*others, picture), layout.placed, strict=True):
        assert one.count == (block.count if block.layers else 1)
        assert one.left >= 0
        assert one.top >= 0
        assert right(one.box) <= layout.width + 1e-6
        assert bottom(one.box) <= layout.height + 1e-6
    check_columns(layout, (*others, picture))


def check_columns(layout: ColumnLayout, every: tuple[Block, ...]) -> None:
    """Check that a block stands right of those it reads and clear of its neighbours."""
    for block in every:
        for read in block.reads:
            assert right(layout.placed[read].box) <= layout.placed[block.place].left
    for a in every:
        for b in every:
            if a.depth == b.depth and a.place < b.place and a.layers and b.layers:
                above, below = layout.placed[a.place], layout.placed[b.place]
                assert bottom(above.box) <= below.lane_top


@settings(max_examples=60)
@given(st.sampled_from(SMALL), sizes, st.data())
def test_that_what_is_opened_has_its_panel_between_what_feeds_it_and_itself(
    made: Made, size: tuple[int, int], data: st.DataObject
) -> None:
    picture, others = made
    block = data.draw(st.sampled_from(others))
    opened = open_beside(picture, others, block, size, 548.0)
    left, top, width, height = opened.panel
    assert (top, width, height) == (0.0, 548.0, size[1])
    for each, one in zip((*others, picture), opened.columns.placed, strict=True):
        assert one.top >= 0
        assert bottom(one.box) <= size[1] + 1e-6
        if each.depth < block.depth:
            assert right(one.box) <= left
        else:
            assert one.left >= left + width
    assert max(right(opened.columns.placed[read].box) for read in block.reads) < left
    if size[0] >= 1280:
        # At the size of a lesson's projector all that comes after is seen too.
        ends = [right(one.box) for one in opened.columns.placed]
        assert max(ends) <= size[0] + 1e-6


@given(
    st.floats(0.05, 8.0),
    st.floats(0.2, 5.0),
    st.floats(0, 1300),
    st.floats(0, 700),
    st.floats(-900, 900),
    st.floats(-900, 900),
)
def test_that_zooming_keeps_the_point_under_the_pointer(
    scale: float, factor: float, x: float, y: float, dx: float, dy: float
) -> None:
    before = ColumnsView(scale, dx, dy)
    after = before.zoomed(factor, x, y)
    assert after.scale <= 12.0
    there = (x - dx) / scale, (y - dy) / scale
    assert after.dx + there[0] * after.scale == pytest.approx(x, abs=1e-6)
    assert after.dy + there[1] * after.scale == pytest.approx(y, abs=1e-6)


@given(st.floats(0.05, 8.0), st.floats(-9000, 9000), st.floats(-9000, 9000), sizes)
def test_that_no_room_is_left_empty_at_an_edge(
    scale: float, dx: float, dy: float, size: tuple[int, int]
) -> None:
    layout = ColumnLayout((), 1000.0, 600.0)
    view = ColumnsView(scale, dx, dy).settled(layout, size)
    assert view.settled(layout, size) == view
    for origin, extent, room in (
        (view.dx, layout.width * scale, size[0]),
        (view.dy, layout.height * scale, size[1]),
    ):
        if extent <= room:
            assert origin == pytest.approx((room - extent) / 2)
        else:
            assert origin <= 0
            assert origin + extent >= room - 1e-6


def test_that_many_units_are_a_strip_and_classes_are_cells_with_names() -> None:
    picture, others = made_of("alexnet")
    layout = lay_out(picture, others, 700.0)
    styles = {
        b.name: p.style for b, p in zip((*others, picture), layout.placed, strict=True)
    }
    assert styles["fc6"] == "strip"
    assert styles["fc8"] == "strip"  # a thousand names have no room
    assert styles["conv1"] == "maps"
    lenet = lay_out(*made_of("lenet5"), 700.0)
    assert lenet.placed[-2].style == "cells"
    assert lenet.placed[-1].style == "picture"
