"""The Train page in small and large windows: all of it is there, nothing lies on other."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.views.live_panel import LivePanel
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run
from cnnviz.ui.i18n import Translation
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.opened_training import Open, Opened
from tests.helpers.told_runs import over_fitted, told_run
from tests.helpers.training_fakes import LENET5, FakeEngine, weights

SMALLEST = (936, 504)
"""Width and height left of 1024 x 600 by rail, menu, status line and timeline."""

UNREADABLE = CnnvizError("file_unreadable", file="a.bin", reason="permission denied")
STATES: dict[str, Run] = {
    "idle": Run(),
    "over-fitting": over_fitted(),
    "followed": replace(over_fitted(), phase="followed"),
    "failed": replace(over_fitted(), phase="failed", problem=UNREADABLE),
    "not kept": replace(over_fitted(), unkept=UNREADABLE),
    "collapsed": told_run(
        [2.3 * 0.95**n for n in range(100)] + [2.31] * 200, [0.9] * 100 + [0.1] * 200
    ),
}


@pytest.fixture(params=["en", "pt_BR"])
def language(request: pytest.FixtureRequest) -> Iterator[None]:
    translation = Translation()
    translation.apply(request.param)
    yield
    translation.apply("en")


def shown_in(opened: Opened, qapp: QApplication, size: tuple[int, int]) -> None:
    opened.page.resize(*size)
    for _ in range(5):  # what is said in less room is laid out once more
        qapp.processEvents()


def overlaps(page: QWidget) -> list[tuple[str, str]]:
    """Return the names of visible parts that lie on each other, or outside the page."""
    kinds = QLabel, QAbstractButton, LayerTiles
    parts = [
        part
        for kind in kinds
        for part in page.findChildren(kind)
        if part.isVisibleTo(page) and not part.visibleRegion().isEmpty()
    ]
    boxes = [
        (part, QRect(part.mapTo(page, part.rect().topLeft()), part.size()))
        for part in parts
    ]
    found = [
        (one.objectName(), other.objectName())
        for (one, box), (other, place) in combinations(boxes, 2)
        if box.intersects(place)
        and not one.isAncestorOf(other)
        and not other.isAncestorOf(one)
    ]
    outside = [
        (part.objectName(), "page")
        for part, box in boxes
        if not page.rect().contains(box)
    ]
    return found + outside


@pytest.mark.usefixtures("language")
def test_that_all_of_the_page_fits_the_smallest_window(
    qtbot: QtBot, open_page: Open, qapp: QApplication
) -> None:
    opened = open_page(FakeEngine())
    for name, run in STATES.items():
        opened.presenter.run.replace(run)
        shown_in(opened, qapp, SMALLEST)
        least = opened.page.minimumSizeHint()
        assert least.width() <= SMALLEST[0], name
        assert least.height() <= SMALLEST[1], name
        assert overlaps(opened.page) == [], name


def test_that_the_page_is_laid_out_anew_when_the_window_grows(
    qtbot: QtBot, open_page: Open, qapp: QApplication
) -> None:
    opened = open_page(FakeEngine())
    opened.presenter.run.replace(over_fitted())
    heights = []
    for size in (SMALLEST, (1192, 660), (1832, 940), SMALLEST):
        shown_in(opened, qapp, size)
        assert overlaps(opened.page) == []
        heights.append(opened.tiles("c1_relu").height())
    assert heights[0] < heights[1] < heights[2]
    assert heights[3] == heights[0]


def test_that_nothing_is_said_in_a_row_while_there_is_nothing_to_say(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    notices = opened.page._notices
    opened.presenter.run.replace(over_fitted())
    assert not notices.isVisibleTo(opened.page)
    opened.presenter.run.replace(STATES["failed"])
    assert notices.isVisibleTo(opened.page)
    assert "permission denied" in opened.text("run_problem")


def test_that_a_locked_recipe_is_one_line(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine())
    fields = opened.page._recipe.sizeHint().height()
    opened.presenter.run.replace(over_fitted())
    line = opened.page._recipe.sizeHint().height()
    assert line <= 24
    assert line < fields / 2


def answered(share: float) -> SnapshotPictures:
    """Return a moment at which the network takes the picture for a 7."""
    shares = np.full(10, (1 - share) / 9, np.float32)
    shares[7] = share
    pictures = NetworkPictures(LENET5)
    return SnapshotPictures(9, 1, weights(9), pictures, probabilities=shares)


def test_that_the_answer_names_the_drawing_only_where_it_is_sure(
    qtbot: QtBot,
) -> None:
    panel = LivePanel()
    qtbot.addWidget(panel)
    said = []
    for share in (0.3, 0.9, 0.9999):
        panel.render_snapshot(answered(share), LENET5)
        names = "live_title", "live_answer", "live_share"
        labels = [panel.findChild(QLabel, name) for name in names]
        said.append(tuple(label.text() for label in labels if label is not None))
    assert said == [
        ("The picture, inside the network", "7", "30.0%"),
        ("The 7, inside the network", "7", "90.0%"),
        ("The 7, inside the network", "7", "> 99%"),
    ]


def test_that_a_tool_with_no_room_for_words_keeps_its_icon(
    qtbot: QtBot, open_page: Open, qapp: QApplication
) -> None:
    opened = open_page(FakeEngine())
    use = opened.button("train_use_button")
    shown_in(opened, qapp, (1832, 940))
    wide = use.width()
    shown_in(opened, qapp, (700, 700))
    assert use.width() < wide
    assert use.isVisible()
    assert overlaps(opened.page) == []
