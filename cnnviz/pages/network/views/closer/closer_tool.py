"""The tool that looks closer at the open number."""

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.network.presenters.closer import CloserPresenter
from cnnviz.pages.network.views.closer.field_card import FieldCard
from cnnviz.pages.network.views.closer.matrix_card import MatrixCard
from cnnviz.pages.network.views.closer.patches_card import PatchesCard
from cnnviz.pages.network.views.closer.weights_card import WeightsCard
from cnnviz.state.level import set_level
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.page import HearsLanguage
from cnnviz.ui.theme import tokens


class CloserTool(HearsLanguage, ToolScroll):
    """Show what the open number sees, answers to, and is computed as."""

    def __init__(self, presenter: CloserPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("closer_tool")
        self._presenter = presenter
        self._empty = QLabel(self.body)
        self._empty.setWordWrap(True)
        self.field = FieldCard(self.body)
        self.patches = PatchesCard(presenter, self.body)
        self.matrix = MatrixCard(self.body)
        self.weights = WeightsCard(self.body)
        self.fill(
            self._empty, self.field, tokens.SPACE_M, self.patches, tokens.SPACE_M,
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
        for card in (self.field, self.patches, self.weights, self.matrix):
            card.setVisible(is_open)
        if is_open:
            for each in (self.field, self.patches, self.matrix, self.weights):
                each.render_state(state)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "weights"):
            self.show_newest()  # in the colours of the other theme

    @override
    def _retranslate(self) -> None:
        self._empty.setText(
            self.tr("Click a map, and a number of it, to look closer at that number.")
        )
        self.show_newest()
