"""The summary of a network as a table."""

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.summary import summarize
from cnnviz.pages.network.views.summary.summary_table import SummaryTable
from cnnviz.ui.i18n import Translation


@pytest.fixture(autouse=True)
def english(own_look: None) -> None:
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def table(qtbot: QtBot) -> SummaryTable:
    made = SummaryTable()
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.render_summary(summarize(network("lenet5-1998")))
    with qtbot.waitExposed(made):
        made.show()
    return made


def cells(table: SummaryTable) -> list[dict[str, str]]:
    heads, *rows = [line.split("\t") for line in table.table_text().splitlines()]
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_that_the_published_figures_of_lenet_stand_in_it(table: SummaryTable) -> None:
    rows = {row["Layer"]: row for row in cells(table)}
    assert rows["C1"]["Parameters"] == "5 × 5 × 1 × 6 + 6 = 156"
    assert rows["C1"]["Kernel"] == "5 × 5"
    assert rows["C1"]["Padding"] == "2 × 2"
    assert rows["C3"]["Parameters"].endswith("= 1,516")
    assert rows["S2"]["Learned"] == "12"
    assert rows["Output"]["Not learned"] == "840"
    assert rows["C3"]["Receptive field"] == "14 × 14"
    total = rows["All layers"]
    assert total["Parameters"] == "60,840"
    assert total["Learned"] == "60,000"
    assert total["Connections"] == "340,908"


@pytest.mark.parametrize("name", NETWORKS)
def test_that_every_network_has_a_row_for_each_layer(
    table: SummaryTable, name: str
) -> None:
    table.render_summary(summarize(network(name)))
    assert len(cells(table)) == len(network(name).layers) + 1
    assert ("Not learned" in cells(table)[0]) == bool(
        summarize(network(name)).not_learned
    )


def test_that_selected_rows_are_copied_as_a_spreadsheet_takes_them(
    table: SummaryTable,
) -> None:
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heads, row = QGuiApplication.clipboard().text().split("\n")
    assert heads.startswith("Layer\tKind\tOutput")
    assert row.startswith("S2\tSubsampling\t6 × 14 × 14")


def test_that_a_layer_is_chosen_by_return_and_by_double_click(
    table: SummaryTable, qtbot: QtBot
) -> None:
    table.selectRow(4)
    with qtbot.waitSignal(table.layer_chosen) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == ["c3"]
    row = table.visualRect(table.model().index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    with qtbot.waitSignal(table.layer_chosen) as told:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert told.args == ["s2"]
    table.selectRow(14)
    with qtbot.assertNotEmitted(table.layer_chosen, wait=0):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_that_it_speaks_the_language_of_the_window(
    table: SummaryTable, qtbot: QtBot
) -> None:
    table.selectRow(4)
    translation = Translation()
    try:
        translation.apply("pt_BR")
        qtbot.waitUntil(lambda: cells(table)[4].get("Camada") == "C3")
        assert QLocale().decimalPoint() == ","
        row = cells(table)[4]
        assert row["Parâmetros"].endswith("= 1.516")
    finally:
        translation.apply("en")


def test_that_tips_and_names_say_what_a_cell_is(table: SummaryTable) -> None:
    model = table.model()
    named = model.index(0, 6).data(Qt.ItemDataRole.AccessibleTextRole)
    assert named == "C1, Parameters: 5 × 5 × 1 × 6 + 6 = 156"
    tips = [
        model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        for place in range(model.columnCount())
    ]
    assert all(tips)
    assert len(set(tips)) == model.columnCount()
    assert table.accessibleName()
    assert table.indexAt(QPoint(20, 10)).isValid()


def test_that_no_network_is_an_empty_table(table: SummaryTable) -> None:
    table.render_summary(None)
    assert table.model().rowCount() == 0
    assert table.table_text() == ""
