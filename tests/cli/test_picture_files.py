"""What the commands say of a picture's numbers: once, on the standard error."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.cli.main import main


def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    Image.fromarray(np.full((20, 20), 4095, np.uint16)).save(path)
    return path


@pytest.mark.parametrize(
    "words",
    [
        "conv {picture} --kernel sobel_x --out {out}.npy",
        "pool {picture} --kind max --size 2 --out {out}.npy",
        "animate pool {picture} --kind max --size 2 --steps 2 --out {out}.gif",
    ],
)
def test_that_a_dark_picture_is_called_so_in_one_line(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = scan(tmp_path)
    filled = words.format(picture=path, out=tmp_path / "out")
    assert main(filled.split()) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if "dark" in line]
    dark = f"cnnviz: {path}: dark: at most 4095 of 65535"
    assert lines == [f"{dark}; --stretch makes it light"]
    assert main([*filled.split(), "--stretch"]) == 0
    assert f"cnnviz: {path}: spread from 0 to 4095\n" in capsys.readouterr().err


def test_that_fractions_beyond_white_are_said_to_be_spread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "light.tif", tmp_path / "out.npy"
    Image.fromarray(np.array([[0, 0.25, 0.5, 1.2]], np.float32)).save(path)
    assert main(["conv", str(path), "--kernel", "[[1]]", "--out", str(out)]) == 0
    assert capsys.readouterr().err == f"cnnviz: {path}: spread from 0 to 1.2\n"
    assert np.load(out).round().tolist() == [[[0, 53, 106, 255]]]


@pytest.mark.skipif(sys.platform != "linux", reason="named as on Linux")
@pytest.mark.parametrize("name", ["/proc/kmsg", "/dev/zero", "/dev", "pipe", "tty"])
def test_that_nothing_without_an_end_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "pipe":
        os.mkfifo(path)
    elif name == "tty":
        path.symlink_to("/dev/tty")
    words = ["conv", str(path), "--kernel", "sobel_x", "--out", "out.npy"]
    done = subprocess.run(
        [sys.executable, "-m", "cnnviz", *words],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode != 0
    assert len(done.stderr.splitlines()) == 1
    assert str(path) in done.stderr
