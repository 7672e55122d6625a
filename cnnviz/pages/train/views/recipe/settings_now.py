"""The settings that a run may go on with otherwise, as fields."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.pages.train.views.recipe.field_texts import FIELD_TEXTS
from cnnviz.pages.train.views.recipe.recipe_fields import localized, with_points
from cnnviz.pages.train.views.recipe.recipe_words import number_words
from cnnviz.state.level import set_level
from cnnviz.state.run.run_state import Run
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

_WIDTH: Final = 72


class SettingsNow(Retranslated):
    """Show what a run goes on with, and let it be typed; the parent lays the fields out.

    Parameters
    ----------
    names
        Which settings.
    in_sheet
        Whether they stand in the sheet, not in the row of the page.

    Signals
    -------
    change_requested(name, text)
        The run is to go on with this setting, as it was typed.
    """

    change_requested = Signal(str, str)

    def __init__(
        self, names: Sequence[str], parent: QWidget, *, in_sheet: bool = False
    ) -> None:
        super().__init__(parent)
        self.hide()  # it has no face of its own
        self._in_sheet, self._run = in_sheet, Run()
        self.fields = {name: QLineEdit(parent) for name in names}
        self.labels = {name: QLabel(parent) for name in names}
        for name, field in self.fields.items():
            label = self.labels[name]
            label.setBuddy(field)
            field.setFixedSize(_WIDTH, tokens.HIT if in_sheet else tokens.ICON_L)
            for part in (label, field):
                set_level(part, FIELD_TEXTS[name].level)
            field.returnPressed.connect(self._on_return_pressed)
        self._retranslate()

    def render_run(self, run: Run) -> None:
        """Show what a run goes on with."""
        before, self._run = self._run, run
        if (before.number, before.changes) != (run.number, run.changes):
            self._write()

    def has(self, name: str) -> bool:
        """Whether the run has this setting: not every optimiser has momentum."""
        now = self._run.config_now
        if now is None or name not in self.fields:
            return False
        return name != "momentum" or OPTIMIZERS[now.optimizer].has_momentum

    def _write(self) -> None:
        now = self._run.config_now
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

    @override
    def _retranslate(self) -> None:
        labels = {
            "learning_rate": self.tr("Learning rate &now"),
            "momentum": self.tr("Momentum now"),
            "weight_decay": self.tr("Weight decay now"),
        }
        names = {
            "learning_rate": self.tr("Learning rate of the current run"),
            "momentum": self.tr("Momentum of the current run"),
            "weight_decay": self.tr("Weight decay of the current run"),
        }
        place = "recipe" if self._in_sheet else "train"
        tip = self.tr("Type another one and press Enter: the next batch uses it")
        for name, field in self.fields.items():
            label = labels[name]
            # One field has the letter: that of the row, which is always there.
            self.labels[name].setText(label.replace("&", "" if self._in_sheet else "&"))
            set_names(field, f"{place}_{name}_now", names[name], tip)
            field.setText(localized(field.text()))
        self._write()
