"""What is seen of a sum at a glance, against sums by hand and by NumPy."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from cnnviz.engine.convolution.expression import ChannelPart
from cnnviz.ui.unit_view.sum.sum_glance import glance


def part(values: np.ndarray, weights: np.ndarray) -> ChannelPart:
    nothing = np.zeros(values.shape, bool)
    return ChannelPart(
        channel=0,
        values_hw=values.astype(np.float32),
        weights_hw=weights.astype(np.float32),
        dim_hw=nothing,
        absent_hw=nothing,
        size=values.shape,
        count=values.size,
        winner=None,
        total=float((values * weights).sum()),
    )


def test_that_terms_that_have_room_are_in_reading_order() -> None:
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    window = np.array([[255, 255, 255], [140, 179, 235], [0, 0, 0]])

    seen = glance(part(window, sobel), 9)

    assert [term.product for term in seen.terms] == [-255, 255, -280, 470]
    assert [term.running for term in seen.terms] == [-255, 0, -280, 190]
    assert [term.cell for term in seen.terms] == [(0, 0), (0, 2), (1, 0), (1, 2)]
    assert (seen.zeros, seen.others, seen.is_whole) == (5, 0, False)


numbers = arrays(np.int64, (4, 5), elements=st.integers(-9, 9))


@given(numbers, numbers, st.integers(1, 20))
def test_that_nothing_is_lost_between_what_is_seen_and_what_is_folded(
    values: np.ndarray, weights: np.ndarray, most: int
) -> None:
    products = (values * weights).ravel()

    seen = glance(part(values, weights), most)

    shown = [term.product for term in seen.terms]
    assert len(shown) <= most
    assert len(shown) + seen.others + seen.zeros == products.size
    assert sum(shown) + seen.others_total == products.sum()
    if seen.others:
        sizes = sorted(np.abs(products), reverse=True)[: len(shown)]
        assert sorted(map(abs, shown), reverse=True) == sizes
