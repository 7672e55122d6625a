"""Odd names on the command line: what is printed of them does nothing to a terminal."""

import json
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from cnnviz.cli.main import COMMANDS, main
from cnnviz.engine.images.files.saving import encode_png

ODD = "\x1b[31m\x1b]0;title\x07\u202egnp\x9b2J\udcff"
"""Turns a terminal red, renames it, turns letters round, clears the screen."""

NOWHERE = f"{ODD}/{ODD}"

POOL = ("--kind", "max", "--size", "2")

WORDS: dict[str, tuple[list[str], ...]] = {
    "demo": (
        ["--out", "frames", "--size", ODD],
        ["--out", "frames", f"--{ODD}"],
        ["--out", f"good.png/{ODD}"],
    ),
    "conv": (
        [f"{ODD}.png", "--kernel", "[[1]]", "--out", "o.npy"],
        ["good.png", "--kernel", ODD, "--out", "o.npy"],
        ["good.png", "--kernel", f"[[1, {ODD}]]", "--out", "o.npy"],
        ["good.png", "--kernel", "[[1]]", "--out", f"{NOWHERE}.npy"],
        ["good.png", "--kernel", "[[1]]", "--out", f"{ODD}.txt"],
        ["good.png", "--kernel", "[[1]]", "--out", "o.npy", "--" + ODD],
        ["good.png", "--kernel", "[[1]]", "--out", "o.npy", "--padding", ODD],
        ["good.png", "--kernel", "[[1]]", "--out", f"{ODD}.npy"],
        [f"{ODD}-not-a-picture", "--kernel", "[[1]]", "--out", "o.npy"],
    ),
    "pool": (
        [f"{ODD}.png", *POOL, "--out", "o.npy"],
        ["good.png", *POOL, "--out", f"{ODD}.npy"],
        ["good.png", "--kind", ODD, "--size", "2", "--out", "o.npy"],
        ["good.png", "--kind", "max", "--size", ODD, "--out", "o.npy"],
    ),
    "conv1d": (
        ["--signal", ODD, "--kernel", "[1]"],
        ["--signal", "[1, 2]", "--kernel", f"[{ODD}]"],
        ["--signal", "[1, 2]", "--kernel", "[1]", "--padding", ODD],
    ),
    "animate": (
        ["conv", f"{ODD}.png", "--kernel", "[[1]]", "--out", "o.gif"],
        ["conv", "good.png", "--kernel", "[[1]]", "--out", f"{NOWHERE}.gif"],
        ["conv", "good.png", "--kernel", "[[1]]", "--out", f"{ODD}.mp4"],
        ["pool", "good.png", *POOL, "--steps", "1", "--out", f"{ODD}.gif"],
    ),
    "summary": ([ODD], ["lenet5", ODD], [f"{NOWHERE}.json"], ["odd.json"]),
    "classify": (
        [f"{ODD}.png"],
        [f"{ODD}-not-a-picture"],
        ["good.png", "--network", ODD],
        ["good.png", "--network", "odd.json"],
        ["good.png", "--weights", ODD],
        ["good.png", "--weights", f"{ODD}-not-a-picture"],
    ),
    "maps": (
        [f"{ODD}.png", "--layer", "c1", "--out", "o.npy"],
        ["good.png", "--layer", ODD, "--out", "o.npy"],
        ["good.png", "--layer", "c1", "--out", f"{ODD}.mp4"],
        ["good.png", "--layer", "c1", "--weights", ODD, "--out", "o.npy"],
    ),
    "unit": (
        [f"{ODD}.png", "--layer", "c1", "--at", "0,0,0"],
        ["good.png", "--layer", ODD, "--at", "0,0,0"],
        ["good.png", "--layer", "c1", "--at", ODD],
        ["good.png", "--network", ODD, "--layer", "c1", "--at", "0,0,0"],
    ),
    "export": (
        [ODD, "--out", "o.py"],
        ["lenet5", "--out", f"{ODD}.py"],
        ["lenet5", "--out", ODD],
        ["lenet5", "--weights", f"{ODD}.pt", "--out", "o.py"],
        ["odd.json", "--out", "o.py"],
        ["odd.json", "--keras", "--out", "o.py"],
    ),
    "train": (
        ["--resume", ODD],
        ["lenet5", "--data", ODD, "--run", ODD],
        ["lenet5", "--data", ODD],
        [ODD, "--data", "builtin"],
        ["lenet5", "--data", "builtin", "--optimizer", ODD],
        ["lenet5", "--data", "builtin", "--out", f"good.png/{ODD}"],
    ),
    "step": (
        [f"{ODD}.png", "--label", "7"],
        ["good.png", "--label", ODD],
        ["good.png", "--label", "7", "--layer", ODD],
        ["good.png", "--label", "7", "--layer", "c1", "--parameter", ODD],
        ["good.png", "--label", "7", "--at", ODD],
        ["good.png", "--label", "7", "--run", ODD],
        ["good.png", "--label", "7", "--network", "odd.json"],
    ),
    "report": (
        [ODD, "--out", "o.html"],
        [NOWHERE, "--metrics", "o.csv"],
        [ODD, "--code", f"{ODD}.py"],
        [ODD, "--tensorboard", ODD],
        ["good.png", "--plot", f"{ODD}.svg"],
        ["good.png", "--out", ODD],
        ["good.png", "--out", "o.html", "--language", ODD],
        [ODD],
    ),
    "race": (
        [ODD, "--data", "builtin"],
        ["dense", "--data", ODD],
        ["dense", "--data", f"few:{ODD}", "--run", ODD],
    ),
    "sweep": (
        [ODD, "--data", "builtin", "--vary", "seed=0", "--out", "o"],
        ["lenet5", "--data", "builtin", "--vary", ODD, "--out", "o"],
        ["lenet5", "--data", "builtin", "--vary", f"{ODD}=1", "--out", "o"],
        ["lenet5", "--data", "builtin", "--vary", f"lr={ODD}", "--out", "o"],
        ["lenet5", "--vary", f"data={ODD}", "--out", f"good.png/{ODD}"],
        ["lenet5", "--data", "x", "--vary", "lr=1", "--part", ODD, "--out", "o"],
    ),
    "desktop": ([ODD], ["install", "--" + ODD], ["install", ODD]),
    "runs": ([ODD], [NOWHERE], ["--" + ODD]),
    "": ([ODD], [f"--{ODD}"], ["good.png", ODD]),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.png").write_bytes(encode_png(np.zeros((1, 4, 4), np.uint8)))
    (tmp_path / f"{ODD}-not-a-picture").write_text("no picture", encoding="utf-8")
    odd = {
        "format": "cnnviz network",
        "version": 1,
        "name": ODD,
        "title": ODD,
        "input_chw": [3, 1, 1],
        "labels": [ODD] * 3,
        "layers": [
            {"type": "flatten", "name": "f"},
            {"type": "batch_norm", "name": ODD},
        ],
    }
    (tmp_path / "odd.json").write_text(json.dumps(odd), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", WORDS)
def test_that_an_odd_name_does_nothing_to_the_terminal(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in WORDS[command]:
        try:
            main([*([command] if command else []), *words])
        except SystemExit as left:
            assert left.code == 2, words  # noqa: PT017 - this or a word more is odd
        out, err = capsys.readouterr()
        assert out + err, words
        assert "are required" not in err, words
        for line in (out + err).splitlines():
            steering = [sign for sign in line if is_steering(sign)]
            assert not steering, (words, line)
        assert len(err) < 6_000


def is_steering(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp")


def test_that_every_command_was_tried() -> None:
    assert set(WORDS) == {*COMMANDS, ""}


def test_that_a_name_too_long_for_a_system_is_cut(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["conv", "x" * 100_000, "--kernel", "[[1]]", "--out", "o.npy"]) == 1
    err = capsys.readouterr().err
    assert "xxx…xxx" in err
    assert len(err) < 1_000


def test_that_many_long_names_still_make_lines_that_can_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["classify", "x" * 100_000, f"{'y' * 100_000}.png"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line[8:10] for line in lines] == ["xx", "yy"]
    assert max(map(len, lines)) < 2_000
    with pytest.raises(SystemExit):
        main(["summary", "lenet5", "z" * 100_000])
    assert len(capsys.readouterr().err) < 4_000


def test_that_a_signal_of_brackets_is_not_parsed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "signal.json"
    with path.open("wb") as file:
        file.truncate(17 * 1024**2)
    assert main(["conv1d", "--signal", str(path), "--kernel", "[1]"]) == 1
    assert "at most 16 MB" in capsys.readouterr().err
