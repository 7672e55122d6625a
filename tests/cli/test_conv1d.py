"""``cnnviz conv1d``: what it prints, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from cnnviz.cli.main import main

SIGNAL, KERNEL = [3, 1, 4, 1, 5, 9, 2, 6], [1, 0, -2]


def conv1d(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    start = ["conv1d", "--signal", json.dumps(SIGNAL), "--kernel", json.dumps(KERNEL)]
    assert main([*start, *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("padding", ["valid", "same", "full"])
def test_that_flip_gives_what_numpy_gives(
    padding: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    out = conv1d(capsys, "--padding", padding, "--flip", "--json")
    answer = json.loads(out)
    assert answer["result"] == np.convolve(SIGNAL, KERNEL, padding).tolist()
    assert answer["kernel"] == KERNEL[::-1]


def test_that_without_flip_it_is_a_cross_correlation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = json.loads(conv1d(capsys, "--json"))
    assert answer == {
        "signal": SIGNAL,
        "kernel": KERNEL,
        "padding": [0, 0],
        "stride": 1,
        "unused": 0,
        "bias": 0,
        "activation": "none",
        "result": np.correlate(SIGNAL, KERNEL).tolist(),
    }


def test_that_a_stride_leaves_numbers_unused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = json.loads(conv1d(capsys, "--stride", "2", "--json"))
    assert answer["result"] == np.correlate(SIGNAL, KERNEL)[::2].tolist()
    assert answer["unused"] == 1


@pytest.mark.parametrize(
    "kind", ["none", "relu", "leaky_relu", "sigmoid", "tanh", "softmax"]
)
def test_that_bias_and_activation_are_those_of_torch(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = conv1d(capsys, "--bias", "-1.5", "--activation", kind, "--json")
    answer = json.loads(out)
    double = {"dtype": torch.float64}
    sums = torch.nn.functional.conv1d(
        torch.tensor([[SIGNAL]], **double),
        torch.tensor([[KERNEL]], **double),
        torch.tensor([-1.5], **double),
    )
    functions: dict[str, Any] = {
        "none": lambda each: each,
        "relu": torch.relu,
        "leaky_relu": torch.nn.functional.leaky_relu,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "softmax": lambda each: torch.softmax(each, dim=1),
    }
    expected = functions[kind](sums)[0, 0].tolist()
    assert answer["result"] == pytest.approx(expected, rel=1e-12)
    assert (answer["bias"], answer["activation"]) == (-1.5, kind)


def test_that_activated_numbers_are_one_line_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = conv1d(capsys, "--bias", "5", "--activation", "relu")
    assert out == "0 4 0 0 6 2\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--bias", "1,2"], "is not one number"),
        (["--bias", "much"], "is not one number"),
        (["--bias", "-inf"], "is not a finite number"),
        (["--bias", "1e100"], "is too large"),
        (["--activation", "gelu"], "leaky_relu"),
    ],
)
def test_that_a_wrong_bias_or_activation_is_wrong_usage(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["conv1d", "--signal", "[1]", "--kernel", "[1]", *words])
    assert left.value.code == 2
    assert said in capsys.readouterr().err


def test_that_plain_output_is_one_line_of_numbers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert conv1d(capsys) == "-5 -1 -6 -17 1 -3\n"


def test_that_fractions_stay_as_they_were_typed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["conv1d", "--signal", "[0.1, 0.2]", "--kernel", "[1]", "--json"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["result"] == [0.1, 0.2]


def test_that_a_zero_has_no_sign(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conv1d", "--signal", "[0]", "--kernel", "[-1]"]) == 0
    assert capsys.readouterr().out == "0\n"


@pytest.mark.parametrize("prefix", ["", "\ufeff", "\n "])
def test_that_numbers_come_from_files(
    prefix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signal, kernel = tmp_path / "signal.json", tmp_path / "kernel.json"
    signal.write_text(prefix + "[1, 2, 3]", encoding="utf-8")
    kernel.write_text(prefix + "[1, 1]", encoding="utf-8")
    assert main(["conv1d", "--signal", str(signal), "--kernel", str(kernel)]) == 0
    assert capsys.readouterr().out == "3 5\n"


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["--padding", "circular"], 2, "invalid choice"),
        (["--stride", "0"], 2, "The stride is 0"),
        (["--stride", "1,2"], 2, "not a whole number"),
        (["--signal", "[1, 2"], 2, "cannot be read at line 1"),
        (["--signal", "[1, [2]]"], 2, "here is [2]"),
        (["--kernel", "[]"], 2, "is empty"),
        (["--kernel", "[1e300]"], 2, "too large. Use numbers below 10^100"),
        (["--kernel", "[Infinity]"], 2, "Infinity, which is not a finite number"),
        (["--stride", "9999999999"], 2, "too large: the most is 999,999,999"),
        (["--signal", "{folder}/absent.json"], 1, "no file"),
        (["--signal", "{folder}/empty.json"], 1, "empty.json cannot be used: "),
        (["--signal", "{folder}/binary.json"], 1, "binary.json is not a text file"),
        (["--signal", "[1, 2]"], 1, "has 3 numbers but the padded signal has only 2"),
    ],
)
def test_that_what_cannot_be_is_refused_in_words(
    words: list[str],
    code: int,
    expected: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty.json").write_text("[]")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe[1]")
    start = ["conv1d", "--signal", json.dumps(SIGNAL), "--kernel", json.dumps(KERNEL)]
    filled = [word.replace("{folder}", str(tmp_path)) for word in words]
    try:
        ended = main(start + filled)
    except SystemExit as leaving:
        ended = int(leaving.code or 0)
    out, err = capsys.readouterr()
    lines = err.strip().splitlines()
    assert ended == code, err
    assert out == ""
    assert "Traceback" not in err
    assert expected in lines[-1]
    assert code != 1 or len(lines) == 1
