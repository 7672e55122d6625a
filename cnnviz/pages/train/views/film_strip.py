"""How far a film is, and the way to give it up."""

from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from typing_extensions import override

from cnnviz.pages.train.presenters.film_saving import FilmProgress
from cnnviz.state.level import set_level
from cnnviz.state.run.film import FilmWords
from cnnviz.ui.class_text import class_words
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens


class FilmStrip(Retranslated):
    """Show the frames that are drawn while a film is being written; else nothing.

    Attributes
    ----------
    cancel
        The button that gives it up.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._progress = FilmProgress()
        self._words = FittingLabel(self)
        self._words.setObjectName("film_words")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.cancel = QPushButton(self)
        self.cancel.setMinimumHeight(tokens.HIT)
        in_row(
            (self._words, 1), (self._bar, 1), self.cancel, gap=tokens.SPACE_L, of=self
        )
        self._retranslate()

    def render_progress(self, progress: FilmProgress) -> None:
        """Show how far the film is."""
        self._progress = progress
        self.setVisible(progress.is_going)
        self._bar.setRange(0, max(1, progress.frames))
        self._bar.setValue(progress.done)
        text = self.tr("Animation: {done} of {frames} {frames|frame|frames}")
        self._words.setText(filled(text, done=progress.done, frames=progress.frames))

    @override
    def _retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel animation"))
        set_names(
            self.cancel,
            "film_cancel",
            self.tr("Stop making the animation"),
            self.tr("Nothing is left of it"),
        )
        self._bar.setAccessibleName(self.tr("Frames of the animation"))
        self.render_progress(self._progress)

    def film_words(self, labels: Sequence[str]) -> FilmWords:
        """Return what the film of a network says, in the language of now."""
        return FilmWords(
            moment=self.tr("Batch {batch} · epoch {epoch} of {epochs}"),
            first=self.tr("Before the first batch: random weights"),
            loss=self.tr("Loss: mean of 25 batches"),
            kernels=self.tr("Kernels of the first convolution"),
            classes=class_words(labels),
        )
