"""The Draw page, shown."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.state.workers.weight_file import shipped_networks
from tests.helpers.draw_stage import Stage, make_stage, random_network


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    yield from make_stage(qtbot, random_network())


@pytest.fixture
def shipped(qtbot: QtBot) -> Iterator[Stage]:
    yield from make_stage(qtbot, shipped_networks()[0])
