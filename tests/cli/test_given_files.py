"""What the command line reads: pipes, the standard input, odd names, names near others."""

import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.cli.files.given_files import read_given
from cnnviz.cli.main import main
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.json_lines import json_line

PIXELS = (np.arange(80, dtype=np.uint8) * 3).reshape(8, 10)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "picture.png"
    Image.fromarray(PIXELS).save(path)
    return path


def run(words: list[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cnnviz", *words]
    return subprocess.run(command, input=given, capture_output=True, check=False)


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_that_a_picture_can_come_through_a_pipe(name: str, picture: Path) -> None:
    out, piped = picture.with_name("o.npy"), picture.with_name("p.npy")
    assert main(["conv", str(picture), "--kernel", "sobel_x", "--out", str(out)]) == 0
    words = ["conv", name, "--kernel", "sobel_x", "--out", str(piped)]
    done = run(words, picture.read_bytes())
    assert done.returncode == 0, done.stderr
    np.testing.assert_array_equal(np.load(piped), np.load(out))


def test_that_numbers_can_come_through_a_pipe() -> None:
    done = run(["conv1d", "--signal", "-", "--kernel", "[1, 1]"], b"[1 2 3]\n")
    assert done.stdout == b"3 5\n"


@pytest.mark.parametrize(
    ("words", "given", "said"),
    [
        (["conv1d", "--signal", "-", "--kernel", "-"], b"[1]", "can be read once only"),
        (["conv1d", "--signal", "-", "--kernel", "[1]"], b"", "ended before anything"),
        (["classify", "-"], b"no picture", "is not a picture"),
    ],
)
def test_that_a_pipe_with_nothing_of_use_is_one_line(
    words: list[str], given: bytes, said: str
) -> None:
    done = run(words, given)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert len(lines) == 1
    assert said in lines[0]


def test_that_a_named_pipe_is_read_to_its_end(picture: Path) -> None:
    pipe, data = picture.with_name("pipe"), picture.read_bytes()
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    assert read_given(pipe) == data
    writer.join()


def test_that_no_more_is_read_of_a_pipe_than_is_allowed() -> None:
    reader, writer = os.pipe()
    endless = subprocess.Popen(["cat", "/dev/zero"], stdout=writer)
    os.close(writer)
    try:
        with pytest.raises(CnnvizError) as refused:
            read_given(Path(f"/dev/fd/{reader}"), at_most=3 * 1024**2)
    finally:
        os.close(reader)
        endless.kill()
        endless.wait()
    assert refused.value.code == "file_too_large"
    assert refused.value.facts["limit"] == 3


def test_that_a_terminal_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    assert main(["classify", "-"]) == 1
    assert "Pipe a file into" in capsys.readouterr().err


def test_that_a_name_that_is_no_utf_8_can_be_read_by_others(picture: Path) -> None:
    odd = os.fsencode(picture.parent) + b"/caf\xe9.png"
    ink = np.zeros((28, 28), np.uint8)
    ink[4:24, 13:16] = 255
    Image.fromarray(ink).save(os.fsdecode(odd), format="png")
    done = run(["classify", "--json", os.fsdecode(odd)])
    assert json.loads(done.stdout)["file"].endswith("caf\\xe9.png")
    assert b"\\ud" not in done.stdout
    missing = run(["classify", os.fsdecode(odd.replace(b"caf", b"th"))])
    assert b"th\\xe9.png" in missing.stderr
    assert b"\\ud" not in missing.stderr


def test_that_json_lines_keep_letters_beyond_the_first_plane() -> None:
    assert json.loads(json_line({"file": "😀é\udce9"})) == {"file": "😀é\\xe9"}


@pytest.mark.parametrize(
    "words",
    [
        ["--kernel", "laplacian-of-gaussian"],
        ["--kernel", "Sobel-X"],
        ["--kernel", "sobel_x", "--activation", "leaky-relu"],
        ["--kernel", "sobel_x", "--activation", "ReLU"],
        ["--kernel", "sobel_x", "--padding", "Same", "--padding-mode", "Zeros"],
        ["--kernel", "sobel_x", "--channels", "RGB"],
    ],
)
def test_that_hyphens_and_capitals_change_no_name(
    words: list[str], picture: Path
) -> None:
    out, usual = picture.with_name("o.npy"), picture.with_name("u.npy")
    set_names = [
        word if "--" in word else word.lower().replace("-", "_") for word in words
    ]
    assert main(["conv", str(picture), *words, "--out", str(out)]) == 0
    assert main(["conv", str(picture), *set_names, "--out", str(usual)]) == 0
    np.testing.assert_array_equal(np.load(out), np.load(usual))


@pytest.mark.parametrize("name", ["LeNet-5", "lenet_5", "ConvNet", "conv-net"])
def test_that_a_network_is_known_by_its_usual_names(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["summary", name]) == 0
    assert "net" in capsys.readouterr().out.lower()
