"""The Network page, shown, with LeNet-5 and a seven on it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.state.workers.weight_file import shipped_networks
from tests.helpers.network_stage import NetworkStageOf, make_network_stage


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[NetworkStageOf]:
    yield from make_network_stage(qtbot, shipped_networks()[0])
