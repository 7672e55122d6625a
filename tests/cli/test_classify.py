"""``cnnviz classify``: digits in files."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.cli.main import main
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.weights import save_weights, shipped_weights


@pytest.fixture
def seven(tmp_path: Path) -> str:
    """Dark ink on light paper, drawn large: two strokes."""
    ink = np.full((300, 240), 255, np.uint8)
    ink[60:84, 50:190] = 0
    for row in range(60, 250):
        middle = 178 - (row - 60) * 95 // 190
        ink[row, middle - 12 : middle + 12] = 0
    path = tmp_path / "seven.png"
    Image.fromarray(ink).save(path)
    return str(path)


@pytest.fixture
def one(tmp_path: Path) -> str:
    """Light ink on dark paper."""
    ink = np.zeros((100, 100), np.uint8)
    ink[15:85, 46:54] = 255
    path = tmp_path / "one.png"
    Image.fromarray(ink).save(path)
    return str(path)


def test_that_json_is_one_object_a_picture_in_order(
    seven: str, one: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["classify", seven, one, "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(entry) for entry in found] == [
        ["file", "label", "probabilities", "digit"]
    ] * 2
    assert [entry["file"] for entry in found] == [seven, one]
    assert [entry["label"] for entry in found] == ["7", "1"]
    for entry in found:
        assert len(entry["probabilities"]) == 10
        assert sum(entry["probabilities"]) == pytest.approx(1, abs=1e-5)


def test_that_a_person_is_told_the_digit_and_how_sure(
    seven: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["classify", seven]) == 0
    assert capsys.readouterr().out.startswith(f"{seven}: 7 (")


def test_that_a_bad_picture_among_good_ones_is_named_and_the_others_are_read(
    seven: str, one: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no picture")

    code = main(["classify", seven, str(bad), str(tmp_path / "absent.png"), one])

    captured = capsys.readouterr()
    assert code == 1
    assert [line.split(": ")[1][0] for line in captured.out.splitlines()] == ["7", "1"]
    errors = captured.err.splitlines()
    assert len(errors) == 2
    for name, line in zip(("bad.png", "absent.png"), errors, strict=True):
        assert name in line


@pytest.mark.parametrize("level", [0, 255])
def test_that_a_sheet_without_ink_is_said_to_be_no_digit(
    level: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = str(tmp_path / "sheet.png")
    Image.fromarray(np.full((50, 50), level, np.uint8)).save(sheet)
    assert main(["classify", sheet, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["digit"] is False
    assert len(said["probabilities"]) == 10
    assert main(["classify", sheet]) == 0
    assert "this does not look like one digit" in capsys.readouterr().out


def test_that_two_digits_are_read_one_by_one(
    seven: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = Image.new("L", (560, 320), 255)
    for place in ((20, 0), (300, 20)):
        sheet.paste(Image.open(seven), place)
    path = str(tmp_path / "two.png")
    sheet.save(path)
    assert main(["classify", path, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["digit"], said["several"]) == (False, ["7", "7"])
    assert main(["classify", path]) == 0
    assert capsys.readouterr().out.endswith("this looks like 2 digits: 7 and 7\n")


def test_that_own_weights_are_used(
    seven: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lenet5 = network("lenet5")
    weights = {name: v.copy() for name, v in shipped_weights(lenet5).items()}
    weights["output.bias"][4] = 1_000
    path = tmp_path / "mine.safetensors"
    save_weights(path, lenet5, weights)
    assert main(["classify", seven, "--weights", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["label"] == "4"


def test_that_the_over_fitted_weights_have_a_name(
    seven: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sure: list[list[float]] = []
    for name in ("lenet5", "LeNet5 over-fit"):
        assert main(["classify", seven, "--network", name, "--json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert said["label"] == "7"
        sure.append(said["probabilities"])
    assert sure[0] != sure[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--network", "tiny-vgg"], "cnnviz train tiny-vgg"),
        (["--network", "vgg"], "lenet5, convnet"),
        (["--weights", "absent.safetensors"], "absent.safetensors"),
    ],
)
def test_that_what_cannot_be_is_told_in_one_line(
    seven: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["classify", seven, *words]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert told in captured.err


def test_that_no_picture_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["classify"])
    assert caught.value.code == 2
    assert "PICTURE" in capsys.readouterr().err


def test_that_a_name_of_two_lines_is_told_in_one(
    seven: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["classify", "two\nlines.png", seven]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert captured.out.count("\n") == 1


def test_that_an_answer_that_is_no_number_is_never_printed(
    seven: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lenet5 = network("lenet5")
    huge = {name: np.full_like(v, 1e38) for name, v in shipped_weights(lenet5).items()}
    path = tmp_path / "huge.safetensors"
    save_weights(path, lenet5, huge)
    assert main(["classify", seven, "--weights", str(path), "--json"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "too large to compute" in captured.err


TWO = [[26, 30], [32, 15], [52, 8], [70, 18], [70, 38], [24, 90], [78, 90]]
SEVEN = [[20, 12], [78, 12], [44, 92]]


def strokes_file(tmp_path: Path, *drawings: dict[str, object]) -> str:
    path = tmp_path / "drawings.json"
    path.write_text(json.dumps(drawings))
    return str(path)


def test_that_drawings_are_read_from_their_strokes_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = strokes_file(
        tmp_path,
        {"label": 2, "strokes": [TWO]},
        {"label": 1, "strokes": [SEVEN]},
        {"strokes": []},
        {"label": "7", "strokes": [[[*at, 17, 0.4] for at in SEVEN]], "size": [100, 100]},
    )  # fmt: skip
    assert main(["classify", "--strokes", file, "--json"]) == 0
    *found, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert [entry["file"] for entry in found] == [0, 1, 2, 3]
    assert [entry["label"] for entry in found if entry["digit"]] == ["2", "7", "7"]
    assert [entry["digit"] for entry in found] == [True, True, False, True]
    assert all(len(entry["probabilities"]) == 10 for entry in found)
    assert last == {"accuracy": pytest.approx(2 / 3), "count": 3}


def test_that_without_labels_no_accuracy_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = strokes_file(tmp_path, {"strokes": [SEVEN]})
    assert main(["classify", "--strokes", file]) == 0
    assert capsys.readouterr().out == "0: 7 (> 99%)\n"


def test_that_a_bad_file_of_strokes_is_refused_before_anything_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = strokes_file(tmp_path, {"strokes": [SEVEN]}, {"strokes": [[[1]]]})
    assert main(["classify", "--strokes", file]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Drawing 1 of" in captured.err
    assert "a point [x, y] was expected" in captured.err


@pytest.mark.parametrize("words", [[], ["--strokes", "a.json", "b.png"]])
def test_that_pictures_or_strokes_are_given(words: list[str]) -> None:
    with pytest.raises(SystemExit) as told:
        main(["classify", *words])
    assert told.value.code == 2


def test_that_an_unsure_answer_is_never_written_as_certain(
    seven: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["classify", seven]) == 0
    assert "100.0%" not in capsys.readouterr().out


def test_that_no_torch_is_loaded_to_classify(tmp_path: Path) -> None:
    file = strokes_file(tmp_path, {"strokes": [SEVEN]})
    program = (
        "import sys; from cnnviz.cli.main import main; "
        f"main(['classify', '--strokes', {file!r}]); "
        "sys.exit('torch' in sys.modules or 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], timeout=100, check=False)
    assert done.returncode == 0
