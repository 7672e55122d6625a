"""What of a colour picture is seen, and in which colours it is worked on."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.views.inspector.choice_button import ChoiceButton
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.unit_view.unit import ALL


class Choice(NamedTuple):
    """One button: what it stands for, its key, and its texts in English."""

    value: int | str
    key: str
    text: str
    name: str
    tip: str


CHANNELS: Final = (
    Choice(
        ALL,
        "channel_all",
        QT_TRANSLATE_NOOP("ChannelBar", "All"),
        QT_TRANSLATE_NOOP("ChannelBar", "All channels"),
        QT_TRANSLATE_NOOP("ChannelBar", "The picture in its colours"),
    ),
    Choice(
        0,
        "channel_red",
        QT_TRANSLATE_NOOP("ChannelBar", "R"),
        QT_TRANSLATE_NOOP("ChannelBar", "Red channel"),
        QT_TRANSLATE_NOOP(
            "ChannelBar", "Red levels only; window and kernel are those of red"
        ),
    ),
    Choice(
        1,
        "channel_green",
        QT_TRANSLATE_NOOP("ChannelBar", "G"),
        QT_TRANSLATE_NOOP("ChannelBar", "Green channel"),
        QT_TRANSLATE_NOOP(
            "ChannelBar", "Green levels only; window and kernel are those of green"
        ),
    ),
    Choice(
        2,
        "channel_blue",
        QT_TRANSLATE_NOOP("ChannelBar", "B"),
        QT_TRANSLATE_NOOP("ChannelBar", "Blue channel"),
        QT_TRANSLATE_NOOP(
            "ChannelBar", "Blue levels only; window and kernel are those of blue"
        ),
    ),
)
COLOURS: Final = (
    Choice(
        "grey",
        "colour_grey",
        QT_TRANSLATE_NOOP("ColourChoice", "Grey"),
        QT_TRANSLATE_NOOP("ColourChoice", "Work on grey levels"),
        QT_TRANSLATE_NOOP(
            "ColourChoice", "Grey levels: one channel, made of the three colours"
        ),
    ),
    Choice(
        "rgb",
        "colour_rgb",
        QT_TRANSLATE_NOOP("ColourChoice", "RGB"),
        QT_TRANSLATE_NOOP("ColourChoice", "Work on red, green and blue"),
        QT_TRANSLATE_NOOP(
            "ColourChoice",
            "Red, green and blue: three channels, each with its own products",
        ),
    ),
)


class ChoiceRow(Retranslated):
    """Buttons in a row, one of them in force.

    Signals
    -------
    chosen(value)
        What a button stands for that was pressed.
    """

    chosen = Signal(object)

    def __init__(
        self, context: str, choices: Sequence[Choice], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._choices = context, choices
        self._buttons = [ChoiceButton(n, self) for n in range(len(choices))]
        in_row(*self._buttons, gap=0, of=self)
        for button in self._buttons:
            button.chosen.connect(self._on_chosen)
        self._retranslate()

    def render_value(self, value: int | str) -> None:
        """Show which one is in force."""
        for button, choice in zip(self._buttons, self._choices, strict=True):
            button.setChecked(choice.value == value)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(self._choices[number].value)

    @override
    def _retranslate(self) -> None:
        for button, choice in zip(self._buttons, self._choices, strict=True):
            text, name, tip = (
                QCoreApplication.translate(self._context, said) for said in choice[2:]
            )
            set_names(button, choice.key, name, tip)
            button.setText(text)
