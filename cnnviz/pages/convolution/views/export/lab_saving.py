"""Asking where a lab file is to be written."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cnnviz.pages.convolution.model.lab_file import SUFFIX
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.ui.controls.last_folder import last_folder


class LabSaving(QObject):
    """Asks for a name without holding up the window, then saves."""

    def __init__(self, presenter: LabFilePresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page
        self._dialog: QFileDialog | None = None
        self._path = ""
        presenter.opened.connect(self._on_lab_named)
        presenter.saved.connect(self._on_lab_named)

    @Slot(str)
    def _on_lab_named(self, path: str) -> None:
        """Suggest the name again under which the lab was opened or saved."""
        self._path = path

    @Slot()
    def ask(self) -> None:
        """Open the dialog that asks for a file's name."""
        if self._dialog is None:
            dialog = QFileDialog(self._page)
            dialog.setObjectName("save_lab_dialog")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(SUFFIX[1:])
            dialog.fileSelected.connect(last_folder(dialog).remember)
            dialog.fileSelected.connect(self._presenter.save)
            self._dialog = dialog
        self._dialog.setWindowTitle(self.tr("Save lab"))
        self._dialog.setNameFilters([self.tr("Lab files") + f" (*{SUFFIX})"])
        last_folder(self._dialog).begin(self._dialog)
        self._dialog.selectFile(self._path or self.tr("lab") + SUFFIX)
        self._dialog.open()
