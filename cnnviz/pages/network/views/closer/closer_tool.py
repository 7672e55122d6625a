"""The tool that looks closer at the open number."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.network.model.closer import CloserQuestion
from cnnviz.pages.network.presenters.closer import CloserPresenter
from cnnviz.pages.network.views.closer.field_card import FieldCard
from cnnviz.pages.network.views.closer.matrix_card import MatrixCard
from cnnviz.pages.network.views.closer.patches_card import PatchesCard
from cnnviz.pages.network.views.closer.weights_card import WeightsCard
from cnnviz.pages.network.views.path_words import cell_words
from cnnviz.state.level import set_level
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.network_view.columns.block_words import tile_label
from cnnviz.ui.page import HearsLanguage
from cnnviz.ui.theme import tokens


class CloserTool(HearsLanguage, ToolScroll):
    """Show what the open number sees, answers to, and is computed as."""

    def __init__(self, presenter: CloserPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("closer_tool")
        self._presenter = presenter
        self._empty, self._place = QLabel(self.body), QLabel(self.body)
        for label in (self._empty, self._place):
            label.setWordWrap(True)
        self.field = FieldCard(self.body)
        self.patches = PatchesCard(presenter, self.body)
        self.matrix = MatrixCard(self.body)
        self.weights = WeightsCard(self.body)
        self.fill(
            self._empty, self._place, self.field, tokens.SPACE_M, self.patches, tokens.SPACE_M,
            self.matrix, tokens.SPACE_M, self.weights,
        )  # fmt: skip
        presenter.store.changed.connect(self.show_newest)
        self._retranslate()

    @Slot()
    def show_newest(self) -> None:
        """Show the newest of all cards; without an open number, what to do."""
        state = self._presenter.store.state
        is_open = state.closer is not None
        self._empty.setVisible(not is_open)
        self._place.setVisible(is_open)
        for card in (self.field, self.patches, self.weights, self.matrix):
            card.setVisible(is_open)
        if state.closer is not None:
            self._place.setText(_place_words(state.closer.question))
            for each in (self.field, self.patches, self.matrix, self.weights):
                each.render_state(state)

    @override
    def _retranslate(self) -> None:
        self._empty.setText(
            self.tr("Click a map, or one of its numbers, to look closer.")
        )
        self.show_newest()


def _place_words(question: CloserQuestion) -> str:
    """Return which number is looked at: ``C3 · map 14 · row 1, column 7``."""
    map_words = tile_label(question.block, question.at[0])
    if question.block.map_hw == (1, 1):
        return map_words
    _, row, column = question.at
    return f"{map_words} · {cell_words(row, column)}"
