"""Which number becomes black and which white, where a file does not say it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.images.grey_scale import full_scale, guessed_scale, to_bytes

RNG = np.random.default_rng(5)
PHOTO = RNG.random((40, 50))


def shown(numbers: object) -> list[int]:
    samples = np.array(numbers, np.float64)
    return [int(level) for level in to_bytes(samples, guessed_scale(samples)).ravel()]


def kind(numbers: object) -> str | None:
    note = guessed_scale(np.array(numbers, np.float64)).note
    return None if note is None else note.kind


@pytest.mark.parametrize(
    ("numbers", "expected", "said"),
    [
        ([0, 0.25, 0.5, 1], [0, 64, 128, 255], None),
        ([0, 0.25, 0.5, 1.0001], [0, 64, 127, 255], "spread"),
        ([0, 0.25, 0.5, 100], [0, 64, 128, 255], "clipped"),
        ([0, 0.25, 0.5, -0.001], [0, 64, 128, 0], "spread"),
        ([0, 0.25, 0.5, -100], [0, 64, 128, 0], "clipped"),
        ([0, 64, 128, 255], [0, 64, 128, 255], None),
        ([0, 64, 128, 255.5], [0, 64, 128, 255], "spread"),
        ([0, 0, 0, 200], [0, 0, 0, 200], None),
        ([0, 1, 1, 1], [0, 255, 255, 255], None),
        ([0, 1, 1, 2], [0, 128, 128, 255], "spread"),
        ([0, 1024, 2048, 4095], [0, 64, 128, 255], "spread"),
        ([0, 16448, 32896, 65535], [0, 64, 128, 255], None),
        ([0, 3, 1, 2], [0, 3, 1, 2], "dark"),
        ([-2, 0, 2, 2], [0, 128, 255, 255], "spread"),
        ([1.5] * 4, [255] * 4, None),
        ([0, 0.25, 0.5, np.inf], [0, 64, 128, 255], None),
        ([0, 0.5, 1, np.nan], [0, 128, 255, 0], None),
        ([-1.7e308, 0, 0.85e308, 1.7e308], [0, 128, 191, 255], "spread"),
        ([0, 1e-310, 2e-310, 1], [0, 0, 0, 255], None),
    ],
)
def test_that_a_picture_is_shown_on_the_scale_that_it_is_at_home_on(
    numbers: list[float], expected: list[int], said: str | None
) -> None:
    assert np.abs(np.array(shown(numbers)) - expected).max() <= 1
    assert kind(numbers) == said


@pytest.mark.parametrize("white", [1.0, 255.0])
@given(beyond=st.floats(1.0, 1e9))
def test_that_one_cell_beyond_white_never_blackens_a_picture(
    white: float, beyond: float
) -> None:
    photo = PHOTO * white
    photo[3, 4] = beyond * white
    levels = np.array(shown(photo)).reshape(photo.shape)
    # At most half as light, as white may move to twice its place.
    rest = PHOTO * 255
    rest[3, 4] = 0
    assert (levels >= np.floor(rest / 2)).all()
    if beyond > 1.001:
        assert kind(photo) in {"spread", "clipped"}


@given(step=st.floats(1e-7, 1e-4), place=st.floats(0.5, 1.9))
def test_that_a_little_more_light_in_one_cell_changes_others_a_little(
    step: float, place: float
) -> None:
    less, more = PHOTO.copy(), PHOTO.copy()
    less[0, 0], more[0, 0] = place, place + step
    change = np.abs(np.array(shown(less)) - np.array(shown(more)))
    assert change.max() <= 1


def test_that_a_twelve_bit_picture_on_a_scale_of_sixteen_is_called_dark() -> None:
    for brightest, said in ((4095, "dark"), (16383, "dark"), (16384, None), (0, None)):
        samples = np.array([[0, brightest]], np.uint16)
        note = full_scale(samples, 65535).note
        assert (None if note is None else note.kind) == said


def test_that_sixteen_bits_are_divided_by_257() -> None:
    samples = np.arange(65536, dtype=np.uint16)
    levels = to_bytes(samples, full_scale(samples, 65535))
    assert (levels == (samples.astype(int) + 128) // 257).all()


def test_that_large_pictures_are_looked_at_whole() -> None:
    samples = np.zeros((1000, 1000), np.float32)
    samples[-1, -1] = 1
    samples[0, :10] = 0.5
    levels = to_bytes(samples, guessed_scale(samples))
    assert levels[-1, -1] == 255
    assert levels[0, :11].tolist() == [128] * 10 + [0]
