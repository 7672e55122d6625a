"""From a number of the growing network to what it is made of."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from cnnviz.ui.network_view.network_view import NetworkView
from tests.helpers.opened_training import Open, click
from tests.helpers.training_fakes import FakeEngine


def test_that_a_number_of_a_map_is_opened_in_the_network_of_its_moment(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    _, networks = opened.keep
    asked: list[tuple[object, ...]] = []
    opened.page.unit_requested.connect(lambda *where: asked.append(where))
    view = opened.page.findChild(NetworkView)
    assert view is not None
    view.unit_requested.emit("c1_relu", 2, 3, 4)
    assert not asked  # it has learned nothing yet
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "finished")
    view.open_map(1, 2)
    canvas = view.detail.canvas
    x, y, width, height = canvas.view.rect(3, 4)
    at = QPoint(int(x + width / 2), int(y + height / 2))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert asked == [("c1_relu", 2, 3, 4)]
    seen = opened.presenter.run.state.network_seen
    assert seen is not None
    assert networks.state.key == seen.key  # type: ignore[attr-defined]
