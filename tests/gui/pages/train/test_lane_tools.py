"""Races and kept runs on the Train page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.lanes.kept_tool import KeptTool
from cnnviz.pages.train.views.lanes.races_tool import RacesTool
from cnnviz.pages.train.views.train_page import TrainPage
from cnnviz.ui.plots.lanes_plot import LaneCurves, LanesPlot
from tests.helpers.other_program import CONFIG, OtherProgram
from tests.helpers.training_fakes import TinyEngine, digit_store, network_store


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainPage]:
    stores = digit_store(), network_store()
    presenter = TrainPresenter(*stores, engine=TinyEngine(tmp_path))
    made = TrainPage(presenter)
    made.resize(1192, 740)
    qtbot.addWidget(made)
    made.set_shown(True)
    made.show()
    yield made
    presenter.shut_down()


def click(qtbot: QtBot, page: TrainPage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def text(page: TrainPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def test_that_a_race_is_run_and_its_runs_are_compared_later(
    qtbot: QtBot, page: TrainPage
) -> None:
    click(qtbot, page, "train_races_button")
    tool = page.findChild(RacesTool)
    assert tool is not None
    assert "ReLU costs less" in text(page, "race_claim")
    assert not tool.lanes.isVisible()
    tool.choice.setFocus()
    qtbot.keyClick(tool.choice, Qt.Key.Key_Down)
    assert "Pooling leaves fewer" in text(page, "race_claim")

    click(qtbot, page, "race_start")
    qtbot.waitUntil(
        lambda: text(page, "race_outcome").startswith("Numbers to learn"),
        timeout=30_000,
    )
    assert "9" in text(page, "race_outcome")
    assert [lane.label for lane in tool.lanes.accuracy.lanes] == [
        "with pooling",
        "without pooling",
    ]
    headers = [tool.lanes.table.horizontalHeaderItem(column) for column in (0, 1)]
    assert [one.text() for one in headers if one] == ["with pooling", "without pooling"]
    qtbot.waitUntil(lambda: "batch 2: says" in text(page, "lane_1_answer"))
    qtbot.waitUntil(lambda: not page._presenter.beside.races.is_running)
    tool.lanes.slider.setFocus()
    qtbot.keyClick(tool.lanes.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: "batch 0: says" in text(page, "lane_0_answer"))
    qtbot.waitUntil(lambda: "batch 0: says" in text(page, "lane_1_answer"))

    click(qtbot, page, "train_compare_button")
    kept = page.findChild(KeptTool)
    assert kept is not None
    qtbot.waitUntil(lambda: len(kept.menu.actions()) == 2)
    assert "Choose two to 4 runs" in text(page, "kept_said")
    for action in kept.menu.actions():
        action.trigger()
    qtbot.waitUntil(lambda: len(kept.lanes.accuracy.lanes) == 2)
    assert text(page, "kept_said") == "2 runs side by side."


def test_that_a_single_kept_run_leads_to_a_second(
    qtbot: QtBot, page: TrainPage, tmp_path: Path
) -> None:
    click(qtbot, page, "train_compare_button")
    kept = page.findChild(KeptTool)
    assert kept is not None
    assert "No run is kept yet" in text(page, "kept_few_title")
    OtherProgram(tmp_path / "one").end()
    page._presenter.beside.kept.look()
    qtbot.waitUntil(lambda: "One run is kept" in text(page, "kept_few_title"))
    assert not kept.list.isVisible()
    click(qtbot, page, "kept_few_button")
    races = page.findChild(RacesTool)
    assert races is not None
    assert races.isVisible()


def test_that_the_network_beside_the_curves_comes_back(
    qtbot: QtBot, page: TrainPage
) -> None:
    click(qtbot, page, "train_races_button")
    assert not page._live.isVisible()
    click(qtbot, page, "train_curves_button")
    assert page._live.isVisible()


def test_that_a_folder_of_runs_is_one_chart_and_a_table_of_all(
    qtbot: QtBot, page: TrainPage, tmp_path: Path
) -> None:
    folder = tmp_path / "rates"
    for number in range(14):
        config = replace(CONFIG, learning_rate=(number + 1) / 100)
        OtherProgram(folder / f"lr-{number:02}", config).end()
    page._presenter.beside.open(str(folder))
    kept = page.findChild(KeptTool)
    assert kept is not None
    qtbot.waitUntil(lambda: kept.all.table.rowCount() == 14, timeout=10_000)
    assert not kept.lanes.isVisible()
    said = text(page, "kept_said")
    assert said.startswith("14 runs in rates, the best first")
    assert "the best 12" in said
    labels = [lane.label for lane in kept.all.accuracy.lanes]
    assert len(labels) == 12
    assert labels[:2] == ["0.01", "0.02"]  # all alike: by their names
    head = kept.all.table.horizontalHeaderItem(0)
    assert head is not None
    assert head.text() == "Learning rate"
    last = kept.all.table.item(13, 0)
    assert last is not None
    assert last.text() == "0.14"
    page._presenter.beside.kept.show((folder / "lr-00", folder / "lr-01"))
    qtbot.waitUntil(lambda: len(kept.lanes.accuracy.lanes) == 2)
    assert not kept.all.isVisible()
    # Both plots, though neither run has come to its end.
    assert len(kept.lanes.loss.lanes) == 2
    assert text(page, "kept_said") == "2 runs side by side."


def test_that_one_run_that_diverges_does_not_flatten_the_others(qtbot: QtBot) -> None:
    plot = LanesPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    steps = np.arange(1, 4, dtype=np.float32)
    nothing = np.empty(0, np.float32), np.empty(0, np.float32)
    curves = [
        LaneCurves(name, nothing, (steps, np.full(3, loss, np.float32)))
        for name, loss in (("a", 0.5), ("b", 0.7), ("c", 90_000.0))
    ]
    plot.draw(curves)
    assert plot._view.viewRange()[1][1] < 5
    plot.draw(curves[:2])
    assert 0.7 < plot._view.viewRange()[1][1] < 2


def test_that_the_curves_of_a_race_are_seen_while_they_fall(qtbot: QtBot) -> None:
    plot = LanesPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    steps = np.arange(1, 1001, dtype=np.float32)
    nothing = np.empty(0, np.float32), np.empty(0, np.float32)
    quick, slow = 2.3 * np.exp(-steps / 100), 2.3 * np.exp(-steps / 400)
    plot.draw(
        [
            LaneCurves("a", (steps, quick), nothing),
            LaneCurves("b", (steps, slow), nothing),
        ]
    )
    # All but the beginning, though both have come far below it.
    assert plot._view.viewRange()[1][1] > float(slow[100])


def test_that_only_curves_that_grew_are_drawn_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot = LanesPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    plot.show()
    nothing = np.empty(0, np.float32), np.empty(0, np.float32)

    def lane(name: str, count: int) -> LaneCurves:
        steps = np.arange(1, count + 1, dtype=np.float32)
        return LaneCurves(name, (steps, 1 / steps), nothing)

    first = [lane(name, 40) for name in "abc"]
    plot.draw(first)
    drawn: list[int] = []
    for index, (curve, _, _) in enumerate(plot._items):
        monkeypatch.setattr(curve, "setData", lambda *_, at=index: drawn.append(at))
    ends = plot._view.viewRange()[0]
    plot.draw([first[0], lane("b", 41), first[2]])
    assert drawn == [1]
    assert plot._view.viewRange()[0] == ends
