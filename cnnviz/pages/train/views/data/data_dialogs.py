"""Which folder or file is to be learned from."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.pages.train.views.data.data_paths import DATA_PATTERNS
from cnnviz.ui.controls.file_dialogs import ask_what_to_open


class DataDialogs(QObject):
    """Ask for data on the disk.

    Signals
    -------
    data_chosen(path)
        This folder or file is to be learned from.
    """

    data_chosen = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    @Slot()
    def ask_for_folder(self) -> None:
        """Ask for a folder."""
        title = self.tr("Choose a folder of pictures, or with the files of a dataset")
        dialog = ask_what_to_open(self._page, title, folder=True)
        dialog.fileSelected.connect(self.data_chosen)

    @Slot()
    def ask_for_file(self) -> None:
        """Ask for a file."""
        some, every = self.tr("Data files"), self.tr("All files (*)")
        kinds = f"{some} ({DATA_PATTERNS})", every
        dialog = ask_what_to_open(self._page, self.tr("Choose a file of data"), kinds)
        dialog.fileSelected.connect(self.data_chosen)
