"""Where to save a report of the run that is shown, and of which kind."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cnnviz.engine.reports.words import Words
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.ui.controls.file_dialogs import ask_where_to_save
from cnnviz.ui.i18n import current_language


class ReportDialog(QObject):
    """Ask where to when the action is triggered, and let the presenter write."""

    def __init__(
        self, presenter: TrainPresenter, actions: TrainActions, page: QWidget
    ) -> None:
        super().__init__(page)
        self._presenter, self._page = presenter, page
        self._dialog: QFileDialog | None = None
        actions.report.triggered.connect(self._on_report_triggered)

    @Slot()
    def _on_report_triggered(self) -> None:
        kinds = (
            self.tr("Page with everything about the run (*.html)"),
            self.tr("Numbers of every batch and epoch (*.csv)"),
            self.tr("Numbers for programs (*.json)"),
            self.tr("Curves, sharp at any size (*.svg)"),
            self.tr("Curves as a picture (*.png)"),
            self.tr("Settings as a PyTorch program (*.py)"),
        )
        title, file = self.tr("Save report"), self.tr("report") + ".html"
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
