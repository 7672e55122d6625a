"""The operation as a visible choice: what the window does, by icon and word."""

from typing import Final, get_args

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.fields import FIELDS, translated
from cnnviz.pages.convolution.model.lab_settings import OperationKind
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.settings_commands import SettingsCommands
from cnnviz.pages.convolution.views.inspector.choice_button import ChoiceButton
from cnnviz.state.level import set_level
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.icons import icon

_HEIGHT: Final = 56
_KINDS: Final[tuple[OperationKind, ...]] = get_args(OperationKind)

_WORDS: Final[dict[OperationKind, str]] = {
    "convolution": QT_TRANSLATE_NOOP("OperationChooser", "Convolution"),
    "transposed": QT_TRANSLATE_NOOP("OperationChooser", "Transposed"),
    "pooling": QT_TRANSLATE_NOOP("OperationChooser", "Pooling"),
    "signal": QT_TRANSLATE_NOOP("OperationChooser", "1-D"),
}
"""Short enough for a fourth of the inspector; the whole names are told by the tips."""


class OperationChooser(QWidget):
    """A button for each operation, that of now among them."""

    def __init__(self, commands: SettingsCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        field = FIELDS["operation"]
        set_level(self, field.level)
        self._buttons = [ChoiceButton(n, self) for n in range(len(_KINDS))]
        policy = QSizePolicy.Policy
        for button, kind in zip(self._buttons, _KINDS, strict=True):
            button.setIcon(icon(f"operation_{kind}"))
            button.setIconSize(QSize(tokens.ICON_L, tokens.ICON_L))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setFont(in_pixels(button.font(), tokens.AXIS_PX))
            button.setFixedHeight(_HEIGHT)
            button.setSizePolicy(policy.Expanding, policy.Fixed)
            button.chosen.connect(self._on_chosen)
        shares = ((button, 1) for button in self._buttons)
        in_row(*shares, gap=tokens.SPACE_XS, of=self)

    def render_state(self, state: LabState) -> None:
        """Show which one is in force."""
        for button, kind in zip(self._buttons, _KINDS, strict=True):
            button.setChecked(kind == state.settings.operation)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        if _KINDS[number] != self._commands.settings.operation:
            self._commands.set("operation", _KINDS[number])

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        names = FIELDS["operation"].choice_names
        for button, kind, name in zip(self._buttons, _KINDS, names, strict=True):
            word = QCoreApplication.translate("OperationChooser", _WORDS[kind])
            set_names(button, f"operation_{kind}", translated(name))
            button.setText(word)
