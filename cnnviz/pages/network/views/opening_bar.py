"""How far a large network is that is being opened, and a way to leave it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from cnnviz.state.level import set_level
from cnnviz.state.workers.network_opening import OpeningProgress
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

_MILLION: Final = 1_000_000
_BAR_WIDTH: Final = 96


class OpeningBar(Retranslated):
    """Count the numbers of a network that are there; hidden while there is none to count.

    Parameters
    ----------
    name
        What it is found by.
    stacked
        Whether the words stand above the bar: where there is little room in a row.

    Signals
    -------
    cancelled()
        The network is wanted no more.
    """

    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget, *, stacked: bool = False) -> None:
        super().__init__(parent)
        self._name = name
        self._said: OpeningProgress | None = None
        self._can_cancel = True
        self._words = FittingLabel(self)
        self._bar, self._cancel = QProgressBar(self), QPushButton(self)
        self._bar.setTextVisible(False)
        self._cancel.setMinimumHeight(tokens.HIT)
        if stacked:
            below = in_row((self._bar, 1), self._cancel, gap=tokens.SPACE_M)
            in_column(self._words, below, gap=tokens.SPACE_XS, of=self)
        else:
            self._bar.setFixedWidth(_BAR_WIDTH)
            parts = (self._words, 1), self._bar, self._cancel
            in_row(*parts, gap=tokens.SPACE_M, of=self)
        self._cancel.clicked.connect(self.cancelled)
        set_level(self, "first")
        self.hide()
        self._retranslate()

    def render_progress(
        self, said: OpeningProgress | None, *, can_cancel: bool = True
    ) -> None:
        """Show how far a network is; without one nothing is shown.

        Parameters
        ----------
        said
            The newest report.
        can_cancel
            Whether there is a network to go back to.
        """
        self._said, self._can_cancel = said, can_cancel
        if said is not None:
            # Qt counts to 2 ** 31 only.
            self._bar.setRange(0, 1000)
            self._bar.setValue(1000 * said.done // max(said.total, 1))
            self._words.set_forms(self._forms(said))
            self._cancel.setVisible(can_cancel)
        self.setVisible(said is not None)

    def _forms(self, said: OpeningProgress) -> tuple[str, ...]:
        """Return what is said, at several lengths."""
        done, total = whole(said.done), whole(said.total)
        if said.total < 2 * _MILLION:
            long = self.tr("Opening {network}: {done} of {total} numbers")
            short = self.tr("{done} of {total} numbers")
        else:
            long = self.tr("Opening {network}: {done} of {total} million numbers")
            short = self.tr("{done} of {total} million numbers")
            done = whole(said.done // _MILLION)
            total = whole(round(said.total / _MILLION))
        title = network_title(said.current)
        return (
            long.format(network=title, done=done, total=total),
            short.format(done=done, total=total),
        )

    def _retranslate(self) -> None:
        self.setObjectName(self._name)
        self._cancel.setText(self.tr("Cancel"))
        tip = self.tr("Stay with the network that was there before")
        set_names(self._cancel, f"{self._name}_cancel", self.tr("Cancel"), tip)
        self._bar.setAccessibleName(self.tr("Numbers of the network that are there"))
        self.render_progress(self._said, can_cancel=self._can_cancel)
