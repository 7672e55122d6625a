"""The buttons of a run at the top right of the Train page, and how far it is."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.train.presenters.download_presenter import Download
from cnnviz.pages.train.views.run_text import run_words
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.state.level import set_level
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.action_button import ActionButton, paint_accent
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_START = QSize(156, 52)
_NARROWEST = 300


class StartButton(ActionButton):
    """The one thing to do next: in the accent colour, larger than all others."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(action, parent, words=True, width=_START.width())
        self.sign = "train_start"
        self.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self.setFixedSize(_START)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_accent(painter, self, self.sign)


class RunControls(Retranslated):
    """Show the buttons of a run, and under them how far it is or what was just done."""

    SAVED: ClassVar[int] = _START.height() - tokens.HIT_LARGE
    """Pixels of height that are saved in low windows."""

    def __init__(self, actions: TrainActions, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._run, self._notice = Run(), ""
        self.start = StartButton(actions.start_or_pause, self)
        small = [
            ActionButton(action, self, words=False)
            for action in (actions.step, actions.epoch, actions.stop)
        ]
        for button in small:
            button.setAutoRaise(True)
        self._words = FittingLabel(self)
        self._words.setObjectName("run_words")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._words.setAlignment(right)
        buttons = in_row((None, 1), *small, self.start, gap=tokens.SPACE_M)
        in_column(buttons, self._words, gap=tokens.SPACE_XS, of=self)
        self.setMinimumWidth(_NARROWEST)
        # The line keeps its place while it says nothing: nothing is to jump.
        self._words.setMinimumHeight(self._words.fontMetrics().height())

    def set_flat(self, flat: bool) -> None:
        """Take less height, in low windows."""
        self.start.setFixedHeight(tokens.HIT_LARGE if flat else _START.height())

    def render_run(self, run: Run) -> None:
        """Say how far a run is; its next phase takes the place of a notice."""
        if run.number != self._run.number or run.phase != self._run.phase:
            self._notice = ""
        self._run = run
        pauses = run.phase in ("running", "preparing", "stopping")
        sign = "train_pause" if pauses else "train_start"
        if sign != self.start.sign:
            self.start.sign = sign
            self.start.update()
        self._render()

    def render_download(self, download: Download) -> None:
        """Say that a download is here."""
        self._notice = ""
        if download.phase == "done":
            self._notice = self.tr(
                "MNIST has been downloaded. Click Start to train on it."
            )
        self._render()

    def say(self, notice: str) -> None:
        """Show a sentence in the place of the line about the run."""
        self._notice = notice
        self._render()

    def _render(self) -> None:
        forms = (self._notice,) if self._notice else run_words(self._run)
        self._words.set_forms(forms)
        set_tip(self._words, forms[0])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "start"):
            self.start.update()

    @Slot()
    def _retranslate(self) -> None:
        self._notice = ""
        self._render()
