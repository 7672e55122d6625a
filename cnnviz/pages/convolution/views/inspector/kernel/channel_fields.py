"""How the kernels meet the channels of a picture: planes and groups."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from cnnviz.pages.convolution.model.fields import FIELDS, translated
from cnnviz.pages.convolution.model.kernel_tools import ShownPlane, shown_plane
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.choice_button import ChoiceButton
from cnnviz.pages.convolution.views.inspector.fields.field_form import editor_of
from cnnviz.state.level import set_level
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens


class ChannelFields(QWidget):
    """Which channel's numbers are shown, whether all share them, and the groups.

    Shown for a picture in colour; one channel has no choice.
    """

    def __init__(self, presenter: WalkPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._channels = [ChoiceButton(number, self) for number in range(3)]
        for button in self._channels:
            button.setFixedSize(button.minimumSize())
            button.chosen.connect(presenter.show_input_channel)
        self._shared = QCheckBox(self)
        self._groups_label = QLabel(self)
        self._groups = editor_of(FIELDS["groups"], presenter.commands, self)
        self._depthwise = QPushButton(self)
        for part in (self._shared, self._depthwise):
            part.setMinimumHeight(tokens.HIT)
        for grouping in (self._groups_label, self._depthwise):
            set_level(grouping, FIELDS["groups"].level)
        shared = tokens.SPACE_S, (self._shared, 1)
        upper = in_row(*self._channels, *shared, gap=tokens.SPACE_XXS)
        groups = self._groups_label, (self._groups, 1), self._depthwise
        lower = in_row(*groups, gap=tokens.SPACE_M)
        in_column(upper, lower, gap=tokens.SPACE_XS, of=self)
        self._shared.clicked.connect(self._on_shared_clicked)
        self._depthwise.clicked.connect(self._on_depthwise_clicked)

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

    @Slot(bool)
    def _on_shared_clicked(self, shared: bool) -> None:
        commands, store = self._presenter.commands, self._presenter.store
        shown = shown_plane(store.state)
        if shared:
            commands.share_planes(shown.plane)
        else:
            commands.set_planes(shown.group_size)
        # It may not have been granted.
        self.render_state(store.state, shown_plane(store.state))

    @Slot()
    def _on_depthwise_clicked(self) -> None:
        channels = self._presenter.store.state.input_channels
        self._presenter.commands.make_depthwise(channels)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        texts = (
            (self.tr("R"), self.tr("Red: the weights of this channel")),
            (self.tr("G"), self.tr("Green: the weights of this channel")),
            (self.tr("B"), self.tr("Blue: the weights of this channel")),
        )
        for number, (letter, meaning) in enumerate(texts):
            button = self._channels[number]
            button.setText(letter)
            set_names(button, f"kernel_channel_{number}", meaning)
        self._shared.setText(self.tr("Same for all"))
        name = self.tr("Use the same numbers for every channel")
        tip = self.tr(
            "On: all channels use the same weights. Off: each channel has its own"
        )
        set_names(self._shared, "kernel_shared", name, tip)
        self._groups_label.setText(translated(FIELDS["groups"].label))
        self._groups.retranslate()
        self._depthwise.setText(self.tr("Depthwise"))
        tip = self.tr("One group per channel: each channel has its own kernels")
        set_names(
            self._depthwise, "depthwise", self.tr("Use depthwise convolution"), tip
        )
