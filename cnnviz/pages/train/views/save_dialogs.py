"""Where to save weights, films and reports: the dialogs of the Train page."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cnnviz.engine.reports.words import Words
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.film_strip import FilmStrip
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.ui.controls.file_dialogs import ask_where_to_save
from cnnviz.ui.i18n import current_language
from cnnviz.ui.theme.theme import is_dark


class SaveDialogs(QObject):
    """Ask where to, and let the presenter write."""

    def __init__(self, presenter: TrainPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter, self._page = presenter, page
        self._film: FilmStrip | None = None
        self._dialog: QFileDialog | None = None

    def offer(self, actions: TrainActions, film: FilmStrip) -> None:
        """Open a dialog when one of the actions is triggered."""
        self._film = film
        actions.save.triggered.connect(self._on_save_triggered)
        actions.film.triggered.connect(self._on_film_triggered)
        actions.report.triggered.connect(self._on_report_triggered)

    @Slot()
    def _on_save_triggered(self) -> None:
        seen = self._presenter.run.state.network_seen
        name = "weights" if seen is None else seen.network.name
        title, kinds = self.tr("Save weights"), (self.tr("Weights (*.safetensors)"),)
        file = f"{name}.safetensors"
        dialog = ask_where_to_save(
            self._page, "save_weights_dialog", title, kinds, file
        )
        dialog.fileSelected.connect(self._on_save_selected)

    @Slot(str)
    def _on_save_selected(self, path: str) -> None:
        self._presenter.save_weights(Path(path))

    @Slot()
    def _on_film_triggered(self) -> None:
        title, kinds = self.tr("Save film"), ("GIF (*.gif)", "WebP (*.webp)")
        dialog = ask_where_to_save(
            self._page, "save_film_dialog", title, kinds, "run.gif"
        )
        dialog.fileSelected.connect(self._on_film_selected)

    @Slot(str)
    def _on_film_selected(self, path: str) -> None:
        if self._film is not None:
            words, dark = self._film.film_words(), is_dark(self._page.palette())
            self._presenter.film.save(Path(path), words, dark=dark)

    @Slot()
    def _on_report_triggered(self) -> None:
        kinds = (
            self.tr("Page with all of the run (*.html)"),
            self.tr("Numbers of every batch and epoch (*.csv)"),
            self.tr("Numbers for programs (*.json)"),
            self.tr("Curves, sharp at any size (*.svg)"),
            self.tr("Curves as a picture (*.png)"),
            self.tr("Recipe as a program of PyTorch (*.py)"),
        )
        title, file = self.tr("Save report"), "report.html"
        dialog = ask_where_to_save(self._page, "save_report_dialog", title, kinds, file)
        dialog.filterSelected.connect(self._on_filter_selected)
        dialog.fileSelected.connect(self._on_report_selected)
        self._dialog = dialog

    @Slot(str)
    def _on_filter_selected(self, kind: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(kind.rpartition("*")[2].rstrip(")"))

    @Slot(str)
    def _on_report_selected(self, path: str) -> None:
        self._presenter.report.save(Path(path), Words(current_language()))
