"""The head of the Data tool: its parts, what the data are, how far they are read."""

from typing import Final, Literal

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.train.model.data_state import DataState
from cnnviz.pages.train.views.data.data_words import DataWords
from cnnviz.state.level import set_level
from cnnviz.state.run.recipe import MNIST
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold

DataPart = Literal["pictures", "numbers", "changes", "drawings"]
PARTS: Final[tuple[DataPart, ...]] = ("pictures", "numbers", "changes", "drawings")

_PER_MILLE: Final = 1000
_BAR: Final = 160
_MIX: Final = 220


class DataHead(Retranslated):
    """Choose a part; say what the data are, or how far they are read.

    Signals
    -------
    part_chosen(part)
        A part is to be shown.
    data_wanted(data)
        A mixture, a name or a path was typed.
    cancelled()
        Reading is to be called off.
    again_wanted()
        The data are to be read anew.
    """

    part_chosen = Signal(str)
    data_wanted = Signal(str)
    cancelled = Signal()
    again_wanted = Signal()

    def __init__(self, words: DataWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._state = DataState()
        self._group = QButtonGroup(self)
        self.parts = {part: QPushButton(self) for part in PARTS}
        self.mixture = QLineEdit(self)
        self._mixture_label = QLabel(self)
        self._said, self._notes = FittingLabel(self), QLabel(self)
        self.bar = QProgressBar(self)
        self.download, self.cancel, self.again = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self._group.buttonClicked.connect(self._on_part_clicked)
        self.mixture.returnPressed.connect(self._on_typed)
        self.cancel.clicked.connect(self.cancelled)
        self.again.clicked.connect(self.again_wanted)
        self._retranslate()

    def _lay_out(self) -> None:
        for part, chip in self.parts.items():
            chip.setCheckable(True)
            chip.setMinimumHeight(tokens.HIT)
            chip.setProperty("part", part)
            self._group.addButton(chip)
        self.parts["pictures"].setChecked(True)
        self._said.setObjectName("data_said")
        self._said.setFont(half_bold(self._said.font()))
        self._notes.setObjectName("data_notes")
        self._notes.setWordWrap(True)
        self._mixture_label.setBuddy(self.mixture)
        self.mixture.setFixedHeight(tokens.HIT)
        self.mixture.setFixedWidth(_MIX)
        for typed in (self.mixture, self._mixture_label):
            set_level(typed, "standard")
        self.bar.setRange(0, _PER_MILLE)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR)
        for button in (self.download, self.cancel, self.again):
            button.setMinimumHeight(tokens.HIT)
        chips = in_row(*self.parts.values(), gap=tokens.SPACE_M)
        typing = in_row(self._mixture_label, self.mixture, gap=tokens.SPACE_M)
        said = in_row((self._said, 1), self.bar, self.cancel, gap=tokens.SPACE_M)
        said.addWidget(self.download)
        said.addWidget(self.again)
        rows = in_row(chips, (None, 1), typing), said, self._notes
        in_column(*rows, gap=tokens.SPACE_S, of=self)

    @property
    def part(self) -> DataPart:
        """The part that is shown."""
        return next(part for part, chip in self.parts.items() if chip.isChecked())

    def render_data(self, data: str, *, locked: bool) -> None:
        """Show what the recipe asks for; nothing else can be typed while a run goes."""
        self.mixture.setEnabled(not locked)
        if not self.mixture.hasFocus() or locked:
            with QSignalBlocker(self.mixture):
                self.mixture.setText(data)
                self.mixture.setCursorPosition(0)

    def render_state(self, state: DataState) -> None:
        """Say what the data are, how far they are read, or why they cannot be had."""
        self._state = state
        reading, notes = state.reading, ""
        if reading is not None:
            said = self._words.reading(state, reading)
            is_known = reading.total > 0
            self.bar.setRange(0, _PER_MILLE if is_known else 0)
            if is_known:
                self.bar.setValue(_PER_MILLE * reading.done // reading.total)
        elif state.problem is not None:
            said = self._words.title(state)
            notes = self._words.problem(state, state.problem)
        elif state.seen is not None:
            said = self._words.seen(state, state.seen)
            notes = self._words.notes(state.seen)
        else:
            said = ""
        self._said.setText(said)
        set_tip(self._said, said)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self.bar.setVisible(reading is not None)
        self.cancel.setVisible(reading is not None)
        self.again.setVisible(reading is None)
        asked, problem = state.asked, state.problem
        is_missing = problem is not None and problem.code.startswith("dataset_not_")
        is_mnist = asked is not None and asked.data == MNIST
        self.download.setVisible(is_missing and is_mnist)

    @Slot(QAbstractButton)
    def _on_part_clicked(self, chip: QAbstractButton) -> None:
        self.show_part(str(chip.property("part")))

    def show_part(self, wanted: str) -> None:
        """Show a part."""
        for part, chip in self.parts.items():
            chip.setChecked(part == wanted)
        self.part_chosen.emit(wanted)

    @Slot()
    def _on_typed(self) -> None:
        typed = self.mixture.text().strip()
        if typed:
            self.data_wanted.emit(typed)

    @override
    def _retranslate(self) -> None:
        texts = {
            "pictures": self.tr("Pictures"),
            "numbers": self.tr("Numbers"),
            "changes": self.tr("Changes"),
            "drawings": self.tr("My drawings"),
        }
        tips = {
            "pictures": self.tr("The pictures, page by page, and their mean"),
            "numbers": self.tr("One picture as the numbers that a table has of it"),
            "changes": self.tr("How each picture is changed before it is learned from"),
            "drawings": self.tr("Keep your own drawings to train on"),
        }
        for part, chip in self.parts.items():
            chip.setText(texts[part])
            set_names(chip, f"data_show_{part}", texts[part], tips[part])
        self._mixture_label.setText(self.tr("Data or mixture"))
        tip = self.tr(
            "A dataset, the path of a folder or file, or several of these with "
            "weights, as in mnist:2+builtin; Return reads it"
        )
        set_names(self.mixture, "data_mixture", self.tr("Data or mixture"), tip)
        self.cancel.setText(self.tr("Cancel"))
        tip = self.tr("Call reading off")
        set_names(self.cancel, "data_cancel", self.tr("Cancel"), tip)
        text, tip = self.tr("Download MNIST (11 MB)"), self.tr("Fetch MNIST now")
        self.download.setText(text)
        set_names(self.download, "data_download", text, tip)
        self.again.setText(self.tr("Read again"))
        tip = self.tr("Read the data again: files may have changed")
        set_names(self.again, "data_again", self.tr("Read again"), tip)
        set_names(self.bar, "data_progress", self.tr("How far reading is"))
        self.render_state(self._state)
