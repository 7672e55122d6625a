"""The ways to explain an answer, one of which is chosen."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.draw.presenters.why.explaining import METHODS, Method
from cnnviz.pages.draw.views.why.why_words import method_words
from cnnviz.state.level import Level, set_level
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

_LEVELS: Final[dict[Method, Level]] = {
    "occlusion": "first",
    "gradient": "standard",
    "ink": "first",
    "grad_cam": "standard",
    "nearest": "first",
    "change": "standard",
}


class MethodChoice(Retranslated):
    """One button a method, one below the other.

    Signals
    -------
    chosen(method)
        Another one was chosen by hand.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[Method, QToolButton] = {}
        self._group = QButtonGroup(self)
        for method in METHODS:
            button = self._buttons[method] = QToolButton(self)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumSize(QSize(0, tokens.HIT))
            policy = QSizePolicy.Policy
            button.setSizePolicy(policy.Expanding, policy.Fixed)
            set_level(button, _LEVELS[method])
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._on_clicked)
        in_column(*self._buttons.values(), gap=tokens.SPACE_XXS, of=self)
        self._retranslate()

    def render_method(self, method: Method) -> None:
        """Show which one is chosen."""
        self._buttons[method].setChecked(True)

    def go(self, by: int) -> None:
        """Choose the next one that is shown, or the one before."""
        shown = [b for b in self._buttons.values() if not b.isHidden()]
        chosen = self._group.checkedButton()
        at = shown.index(chosen) + by if chosen in shown else 0
        if 0 <= at < len(shown):
            shown[at].click()

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        for method, button in self._buttons.items():
            if button is clicked:
                self.chosen.emit(method)

    @override
    def _retranslate(self) -> None:
        for method, button in self._buttons.items():
            words = method_words(method)
            button.setText(words.title)
            tip = self.tr("Explain the answer in this way")
            set_names(button, f"why_{method}", words.title, tip)
