"""A data set is chosen from pictures; one that is not here is pale and says where it belongs."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnnviz.engine.datasets.browse import DatasetPicture
from cnnviz.state.workers.dataset_looks import DatasetLooks
from cnnviz.ui.picture_choice.dataset_choice import DatasetChoice

Role = Qt.ItemDataRole
KEYS = ("builtin", "mnist", "cifar10")


@pytest.fixture
def choice(qtbot: QtBot) -> DatasetChoice:
    made = DatasetChoice(KEYS, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.render_here(("builtin",))
    made.show()
    return made


@pytest.fixture
def looks(choice: DatasetChoice) -> Iterator[DatasetLooks]:
    four = tuple(
        DatasetPicture(np.full((1, 8, 8), 60 * i, np.uint8), i, "test", i, i, 4)
        for i in range(4)
    )
    made = DatasetLooks(choice, lambda key: (key, four))
    yield made
    made.shut_down()


def test_that_pictures_come_when_the_list_is_opened_and_arrows_and_return_choose(
    choice: DatasetChoice, looks: DatasetLooks, qtbot: QtBot
) -> None:
    looks.seen.connect(choice.show_pictures)
    before = choice.itemIcon(0)
    choice.looked_for.connect(partial(looks.look, choice.here))
    with qtbot.waitSignal(looks.seen) as seen:
        choice.showPopup()
    assert seen.args is not None
    key, pictures = seen.args
    assert (key, len(pictures)) == ("builtin", 4)
    assert choice.itemIcon(0).cacheKey() != before.cacheKey()
    view = choice.view()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert choice.currentData() == "mnist"


def test_that_a_data_set_that_is_not_here_is_pale_and_says_where_to_put_it(
    choice: DatasetChoice,
) -> None:
    assert choice.here == ("builtin",)
    assert choice.itemData(0, Role.ForegroundRole) is None
    for place in (1, 2):
        assert choice.itemText(place).endswith("· not here")
        assert choice.itemData(place, Role.ForegroundRole) is not None
        said = choice.itemData(place, Role.AccessibleDescriptionRole)
        assert "is not on this computer" in said
        assert choice.itemData(place, Role.ToolTipRole)
    choice.render_here(KEYS)
    assert choice.itemText(1) == "MNIST"
    assert choice.itemData(1, Role.ToolTipRole) is None
