"""Where windows, kernels and sums of a unit lie, and how wide their ribbons are."""

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF

from cnnviz.ui.unit_view.rows.heads_painting import head_font, head_places
from cnnviz.ui.unit_view.rows.rows_layout import EDGE, HEAD, HEAD_TOP, Box, lay_out_rows
from cnnviz.ui.unit_view.rows.rows_painting import number_text, ribbon_widths
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
        assert ends(place.total)[0] <= layout.bracket
        for box in (*grids, place.total, place.name):
            assert box[0] >= EDGE  # the outline of the focus runs left of it
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


@pytest.mark.parametrize("height", [478.0, 520.0, 640.0, 900.0])
@pytest.mark.parametrize("count", [2, 3, 6, 10])
def test_that_every_row_has_a_name_that_touches_nothing(
    count: int, height: float
) -> None:
    """Over its window; in rows with no room there, over what the row adds."""
    shown = rows_of(count, folded=6)
    layout = lay_out_rows(shown, 316.0, height)
    for place in layout.rows:
        left, top, wide, high = place.name
        assert high >= 14
        assert wide >= 80
        assert top >= HEAD_TOP + 16  # under the titles
        assert left + wide <= layout.bracket
        if place.is_named_over_sum:
            assert left >= ends(place.kernel or place.window)[0]
        else:
            assert top + high <= place.window[1]
    for above, below in pairwise(layout.rows):
        assert ends(above.window)[1] <= below.name[1] + 4 or below.is_named_over_sum


def test_that_the_first_row_has_its_name_at_the_height_of_its_map() -> None:
    centres = [59.0 + 88 * index for index in range(6)]
    layout = lay_out_rows(rows_of(6), 316.0, 560.0, centres)
    assert [place.middle for place in layout.rows] == centres
    assert layout.rows[0].name[3] > 0
    assert layout.rows[0].name[1] >= HEAD_TOP + 16


def test_that_rows_of_maps_have_names_too() -> None:
    maps = UnitRows(
        tuple(replace(row, result_hw=row.cells_hw) for row in rows_of(6).rows)
    )
    centres = [58.0 + 85 * index for index in range(6)]
    for place in lay_out_rows(maps, 316.0, 520.0, centres).rows:
        assert place.name[3] > 0
        assert place.name[1] >= HEAD_TOP + 16


@pytest.mark.parametrize(
    ("heads", "kernel"),
    [
        (("Numbers of Flatten", "Weights", "Partial sum"), True),
        (("Números de Flatten", "Pesos", "Soma parcial"), True),
        (("Numbers of Conv1_relu", "", ""), False),
        (("Numbers of Conv2_reduce", "", "x²"), False),
        (("Números de Conv1_relu", "", "e^(x − maior)"), False),
    ],
)
def test_that_titles_have_room_for_the_name_of_the_layer(
    qapp: object, heads: tuple[str, str, str], kernel: bool
) -> None:
    layout = lay_out_rows(rows_of(14, (1, 1), kernel=kernel), 308.0, 520.0)
    places = head_places(heads, layout, QFont())
    assert {head for head, _, _ in places} == {head for head in heads if head}
    for head, place, _ in places:
        font = head_font(head, QFont(), place.width())
        assert QFontMetricsF(font).horizontalAdvance(head) <= place.width() + 1
    for (_, one, _), (_, other, _) in combinations(places, 2):
        assert not one.intersects(other)


def test_that_a_number_in_a_narrow_cell_is_pressed_and_not_called_nearly_nothing(
    qapp: object,
) -> None:
    font = QFont()
    font.setPixelSize(11)
    for value in (-0.4242, -0.212, 0.0834, -12.5, 0.9):
        text, fitted = number_text(value, font, 29.0)
        said = float(text.replace("−", "-").replace(",", "."))
        assert said == pytest.approx(value, rel=0.08)
        assert QFontMetricsF(fitted).horizontalAdvance(text) <= 26
    assert number_text(-0.00031, font, 29.0)[0] == "≈0"
    assert number_text(0.25, font, 60.0) == ("0.25", font)


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
