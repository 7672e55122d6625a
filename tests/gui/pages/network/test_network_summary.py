"""The summary in the place of the network, and the way back to a layer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.views.summary.summary_table import SummaryTable
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from tests.helpers.session import session

__all__ = ["session"]


@pytest.fixture
def table(session: Session, qtbot: QtBot) -> SummaryTable:
    """The summary of LeNet-5, opened with its key."""
    session.window.show_page("network")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=20_000)
    qtbot.keyClick(session.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    found = session.window.page.findChild(SummaryTable)
    assert found is not None
    assert found.isVisible()
    return found


def columns_of(session: Session) -> NetworkColumns:
    found = session.window.page.findChild(NetworkColumns)
    assert found is not None
    return found


def test_that_a_layer_of_it_is_shown_among_the_columns(
    session: Session, table: SummaryTable, qtbot: QtBot
) -> None:
    assert "61,706" in table.table_text()
    names = [layer.name for layer in session.network.store.state.network.layers]
    table.selectRow(names.index("c3"))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    columns = columns_of(session)
    assert columns.isVisible()
    assert columns.pointed == (session.network.store.state.block("c3").place, 0)
    assert columns.hasFocus()


def test_that_esc_leads_back_to_the_columns(
    session: Session, table: SummaryTable, qtbot: QtBot
) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not table.isVisible()
    assert columns_of(session).isVisible()


def test_that_it_makes_way_for_a_number_that_is_opened(
    session: Session, table: SummaryTable
) -> None:
    session.network.open_unit("c1", 2, 4, 5)
    assert session.network.store.state.place == Place("c1", 2, (4, 5))
    assert not table.isVisible()
