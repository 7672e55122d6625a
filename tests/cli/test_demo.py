"""What ``cnnviz demo`` refuses, before any window is made."""

from pathlib import Path

import pytest

from cnnviz.cli.main import main


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--level", "second"], "invalid choice: 'second'"),
        (["--level", "second"], "first"),
        (["--level"], "expected one argument"),
        (["--theme", "blue"], "invalid choice: 'blue'"),
        (["--present", "now"], "unrecognized arguments: now"),
        (["--size", "200x100"], "from 1024x640 to 7680x4320"),
    ],
)
def test_that_a_bad_value_is_refused_with_what_can_be_said(
    wrong: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--out", str(tmp_path / "out"), *wrong])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
    assert not (tmp_path / "out").exists()
