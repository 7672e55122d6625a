"""What the Train page says of a run that was interrupted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.ui.layouts import in_row
from cnnviz.ui.network_title import title_words
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_library import UnfinishedRun


class OfferView(Retranslated):
    """Offer to go on with a run of last time, or to discard it.

    Attributes
    ----------
    go_on, discard
        The two buttons.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offered: UnfinishedRun | None = None
        self._words = QLabel(self)
        self._words.setObjectName("offer_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.go_on, self.discard = QPushButton(self), QPushButton(self)
        for button in (self.go_on, self.discard):
            button.setMinimumHeight(tokens.HIT)
        parts = (self._words, 1), self.go_on, self.discard
        in_row(*parts, gap=tokens.SPACE_M, of=self)
        self._retranslate()

    def render_offer(self, offered: "UnfinishedRun | None") -> None:
        """Show what is offered."""
        self._offered = offered
        self._words.setText(self._sentence())

    def _sentence(self) -> str:
        if self._offered is None:
            return ""
        config = self._offered.settings.config
        return filled(
            self.tr("A run of {title} was interrupted in epoch {epoch} of {epochs}."),
            title=title_words(config.network.title),
            epoch=self._offered.epoch,
            epochs=config.epochs,
        )

    @override
    def _retranslate(self) -> None:
        self.go_on.setText(self.tr("&Go on"))
        set_names(
            self.go_on,
            "offer_go_on",
            self.tr("Continue the interrupted run"),
            self.tr("Continue exactly where the run stopped, with the same settings"),
        )
        # No key of its own: what is deleted is gone.
        self.discard.setText(self.tr("Discard"))
        set_names(
            self.discard,
            "offer_discard",
            self.tr("Discard the interrupted run"),
            self.tr("Delete the interrupted run and what it saved"),
        )
        self.render_offer(self._offered)
