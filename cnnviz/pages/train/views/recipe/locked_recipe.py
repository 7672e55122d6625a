"""The recipe of a run as one line with a lock, and what of it can be changed."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from cnnviz.engine.training.events import CHANGEABLE
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.pages.train.views.recipe.field_texts import FIELD_TEXTS
from cnnviz.pages.train.views.recipe.recipe_fields import localized, with_points
from cnnviz.pages.train.views.recipe.recipe_words import number_words, run_line
from cnnviz.state.level import set_level
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_WIDTH: Final = 72


class LockedRecipe(Retranslated):
    """Say what the run of now is made of.

    Attributes
    ----------
    fields
        Where other settings are typed, by their names in the recipe; Return applies one.

    Signals
    -------
    change_requested(name, text)
        The run is to go on with this setting, as it was typed.
    """

    change_requested = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._run = Run()
        self._lock, self._line = QLabel(self), FittingLabel(self)
        self._line.setObjectName("recipe_line")
        self.fields = {name: QLineEdit(self) for name in CHANGEABLE}
        self._labels = {name: QLabel(self) for name in CHANGEABLE}
        parts: list[QWidget] = []
        for name, field in self.fields.items():
            label = self._labels[name]
            label.setBuddy(field)
            field.setFixedSize(_WIDTH, tokens.ICON_L)
            for part in (label, field):
                set_level(part, FIELD_TEXTS[name].level)
            parts += label, field
            field.returnPressed.connect(self._on_return_pressed)
        row = in_row(self._lock, (self._line, 1), *parts, gap=tokens.SPACE_M, of=self)
        row.setAlignment(self._lock, Qt.AlignmentFlag.AlignVCenter)
        self._paint_lock()
        self._retranslate()

    def render_run(self, run: Run) -> None:
        """Show what a run is made of."""
        before, self._run = self._run, run
        if (before.number, before.changes, before.started) != (
            run.number,
            run.changes,
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
        now = self._run.config_now
        has_momentum = now is not None and OPTIMIZERS[now.optimizer].has_momentum
        for part in (self._labels["momentum"], self.fields["momentum"]):
            part.setVisible(has_momentum)
        for name, field in self.fields.items():
            wanted = "" if now is None else number_words(getattr(now, name))
            if with_points(field.text()) != with_points(wanted):
                field.setText(wanted)

    @Slot()
    def _on_return_pressed(self) -> None:
        for name, field in self.fields.items():
            if field is self.sender():
                self.change_requested.emit(name, field.text())
                field.selectAll()

    def _retranslate(self) -> None:
        labels = {
            "learning_rate": self.tr("Learning rate &now"),
            "momentum": self.tr("Momentum"),
            "weight_decay": self.tr("Weight decay"),
        }
        names = {
            "learning_rate": self.tr("Learning rate of the current run"),
            "momentum": self.tr("Momentum of the current run"),
            "weight_decay": self.tr("Weight decay of the current run"),
        }
        tip = self.tr("Type another one and press Enter: the next batch uses it")
        for name, field in self.fields.items():
            self._labels[name].setText(labels[name])
            set_names(field, f"train_{name}_now", names[name], tip)
            field.setText(localized(field.text()))
        self._write()
