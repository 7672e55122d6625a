"""The demo drives the real window in a process of its own, as ``make run`` does."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    home = tmp_path_factory.mktemp("home")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "CNNVIZ_DATA")
    }
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "cnnviz",
            "demo",
            "--out",
            str(folder / "new"),
            "--language",
            "pt_BR",
            "--theme",
            "dark",
            "--size",
            "1100x700",
            "--level",
            "everything",
        ],
        env=environment | {"HOME": str(home), "XDG_CONFIG_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder / "new"


@pytest.fixture
def record(tour: Path) -> dict[str, object]:
    record = json.loads((tour / "tour.json").read_text(encoding="utf-8"))
    assert isinstance(record, dict)
    return record


def _action(record: dict[str, object], start: str) -> dict[str, object]:
    actions = record["actions"]
    assert isinstance(actions, list)
    return next(action for action in actions if action["did"].startswith(start))


def test_that_every_picture_of_the_demo_has_the_size_that_was_asked_for(
    tour: Path, record: dict[str, object]
) -> None:
    pictures = sorted(path.name for path in tour.glob("*.png"))
    assert pictures == record["pictures"]
    assert len(pictures) >= 8
    for name in pictures:
        with Image.open(tour / name) as picture:
            assert picture.size == (1100, 700)


def test_that_the_level_is_the_one_that_was_asked_for(
    record: dict[str, object],
) -> None:
    assert record["level"] == "everything"
    assert record["presents"] is False


@pytest.mark.long
def test_that_the_demo_can_present(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cnnviz", "demo", "--out", str(tmp_path / "new")]
    command += ["--level", "first", "--present", "--size", "1280x720"]
    done = subprocess.run(
        command,
        env=os.environ | {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    record = json.loads((tmp_path / "new" / "tour.json").read_text(encoding="utf-8"))
    assert (record["level"], record["presents"]) == ("first", True)
    for name in record["pictures"]:
        with Image.open(tmp_path / "new" / name) as picture:
            assert picture.size == (1280, 720)  # nothing beside the page is seen


def test_that_the_sum_of_the_recorded_step_is_the_sum_of_its_products(
    record: dict[str, object],
) -> None:
    step = _action(record, "stepped")
    window, kernel = step["window"], step["kernel"]
    assert isinstance(window, list)
    assert isinstance(kernel, list)
    assert kernel == [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    total = sum(
        value * weight
        for values, weights in zip(window, kernel, strict=True)
        for value, weight in zip(values, weights, strict=True)
    )
    assert step["total"] == total


@pytest.mark.parametrize("digit", ["3", "7"])
def test_that_a_digit_drawn_with_the_mouse_is_read(
    record: dict[str, object], digit: str
) -> None:
    drawn = _action(record, f"drew a {digit}")
    probabilities = drawn["probabilities"]
    assert isinstance(probabilities, list)
    assert drawn["label"] == digit
    assert sum(probabilities) == pytest.approx(1, abs=1e-4)
    assert probabilities[int(digit)] > 0.9


def test_that_the_demo_follows_a_number_of_the_seven_to_its_picture(
    record: dict[str, object],
) -> None:
    sums = _action(record, "followed a number")["sums"]
    assert isinstance(sums, list)
    assert len(sums) == 3  # of C3, S2 and C1
    changed = _action(record, "set a kernel to 0")
    assert changed["before"] == sums[0] != changed["after"]


def test_that_the_short_run_learns(record: dict[str, object]) -> None:
    losses = _action(record, "trained LeNet-5")["losses"]
    assert isinstance(losses, list)
    assert losses[-1] < losses[0] / 2


def test_that_the_demo_opens_one_step_of_the_run(
    tour: Path, record: dict[str, object]
) -> None:
    loss = _action(record, "opened one step")["loss"]
    assert isinstance(loss, float)
    assert 0 <= loss < 1  # it takes the drawing for what it is, surely
    for tool in ("one-step", "layers", "mistakes"):
        assert list(tour.glob(f"*-train-{tool}.png"))


def test_that_the_refusal_is_recorded_in_the_language_of_the_window(
    record: dict[str, object],
) -> None:
    refused = _action(record, "asked for stride 0")["refused"]
    assert isinstance(refused, str)
    assert "passo" in refused.lower() or "stride" in refused.lower()
    assert "would never move" not in refused


def test_that_a_folder_that_cannot_be_made_is_refused_in_one_line(
    tmp_path: Path,
) -> None:
    (tmp_path / "taken").write_text("a file")
    done = subprocess.run(
        [sys.executable, "-m", "cnnviz", "demo", "--out", str(tmp_path / "taken/x")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "taken" in done.stderr


@pytest.mark.parametrize("size", ["big", "10x10", "99999x800", "1280"])
def test_that_a_size_that_makes_no_sense_is_wrong_usage(
    tmp_path: Path, size: str
) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "cnnviz",
            "demo",
            "--out",
            str(tmp_path),
            "--size",
            size,
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "--size" in done.stderr
