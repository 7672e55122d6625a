"""What a race will be, before it begins: its networks, and in what they differ."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cnnviz.engine.messages.races import ENTRANTS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.races.catalogue import Race
from cnnviz.pages.train.views.lanes.lane_words import Row, differing_rows, lane_name
from cnnviz.pages.train.views.recipe.recipe_words import settings_words
from cnnviz.state.run.lanes import Lane
from cnnviz.state.run.run_state import new_run
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_view.layer_text import layer_title, shape_text
from cnnviz.ui.network_view.network_stages import stages
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled, plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold

_NOTHING: Final = "–"


class RacePlan(Retranslated):
    """Show the networks of a race side by side; what differs is bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()
        self._race: Race | None = None
        self._data = ""
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.verticalHeader().setDefaultSectionSize(tokens.ICON_L)
        in_column(self.table, of=self)
        self._retranslate()

    def render_race(self, race: Race, data: str) -> None:
        """Show what this race will be, on these data."""
        if (race, data) != (self._race, self._data):
            self._race, self._data = race, data
            self._lanes = planned(race, data)
            self._fill()

    def words(self) -> str:
        """Return in a sentence what will happen, and how long it may take."""
        if self._race is None:
            return ""
        config = self._lanes[0].run.config
        assert config is not None
        text = self.tr(
            "{count} networks learn in turn, a batch each, from the data chosen above: "
            "{settings}. It takes about as long as {count} runs. What differs is bold."
        )
        settings = " · ".join(settings_words(config))
        return filled(text, count=len(self._lanes), settings=settings)

    def _fill(self) -> None:
        rows = (*differing_rows(self._lanes), *self._layer_rows())
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(self._lanes))
        names = [lane_name(lane) for lane in self._lanes]
        self.table.setHorizontalHeaderLabels(names)
        self.table.setVerticalHeaderLabels([name for name, _ in rows])
        for row, (_, values) in enumerate(rows):
            for column, value in enumerate(values):
                item = QTableWidgetItem(value)
                item.setData(Qt.ItemDataRole.ToolTipRole, plain(value))
                if len(set(values)) > 1:
                    item.setFont(half_bold(self.table.font()))
                self.table.setItem(row, column, item)

    def _layer_rows(self) -> tuple[Row, ...]:
        told = [_layers(lane.run.network) for lane in self._lanes if lane.run.network]
        text = self.tr("Layer {number}")
        return tuple(
            (text.format(number=number), row)
            for number, row in enumerate(beside(told), 1)
        )

    def _retranslate(self) -> None:
        set_names(
            self.table,
            "race_plan",
            self.tr("The networks of the race, layer by layer"),
        )
        if self._race is not None:
            self._fill()


def planned(race: Race, data: str) -> tuple[Lane, ...]:
    """Return the runs of a race as they will begin."""
    return tuple(
        Lane(
            ENTRANTS[race.key][entrant.key],
            new_run(0, entrant.network, race.config(entrant, {}), entrant.data(data)),
            entrant.how,
        )
        for entrant in race.entrants
    )


def beside(told: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return rows in which the layers that networks have in common stand side by side.

    Examples
    --------
    >>> beside([["conv", "norm", "relu"], ["conv", "relu"]])
    [('conv', 'conv'), ('norm', '–'), ('relu', 'relu')]
    """
    longest = max(told, key=len, default=())
    placed: list[list[str]] = []
    for each in told:
        column: list[str] = []
        matcher = SequenceMatcher(None, longest, each, autojunk=False)
        for _, begin, end, first, last in matcher.get_opcodes():
            room = end - begin
            column += [*each[first:last], *[_NOTHING] * (room - (last - first))]
        if len(column) != len(longest):  # what it has more finds no place: as they come
            column = [*each, *[_NOTHING] * (len(longest) - len(each))]
        placed.append(column)
    return list(zip(*placed, strict=True))


def _layers(network: Network) -> list[str]:
    """Return a line a layer: what it does, and what comes out."""
    return [
        f"{layer_title(shown)} · {shape_text(shown.summary.output_shape)}"
        for stage in stages(network)
        for shown in stage
    ]
