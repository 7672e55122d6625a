"""The named kernels, and those that people write."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.convolution.apply import convolve
from cnnviz.engine.convolution.kernel_formulas import gabor_kernel, random_kernel
from cnnviz.engine.convolution.kernel_presets import PRESETS, preset
from cnnviz.engine.convolution.kernels import kernels_for, parse_kernel
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.messages.catalogue import sentence

FLAT = np.full((1, 9, 9), 100.0)
RAMP_RIGHT = np.broadcast_to(np.arange(9.0), (1, 9, 9))


def applied(picture: np.ndarray, key: str) -> np.ndarray:  # type: ignore[type-arg]
    kernel = preset(key).values_hw
    spec = ConvSpec(kernel=(kernel.shape[0], kernel.shape[1]))
    return convolve(picture, kernel[np.newaxis, np.newaxis], spec)


def test_that_there_are_enough_presets_each_with_its_own_key_and_numbers() -> None:
    assert len(PRESETS) >= 20
    assert len({p.key for p in PRESETS}) == len(PRESETS)
    assert len({(p.values_hw.shape, p.values_hw.tobytes()) for p in PRESETS}) == len(
        PRESETS
    )


def test_that_presets_cannot_be_spoilt() -> None:
    with pytest.raises(ValueError, match="read-only"):
        preset("sobel_x").values_hw[0, 0] = 1


@pytest.mark.parametrize("key", [p.key for p in PRESETS if p.group in {"move", "blur"}])
def test_that_blurs_and_moves_keep_brightness(key: str) -> None:
    np.testing.assert_allclose(applied(FLAT, key), 100, rtol=1e-6)


@pytest.mark.parametrize(
    "key", [p.key for p in PRESETS if p.group in {"sharpen", "relief"}]
)
def test_that_sharpening_and_relief_keep_flat_places(key: str) -> None:
    np.testing.assert_allclose(applied(FLAT, key), 100, rtol=1e-6)


@pytest.mark.parametrize(
    "key",
    [
        p.key
        for p in PRESETS
        if p.group in {"first_derivative", "second_derivative", "lines"}
    ]
    + ["dark_curve"],
)
def test_that_edges_and_lines_find_nothing_in_a_flat_picture(key: str) -> None:
    assert not applied(FLAT, key).any()


@pytest.mark.parametrize("key", [p.key for p in PRESETS if p.group == "gabor"])
def test_that_waves_find_nothing_in_a_flat_picture(key: str) -> None:
    np.testing.assert_allclose(applied(FLAT, key), 0, atol=1e-4)


@pytest.mark.parametrize("name", ["derivative", "sobel", "prewitt", "scharr"])
def test_that_x_kernels_see_brightness_rising_to_the_right(name: str) -> None:
    assert (applied(RAMP_RIGHT, f"{name}_x") > 0).all()
    assert not applied(RAMP_RIGHT, f"{name}_y").any()
    downwards = RAMP_RIGHT.transpose(0, 2, 1)
    assert (applied(downwards, f"{name}_y") > 0).all()


@pytest.mark.parametrize("axis", ["x", "y"])
def test_that_derivatives_are_those_of_a_parabola(axis: str) -> None:
    parabola = np.broadcast_to((np.arange(9.0) - 4) ** 2, (1, 9, 9))
    picture = parabola if axis == "x" else parabola.transpose(0, 2, 1)
    slopes = applied(picture, f"derivative_{axis}")[0]
    slopes = slopes if axis == "x" else slopes.T
    assert slopes[0].tolist() == [2 * x for x in range(-3, 4)]
    assert (applied(picture, f"second_derivative_{axis}") == 2).all()


def test_that_shifting_moves_the_picture_to_the_right() -> None:
    assert applied(RAMP_RIGHT, "shift_right")[0, 0].tolist() == list(range(7))


@pytest.mark.parametrize(
    ("key", "direction"),
    [
        ("horizontal_line", (0, 1)),
        ("vertical_line", (1, 0)),
        ("diagonal_line", (1, 1)),
        ("rising_line", (-1, 1)),
    ],
)
def test_that_a_line_kernel_answers_most_to_its_own_direction(
    key: str, direction: tuple[int, int]
) -> None:
    line = np.zeros((1, 3, 3))
    for step in (-1, 0, 1):
        line[0, 1 + step * direction[0], 1 + step * direction[1]] = 1
    answers = {
        p.key: applied(line, p.key).item() for p in PRESETS if p.group == "lines"
    }
    assert max(answers, key=lambda name: answers[name]) == key


MOUSE_BACK = [  # pixels of the figure that seed 001 shows, as its source prints them
    [0, 0, 0, 0, 0, 0, 30],
    [0, 0, 0, 0, 50, 50, 50],
    [0, 0, 0, 20, 50, 0, 0],
    [0, 0, 0, 50, 50, 0, 0],
    [0, 0, 0, 50, 50, 0, 0],
    [0, 0, 0, 50, 50, 0, 0],
    [0, 0, 0, 50, 50, 0, 0],
]


def test_that_the_curve_makes_6600_of_the_back_of_the_published_mouse() -> None:
    assert applied(np.array([MOUSE_BACK], float), "curve").item() == 6600


def test_that_the_curve_answers_most_to_the_haunch_of_our_mouse() -> None:
    paper_and_ink = load_sample("mouse").pixels_chw.astype(float)
    answers = applied(paper_and_ink, "dark_curve")[0]
    row, column = np.unravel_index(answers.argmax(), answers.shape)
    assert (abs(row - 56), abs(column - 50)) <= (1, 1)  # top left of the haunch's bend
    assert answers.max() > 20_000
    quiet = np.abs(answers) < answers.max() / 4
    assert quiet.mean() > 0.9
    assert np.median(np.abs(answers)) == 0


@pytest.mark.parametrize(
    ("key", "direction"),
    [
        ("gabor_horizontal", (0, 1)),
        ("gabor_vertical", (1, 0)),
        ("gabor_falling", (1, 1)),
        ("gabor_rising", (-1, 1)),
    ],
)
def test_that_a_wave_answers_most_to_lines_of_its_own_direction(
    key: str, direction: tuple[int, int]
) -> None:
    line = np.zeros((1, 7, 7))
    for step in range(-3, 4):
        line[0, 3 + step * direction[0], 3 + step * direction[1]] = 1
    answers = {
        p.key: applied(line, p.key).item() for p in PRESETS if p.group == "gabor"
    }
    assert max(answers, key=lambda name: answers[name]) == key
    assert answers[key] > 2 * sorted(answers.values())[-2]


def test_that_a_wave_turned_by_a_quarter_is_the_wave_across() -> None:
    np.testing.assert_allclose(
        np.rot90(gabor_kernel(0, 9)), gabor_kernel(90, 9), atol=1e-12
    )


def test_that_random_kernels_spread_as_he_and_others_say() -> None:
    rng = np.random.default_rng(5)
    drawn = np.stack([random_kernel((3, 3), rng, channels=2) for _ in range(2000)])
    assert abs(float(drawn.mean())) < 0.01
    assert float(drawn.std()) == pytest.approx((2 / 18) ** 0.5, rel=0.02)
    np.testing.assert_allclose(drawn, np.round(drawn, 2), atol=1e-6)


def test_that_the_same_chance_draws_the_same_kernel() -> None:
    first, second = (random_kernel((2, 5), np.random.default_rng(7)) for _ in range(2))
    assert first.dtype == np.float32
    assert (first == second).all()


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("[[1]]", (1, 1)),
        (" [[1, 0, -1.5e0]]\n", (1, 3)),
        ("[[[1, 2]], [[3, 4]], [[5, 6]]]", (3, 1, 2)),
        ("[[[[1], [2]]], [[[3], [4]]]]", (2, 1, 2, 1)),
    ],
)
def test_that_kernels_of_two_to_four_axes_are_read(
    text: str, shape: tuple[int, ...]
) -> None:
    kernel = parse_kernel(text)
    assert kernel.shape == shape
    assert kernel.dtype == np.float32


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "kernel_not_json"),
        ("[[1, 2", "kernel_not_json"),
        ("[[1, ], [2, 3]]", "numbers_ragged"),
        ("[" * 100_000, "kernel_not_json"),
        ("[[" + "9" * 5000 + "]]", "kernel_too_large"),
        ("7", "kernel_axes"),
        ("[1, 0, -1]", "kernel_axes"),
        ("[[[[[1]]]]]", "kernel_axes"),
        ("[" * 600 + "1" + "]" * 600, "kernel_axes"),
        ("[]", "kernel_empty"),
        ("[[], []]", "kernel_empty"),
        ("[[1, 2], [3]]", "kernel_ragged"),
        ("[[1, [2]], [3, 4]]", "kernel_ragged"),
        ('[[1, "2"]]', "kernel_not_numbers"),
        ("[[true]]", "kernel_not_numbers"),
        ("[[null]]", "kernel_not_numbers"),
        ('{"a": 1}', "kernel_not_numbers"),
        ("[[NaN]]", "kernel_not_finite"),
        ("[[-Infinity]]", "kernel_not_finite"),
        ("[[1e39]]", "kernel_too_large"),
        ("[[1" + "0" * 400 + "]]", "kernel_too_large"),
    ],
)
def test_that_what_is_no_kernel_is_refused_in_words(text: str, code: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        parse_kernel(text)
    assert caught.value.code == code
    assert sentence(caught.value)


@given(text=st.text(alphabet='[]{}",-.0123456789eEnulltruefas \n', max_size=40))
def test_that_any_text_is_a_kernel_or_refused(text: str) -> None:
    try:
        kernel = parse_kernel(text)
    except CnnvizError as error:
        words = sentence(error)
    else:
        words = "a kernel"
        assert kernel.size > 0
        assert np.isfinite(kernel).all()
    assert words


def test_that_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CnnvizError) as caught:
        preset("sobel")
    assert "sobel_x" in sentence(caught.value)


def test_that_rows_alone_work_on_each_channel_by_itself() -> None:
    rng = np.random.default_rng(8)
    picture = rng.integers(0, 256, (3, 6, 6))
    kernel = preset("emboss").values_hw
    spec = ConvSpec(kernel=(3, 3))
    together = convolve(picture, kernels_for(kernel, 3), spec)
    for channel in range(3):
        alone = convolve(picture[channel : channel + 1], kernels_for(kernel, 1), spec)
        assert (together[channel] == alone[0]).all()


def test_that_a_kernel_over_channels_sums_to_one_output() -> None:
    assert kernels_for(np.ones((3, 2, 2), np.float32), 3).shape == (1, 3, 2, 2)


@pytest.mark.parametrize("shape", [(2, 3, 3), (4, 2, 3, 3)])
def test_that_a_kernel_for_other_channels_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(CnnvizError) as caught:
        kernels_for(np.ones(shape, np.float32), 3)
    assert caught.value.code == "channels_differ"
