"""The recipe of a run as one line with a lock, and its learning rate to be changed."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from cnnviz.pages.train.views.recipe.recipe_fields import localized, with_points
from cnnviz.pages.train.views.recipe.recipe_words import number_words, run_line
from cnnviz.state.level import set_level
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_RATE_WIDTH = 88


class LockedRecipe(Retranslated):
    """Say what the run of now is made of.

    Attributes
    ----------
    rate
        Where another learning rate is typed; Return applies it.

    Signals
    -------
    rate_requested(text)
        The run is to go on with this learning rate, as it was typed.
    """

    rate_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._run = Run()
        self._lock, self._line = QLabel(self), FittingLabel(self)
        self._line.setObjectName("recipe_line")
        self.rate, self._rate_label = QLineEdit(self), QLabel(self)
        self._rate_label.setBuddy(self.rate)
        self.rate.setFixedSize(_RATE_WIDTH, tokens.ICON_L)
        for part in (self.rate, self._rate_label):
            set_level(part, "standard")
        parts = self._lock, (self._line, 1), self._rate_label, self.rate
        row = in_row(*parts, gap=tokens.SPACE_M, of=self)
        row.setAlignment(self._lock, Qt.AlignmentFlag.AlignVCenter)
        self.rate.returnPressed.connect(self._on_return_pressed)
        self._paint_lock()
        self._retranslate()

    def render_run(self, run: Run) -> None:
        """Show what a run is made of."""
        before, self._run = self._run, run
        if (before.number, before.rates, before.started) != (
            run.number,
            run.rates,
            run.started,
        ):
            self._write()

    def _paint_lock(self) -> None:
        self._lock.setPixmap(icon("lock").pixmap(tokens.ICON_S, tokens.ICON_S))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lock"):
            self._paint_lock()
        super().changeEvent(event)

    def _write(self) -> None:
        line = run_line(self._run)
        self._line.setText(line)
        set_tip(self._line, line)
        rate = self._run.learning_rate
        wanted = "" if rate is None else number_words(rate)
        if with_points(self.rate.text()) != with_points(wanted):
            self.rate.setText(wanted)

    @Slot()
    def _on_return_pressed(self) -> None:
        self.rate_requested.emit(self.rate.text())
        self.rate.selectAll()

    def _retranslate(self) -> None:
        self._rate_label.setText(self.tr("Learning rate &now"))
        set_names(
            self.rate,
            "train_rate_now",
            self.tr("Learning rate of the run that goes"),
            self.tr("Type another one and press Return: the next batch has it"),
        )
        self.rate.setText(localized(self.rate.text()))
        self._write()
