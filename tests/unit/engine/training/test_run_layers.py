"""The measurements of layers in a run's folder."""

from pathlib import Path

from cnnviz.engine.training.layer_statistics import LayersMeasured, LayerStatistics
from cnnviz.engine.training.runs.run_layers import LayerLines, told_layers


def measured(step: int) -> LayersMeasured:
    layer = LayerStatistics(
        name="c1", gradient_norm=1, weight_norm=2, gradient_size=0.5, update_ratio=0.1
    )
    return LayersMeasured(step, 1, (layer,))


def steps(folder: Path) -> list[int]:
    return [one.step for one in told_layers(folder)]


def test_that_a_folder_without_them_tells_none(tmp_path: Path) -> None:
    assert steps(tmp_path) == []


def test_that_what_was_written_is_told(tmp_path: Path) -> None:
    lines = LayerLines(tmp_path, 0)
    assert [lines.write(measured(step)) for step in (2, 9, 9)] == [True, True, False]
    lines.close()
    assert steps(tmp_path) == [2, 9]


def test_that_half_a_line_and_what_is_not_told_of_are_cut_off(tmp_path: Path) -> None:
    lines = LayerLines(tmp_path, 0)
    for step in (2, 9, 20):
        lines.write(measured(step))
    lines.close()
    file = tmp_path / "layers.jsonl"
    file.write_bytes(file.read_bytes() + b'{"step": 30, "ep')
    lines = LayerLines(tmp_path, 10)
    assert not lines.write(measured(10))
    assert lines.write(measured(11))
    lines.close()
    assert steps(tmp_path) == [2, 9, 11]


def test_that_a_line_of_another_kind_ends_what_is_told(tmp_path: Path) -> None:
    lines = LayerLines(tmp_path, 0)
    lines.write(measured(2))
    lines.close()
    file = tmp_path / "layers.jsonl"
    file.write_bytes(file.read_bytes() + b'{"step": 3, "epoch": 1, "layers": [7]}\n')
    assert steps(tmp_path) == [2]
