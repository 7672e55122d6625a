"""The list of kept runs over the Train page, and the film of the one that is shown."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.film_strip import FilmStrip
from cnnviz.pages.train.views.runs_panel import RunsPanel
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.ui.controls.file_dialogs import ask_what_to_open, ask_where_to_save
from cnnviz.ui.theme.theme import is_dark


class KeptRuns(QObject):
    """Join the list and the film to the page's actions and its presenter.

    Attributes
    ----------
    panel, film
        The list, and how far the film is.
    """

    def __init__(
        self, presenter: TrainPresenter, actions: TrainActions, page: QWidget
    ) -> None:
        super().__init__(page)
        self._presenter, self._page = presenter, page
        self.panel, self.film = RunsPanel(presenter.shelf, page), FilmStrip(page)
        actions.runs.triggered.connect(self.panel.show_list)
        actions.film.triggered.connect(self._on_film_triggered)
        self.panel.open_requested.connect(presenter.following.open)
        self.panel.folder_requested.connect(self._on_folder_requested)
        self.film.cancel.clicked.connect(presenter.film.cancel)
        presenter.film.progress.changed.connect(self.film.render_progress)

    def place(self) -> None:
        """Lay the list over all of the page but its margins."""
        column = self._page.layout()
        if column is not None:
            room = self._page.rect().marginsRemoved(column.contentsMargins())
            self.panel.setGeometry(room)

    def close(self) -> bool:
        """Close the list; whether it was open."""
        is_open = self.panel.isVisible()
        self.panel.hide()
        return is_open

    @Slot()
    def _on_folder_requested(self) -> None:
        title = self.tr("Choose the folder of a run, or of several")
        dialog = ask_what_to_open(self._page, title, folder=True)
        dialog.fileSelected.connect(self.panel.hide)
        dialog.fileSelected.connect(self._presenter.beside.open)

    @Slot()
    def _on_film_triggered(self) -> None:
        title, kinds = self.tr("Save animation"), ("GIF (*.gif)", "WebP (*.webp)")
        file = self.tr("run") + ".gif"
        dialog = ask_where_to_save(self._page, "save_film_dialog", title, kinds, file)
        dialog.fileSelected.connect(self._on_film_selected)

    @Slot(str)
    def _on_film_selected(self, path: str) -> None:
        network, dark = self._presenter.run.state.network, is_dark(self._page.palette())
        words = self.film.film_words(() if network is None else network.labels)
        self._presenter.film.save(Path(path), words, dark=dark)
