"""How the kernels meet the channels of a picture: planes and groups."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cnnviz.pages.convolution.model.fields import FIELDS, translated
from cnnviz.pages.convolution.model.kernel_tools import ShownPlane
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.settings_commands import SettingsCommands
from cnnviz.pages.convolution.views.inspector.choice_button import ChoiceButton
from cnnviz.pages.convolution.views.inspector.fields.field_form import editor_of
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens


class ChannelFields(QWidget):
    """Which channel's numbers are shown, whether all share them, and the groups.

    Shown for a picture in colour; one channel has no choice.

    Signals
    -------
    channel_chosen(channel)
        The numbers of another channel are to be seen.
    sharing_requested(shared)
        Every channel shall meet the same numbers, or each its own.
    depthwise_requested()
        Every channel shall have kernels to itself.
    """

    channel_chosen = Signal(int)
    sharing_requested = Signal(bool)
    depthwise_requested = Signal()

    def __init__(self, commands: SettingsCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self._channels = [ChoiceButton(number, self) for number in range(3)]
        for button in self._channels:
            button.setFixedSize(button.minimumSize())
            button.chosen.connect(self.channel_chosen)
        self._shared = QCheckBox(self)
        self._shared.setMinimumHeight(tokens.HIT)
        self._groups_label = QLabel(self)
        self._groups = editor_of(FIELDS["groups"], commands, self)
        self._depthwise = QPushButton(self)
        self._depthwise.setMinimumHeight(tokens.HIT)
        self._lay_out()
        self._shared.clicked.connect(self.sharing_requested)
        self._depthwise.clicked.connect(self.depthwise_requested)

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(tokens.SPACE_XXS)
        for button in self._channels:
            upper.addWidget(button)
        upper.addSpacing(tokens.SPACE_S)
        upper.addWidget(self._shared, 1)
        lower = QHBoxLayout()
        lower.setSpacing(tokens.SPACE_M)
        lower.addWidget(self._groups_label)
        lower.addWidget(self._groups, 1)
        lower.addWidget(self._depthwise)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_XS)
        column.addLayout(upper)
        column.addLayout(lower)

    def render_state(self, state: LabState, shown: ShownPlane) -> None:
        """Show which channel is seen and how the channels are shared out."""
        settings, channels = state.settings, state.input_channels
        self.setVisible(channels > 1 or settings.groups != 1)
        first, end = shown.channels
        for number, button in enumerate(self._channels):
            button.setVisible(number < channels)
            button.setEnabled(first <= number < end)
            button.setChecked(number == shown.channel)
        shared = settings.bank.planes == 1
        self._shared.setChecked(shared or shown.group_size == 1)
        self._shared.setEnabled(shown.group_size > 1)
        self._groups.render_state(state)
        self._depthwise.setEnabled(channels > 1)
        is_invalid = state.invalid is not None and state.invalid.field == "groups"
        role = QPalette.ColorRole
        self._groups_label.setForegroundRole(
            role.BrightText if is_invalid else role.WindowText
        )

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        texts = (
            (self.tr("R"), self.tr("Red: the numbers that this channel meets")),
            (self.tr("G"), self.tr("Green: the numbers that this channel meets")),
            (self.tr("B"), self.tr("Blue: the numbers that this channel meets")),
        )
        for number, (letter, meaning) in enumerate(texts):
            button = self._channels[number]
            button.setText(letter)
            set_names(button, f"kernel_channel_{number}", meaning)
        self._shared.setText(self.tr("Same for all"))
        set_names(
            self._shared,
            "kernel_shared",
            self.tr("Same numbers for every channel"),
            self.tr(
                "Every channel meets the same numbers; without it, each has its own"
            ),
        )
        self._groups_label.setText(translated(FIELDS["groups"].label))
        self._groups.retranslate()
        self._depthwise.setText(self.tr("Depthwise"))
        set_names(
            self._depthwise,
            "depthwise",
            self.tr("Depthwise convolution"),
            self.tr("As many groups as channels: each channel has kernels to itself"),
        )
