"""``cnnviz race``: runs that differ in one thing, and what came out."""

import json
from pathlib import Path

import pytest

from cnnviz.cli.main import main
from tests.helpers.idx_folder import write_idx_folder


@pytest.fixture
def data(tmp_path: Path) -> str:
    return str(write_idx_folder(tmp_path / "bars", train=130, test=20))


def test_that_a_race_tells_every_run_and_what_came_out(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "race"
    words = ["race", "pooling", "--data", data, "--epochs", "1", "--threads", "1"]
    assert main([*words, "--run", str(folder), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    batches = [line for line in lines if line.get("event") == "batch"]
    assert [(one["run"], one["step"]) for one in batches] == [
        (run, step) for step in (1, 2, 3) for run in ("pooled", "unpooled")
    ]
    said = lines[-1]
    assert said["event"] == "outcome"
    assert said["verdict"] in ("holds", "partly", "fails")
    assert said["runs"]["pooled"]["parameters"] < said["runs"]["unpooled"]["parameters"]
    assert "Numbers to learn: 9,098 with pooling" in said["words"]

    assert main(["runs", str(folder), "--json"]) == 0
    kept = json.loads(capsys.readouterr().out)
    assert [one["condition"] for one in kept] == ["finished", "finished"]
    accuracy = said["runs"]["unpooled"]["validation_accuracy"]
    assert kept[1]["validation_accuracy"] == pytest.approx(accuracy)


def test_that_people_read_the_claim_first_and_the_outcome_last(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["race", "Dense", "--data", data, "--epochs", "1", "--threads", "1"]) == 0
    )
    first, *middle, last = capsys.readouterr().out.splitlines()
    assert first.startswith("Claimed: Convolutions find")
    assert middle[-2].startswith("convolutions, epoch 1:")
    assert last.startswith("Came out: ")


def test_that_a_kept_run_on_shuffled_pictures_can_go_on(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "train",
        "mlp",
        "--data",
        f"shuffled:{data}",
        "--epochs",
        "1",
        "--threads",
        "1",
    ]
    assert main([*words, "--run", str(tmp_path / "run")]) == 0
    (tmp_path / "run" / "weights.safetensors").unlink()  # as if it had been killed
    assert main(["train", "--resume", str(tmp_path / "run")]) == 0
    settings = json.loads((tmp_path / "run" / "settings.json").read_text())
    assert settings["data"] == f"shuffled:{data}"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["speed", "--data", "builtin"], 1, "no race called speed"),
        (["dense"], 2, "--data"),
        (["dense", "--data", "builtin", "--epochs", "0"], 2, "epochs"),
        (["dense", "--data", "nowhere"], 1, "nowhere"),
    ],
)
def test_that_what_cannot_be_run_is_said(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        found = main(["race", *words])
    except SystemExit as left:
        found = int(left.code or 0)
    assert found == code
    assert said in capsys.readouterr().err
