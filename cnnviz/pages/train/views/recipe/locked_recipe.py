"""The recipe of a run as one line with a lock, and the learning rate, to be changed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.train.views.recipe.recipe_words import run_line
from cnnviz.pages.train.views.recipe.settings_now import SettingsNow
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


class LockedRecipe(Retranslated):
    """Say what the run of now is made of.

    Attributes
    ----------
    now
        Where another learning rate is typed; the sheet has what else can be changed.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._run = Run()
        self._lock, self._line = QLabel(self), FittingLabel(self)
        self._line.setObjectName("recipe_line")
        name = "learning_rate"
        self.now = SettingsNow((name,), self)
        parts = self.now.labels[name], self.now.fields[name]
        row = in_row(self._lock, (self._line, 1), *parts, gap=tokens.SPACE_M, of=self)
        row.setAlignment(self._lock, Qt.AlignmentFlag.AlignVCenter)
        self._paint_lock()
        self._retranslate()

    def render_run(self, run: Run) -> None:
        """Show what a run is made of."""
        before, self._run = self._run, run
        self.now.render_run(run)
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

    @override
    def _retranslate(self) -> None:
        self._write()
