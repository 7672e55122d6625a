"""Asking where a lab file is to be written."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.pages.convolution.model.lab_file import SUFFIX
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.ui.controls.file_dialogs import ask_where_to_save


class LabSaving(QObject):
    """Asks for a name without holding up the window, then saves."""

    def __init__(self, presenter: LabFilePresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page
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
        dialog = ask_where_to_save(
            self._page,
            "save_lab_dialog",
            self.tr("Save experiment"),
            [self.tr("cnnviz experiments") + f" (*{SUFFIX})"],
            self._path or self.tr("experiment") + SUFFIX,
        )
        dialog.fileSelected.connect(self._presenter.save)
