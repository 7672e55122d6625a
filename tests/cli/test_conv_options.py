"""``cnnviz conv``: padding modes, groups, bias, transposed and activations."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from cnnviz.cli.main import main

RNG = np.random.default_rng(21)
COLOUR = RNG.integers(0, 256, (9, 11, 3), dtype=np.uint8)
GREY = torch.tensor(np.asarray(Image.fromarray(COLOUR).convert("L"))).float()[None]
RGB = torch.tensor(COLOUR.transpose(2, 0, 1).copy()).float()
KERNEL = [[1, -2, 3], [0, 4, -1]]
ROWS = torch.tensor(KERNEL).float()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "colour.png"
    Image.fromarray(COLOUR).save(path)
    return path


def conv(picture: Path, kernel: object, *words: str) -> NDArray[np.float32]:
    out = picture.with_name("out.npy")
    start = ["conv", str(picture), "--kernel", json.dumps(kernel), "--out", str(out)]
    assert main([*start, *words]) == 0
    return np.asarray(np.load(out))


def same(result: NDArray[np.float32], expected: torch.Tensor) -> bool:
    return bool(np.array_equal(result, expected.numpy()))


def conv2d(
    picture: torch.Tensor, kernels: torch.Tensor, *settings: Any, **more: Any
) -> torch.Tensor:
    return torch.nn.functional.conv2d(picture[None], kernels, *settings, **more)[0]


@pytest.mark.parametrize("mode", ["zeros", "reflect", "replicate", "circular"])
def test_that_each_mode_pads_four_sides_by_their_own_amounts(
    picture: Path, mode: str
) -> None:
    result = conv(picture, KERNEL, "--padding", "1,2,3,4", "--padding-mode", mode)
    torchs = "constant" if mode == "zeros" else mode
    padded = torch.nn.functional.pad(GREY[None], (3, 4, 1, 2), mode=torchs)[0]
    assert result.shape == (1, 11, 16)
    assert same(result, conv2d(padded, ROWS[None, None]))


def test_that_four_equal_sides_are_one_number(picture: Path) -> None:
    four = conv(picture, KERNEL, "--padding", "2,2,2,2")
    assert np.array_equal(four, conv(picture, KERNEL, "--padding", "2"))


def test_that_rows_alone_are_depthwise_with_or_without_groups(picture: Path) -> None:
    grouped = conv(picture, KERNEL, "--channels", "rgb", "--groups", "3")
    expected = conv2d(RGB, torch.stack([ROWS[None]] * 3), groups=3)
    assert same(grouped, expected)
    assert same(conv(picture, KERNEL, "--channels", "rgb"), expected)


def test_that_groups_take_kernels_of_their_own(picture: Path) -> None:
    kernels = RNG.integers(-3, 4, (6, 1, 2, 2)).tolist()
    result = conv(
        picture, kernels, "--channels=rgb", "--groups=3", "--bias=1,2,3,4,5,6"
    )
    bias = torch.arange(1.0, 7)
    assert same(result, conv2d(RGB, torch.tensor(kernels).float(), bias, groups=3))


def test_that_one_bias_is_for_every_output(picture: Path) -> None:
    plain = conv(picture, KERNEL, "--channels", "rgb")
    assert np.array_equal(
        conv(picture, KERNEL, "--channels=rgb", "--bias=-7"), plain - 7
    )


@pytest.mark.parametrize("name", ["relu", "leaky_relu", "sigmoid", "tanh"])
def test_that_an_activation_comes_after_the_bias(picture: Path, name: str) -> None:
    kernel = (np.array(KERNEL) / 100).tolist()
    result = conv(picture, kernel, "--bias=-3", "--activation", name)
    sums = conv2d(GREY, torch.tensor(kernel)[None, None], torch.tensor([-3.0]))
    functions = {"relu": torch.relu, "leaky_relu": torch.nn.functional.leaky_relu}
    expected = functions.get(name, getattr(torch, name, None))(sums)  # type: ignore[misc]
    np.testing.assert_allclose(result, expected.numpy(), rtol=1e-5, atol=1e-6)


def test_that_softmax_compares_the_outputs_of_each_place(picture: Path) -> None:
    kernels = RNG.normal(0, 0.01, (3, 1, 2, 2)).tolist()
    result = conv(picture, kernels, "--activation", "softmax")
    expected = torch.softmax(conv2d(GREY, torch.tensor(kernels)), dim=0)
    np.testing.assert_allclose(result, expected.numpy(), rtol=1e-5)


def transposed(*operands: Any, **settings: Any) -> torch.Tensor:
    return torch.nn.functional.conv_transpose2d(*operands, **settings)[0]


def test_that_transposed_lays_the_kernel_on_the_output(picture: Path) -> None:
    words = (
        "--transposed --stride 3,2 --padding 1,0 --dilation 1,2 --output-padding 2,1"
    )
    result = conv(picture, KERNEL, *words.split(), "--bias", "5")
    expected = transposed(
        GREY[None],
        ROWS[None, None],
        torch.tensor([5.0]),
        stride=(3, 2),
        padding=(1, 0),
        dilation=(1, 2),
        output_padding=(2, 1),
    )
    assert same(result, expected)


def test_that_transposed_kernels_have_the_input_channels_first(picture: Path) -> None:
    kernels = RNG.integers(-3, 4, (3, 2, 2, 2)).tolist()
    result = conv(picture, kernels, "--channels=rgb", "--transposed")
    assert same(result, transposed(RGB[None], torch.tensor(kernels).float()))
    over_channels = RNG.integers(-3, 4, (3, 2, 2)).tolist()
    result = conv(picture, over_channels, "--channels=rgb", "--transposed")
    assert same(
        result, transposed(RGB[None], torch.tensor(over_channels).float()[:, None])
    )


@pytest.mark.parametrize("groups", [1, 3])
def test_that_transposed_rows_alone_work_on_each_channel(
    picture: Path, groups: int
) -> None:
    words = ("--channels=rgb", "--transposed", "--stride=2", f"--groups={groups}")
    expected = transposed(RGB[None], torch.stack([ROWS[None]] * 3), stride=2, groups=3)
    assert same(conv(picture, KERNEL, *words), expected)
