"""Where windows, kernels and sums of a unit lie, and how wide their ribbons are."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.ui.unit_view.rows.rows_layout import HEAD, Box, lay_out_rows
from cnnviz.ui.unit_view.rows.rows_painting import ribbon_widths
from cnnviz.ui.unit_view.rows.unit_rows import UnitRow, UnitRows, largest_first


def rows_of(
    count: int, size: tuple[int, int] = (5, 5), *, kernel: bool = True, folded: int = 0
) -> UnitRows:
    cells = np.arange(float(np.prod(size))).reshape(size)
    rows = tuple(
        UnitRow(
            index=index,
            name=f"map {index + 1}",
            cells_hw=cells + index,
            cells_look=(0.0, 30.0, "sequential"),
            total=float(index),
            rows=tuple(range(-1, size[0] - 1)),
            columns=tuple(range(3, 3 + size[1])),
            kernel_hw=cells - 2 if kernel else None,
        )
        for index in range(count)
    )
    return UnitRows(rows, folded=folded, folded_total=1.5)


def ends(box: Box) -> tuple[float, float]:
    return box[0] + box[2], box[1] + box[3]


shapes = st.sampled_from([(1, 1), (2, 2), (3, 3), (5, 5), (5, 3), (11, 11), (13, 13)])


@given(
    st.integers(1, 8),
    shapes,
    st.booleans(),
    st.integers(0, 9),
    st.integers(320, 620),
    st.integers(380, 1000),
)
def test_that_the_parts_of_a_row_stand_beside_one_another_and_rows_apart(
    count: int,
    size: tuple[int, int],
    kernel: bool,
    folded: int,
    width: int,
    height: int,
) -> None:
    shown = rows_of(count, size, kernel=kernel, folded=folded)
    layout = lay_out_rows(shown, width, height)
    assert len(layout.rows) == count
    is_alone = count == 1 and kernel and size != (1, 1)
    assert (layout.folded is not None) == (folded > 0 and not is_alone)
    for place in layout.rows:
        assert place.is_stacked == is_alone
        grids = [place.window] + ([place.kernel] if place.kernel else [])
        for before, after in pairwise([*grids, place.total]):
            if is_alone and after is place.kernel:
                assert ends(before)[1] <= after[1]
            else:
                assert ends(before)[0] <= after[0]
        assert ends(place.total)[0] <= width
        top, bottom = place.window[1], ends(grids[-1])[1]
        assert place.middle == pytest.approx((top + bottom) / 2)
        if size != (1, 1):  # a number alone is a chip; cells of a window are square
            assert place.window[2] / size[1] == pytest.approx(place.window[3] / size[0])
    for above, below in pairwise(layout.rows):
        assert ends(above.window)[1] <= below.window[1]
    assert layout.rows[0].window[1] >= HEAD - 1
    floor = height - (layout.folded[3] if layout.folded else 0)
    assert ends(layout.rows[-1].window)[1] <= floor + 1


def test_that_rows_stand_at_the_heights_of_their_maps_where_there_is_room() -> None:
    centres = [90.0, 190.0, 290.0, 390.0]
    layout = lay_out_rows(rows_of(4), 400.0, 500.0, centres)
    assert [place.middle for place in layout.rows] == centres
    crowded = lay_out_rows(rows_of(4), 400.0, 500.0, [90.0, 100.0, 110.0, 120.0])
    assert [place.middle for place in crowded.rows] != [90.0, 100.0, 110.0, 120.0]


def test_that_nothing_is_laid_out_of_nothing() -> None:
    assert lay_out_rows(UnitRows(()), 300.0, 300.0).rows == ()


@given(st.lists(st.floats(-1e6, 1e6), max_size=20))
def test_that_a_ribbon_is_as_wide_as_its_sum_is_large(totals: list[float]) -> None:
    widths = ribbon_widths(totals)
    assert len(widths) == len(totals)
    assert all(0 <= width <= 36 for width in widths)
    assert sum(width for width in widths if width > 1.5) <= 4 * 36 + 1e-6
    for total, width in zip(totals, widths, strict=True):
        assert width > 0 or abs(total) < 1e-300
    wide = [(abs(t), w) for t, w in zip(totals, widths, strict=True) if w > 1.5]
    for (a, width_a), (b, width_b) in pairwise(wide):
        assert width_a * b == pytest.approx(width_b * a, rel=1e-6)


def test_that_ribbons_are_to_one_another_as_their_sums_are() -> None:
    assert ribbon_widths([4.0, -1.0, 0.0]) == [36.0, 9.0, 0.0]


def test_that_what_is_not_finite_has_no_ribbon() -> None:
    assert ribbon_widths([5e-324, 0.0]) == [36.0, 0.0]
    assert ribbon_widths([1.0, float("inf")]) == [0.0, 0.0]
    assert ribbon_widths([]) == []


@given(st.lists(st.floats(-100, 100), max_size=40), st.integers(1, 14))
def test_that_what_is_left_out_is_less_and_its_sum_is_kept(
    totals: list[float], most: int
) -> None:
    kept, folded, total = largest_first(np.array(totals), most)
    assert len(kept) + folded == len(totals)
    assert len(kept) <= max(most, 0)
    assert sum(totals[index] for index in kept) + total == pytest.approx(sum(totals))
    rest = [abs(totals[i]) for i in range(len(totals)) if i not in kept]
    if rest:
        assert min(abs(totals[index]) for index in kept) >= max(rest)


def test_that_a_cell_of_the_padding_comes_from_nowhere() -> None:
    row = rows_of(1).rows[0]
    assert row.source(0, 2) is None
    assert row.source(1, 2) == (0, 5)
