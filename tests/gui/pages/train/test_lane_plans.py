"""What races and comparison show before there is anything to see."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnnviz.engine.training.races.catalogue import RACES
from cnnviz.pages.train.views.lanes.race_plan import RacePlan
from cnnviz.pages.train.views.lanes.runs_to_compare import RunsToCompare


@pytest.fixture
def plan(qtbot: QtBot) -> RacePlan:
    made = RacePlan()
    qtbot.addWidget(made)
    return made


def rows(plan: RacePlan) -> dict[str, list[tuple[str, bool]]]:
    """Return each row: its cells, and whether they are bold."""
    table, found = plan.table, {}
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        cells = [(item.text(), item.font().bold()) for item in items if item]
        found[table.verticalHeaderItem(row).text()] = cells
    return found


def test_that_a_race_shows_its_networks_and_in_what_they_differ(
    plan: RacePlan,
) -> None:
    plan.render_race(RACES["activations"], "builtin")
    shown = rows(plan)
    assert [text for text, _ in shown["Layer 2"]] == [
        "C1 · ReLU · 6 × 28 × 28",
        "C1 · tanh · 6 × 28 × 28",
        "C1 · sigmoid · 6 × 28 × 28",
    ]
    for cells in shown.values():
        differs = len({text for text, _ in cells}) > 1
        assert [bold for _, bold in cells] == [differs] * 3
    words = plan.words()
    assert "3 networks" in words
    assert "2 epochs" in words


@pytest.mark.parametrize("key", RACES)
def test_that_every_race_has_a_plan(plan: RacePlan, key: str) -> None:
    plan.render_race(RACES[key], "builtin")
    assert plan.table.columnCount() == len(RACES[key].entrants)
    assert any(bold for cells in rows(plan).values() for _, bold in cells)


def test_that_a_shorter_network_has_no_cell_that_is_missing(plan: RacePlan) -> None:
    plan.render_race(RACES["dense"], "builtin")
    assert all(len(cells) == 2 for cells in rows(plan).values())
    assert any(cells[1] == ("–", True) for cells in rows(plan).values())


def test_that_a_box_chooses_a_run(qtbot: QtBot) -> None:
    runs = RunsToCompare()
    qtbot.addWidget(runs)
    lines = {Path("a"): "LeNet-5 · one", Path("b"): "LeNet-5 · two"}
    runs.render_runs(lines, [Path("b")])
    assert [runs.item(row).checkState() for row in range(2)] == [
        Qt.CheckState.Unchecked,
        Qt.CheckState.Checked,
    ]
    chosen: list[tuple[Path, bool]] = []

    def choose(folder: Path, wanted: bool) -> None:
        chosen.append((folder, wanted))
        runs.render_runs(lines, [Path("a"), Path("b")])  # as the tool does at once

    runs.chosen.connect(choose)
    runs.item(0).setCheckState(Qt.CheckState.Checked)
    assert chosen == [(Path("a"), True)]
