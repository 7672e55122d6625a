"""Which pictures become examples, and where a network of own classes is saved."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cnnviz.engine.datasets.files.picture_names import ENDINGS
from cnnviz.ui.controls.file_dialogs import ask_what_to_open, ask_where_to_save

_PATTERNS: Final = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
_WEIGHTS: Final = "(*.safetensors)"


class OwnDialogs(QObject):
    """Ask for files.

    Signals
    -------
    pictures_chosen(paths)
        A list of files, or of one folder.
    to_open(path), to_save(path)
        A file of own classes.
    """

    pictures_chosen = Signal(object)
    to_open = Signal(str)
    to_save = Signal(str)

    def __init__(self, tool: QWidget) -> None:
        super().__init__(tool)
        self._tool = tool

    @Slot()
    def ask_for_pictures(self) -> None:
        """Ask for picture files."""
        some, every = self.tr("Pictures"), self.tr("All files (*)")
        kinds = f"{some} ({_PATTERNS})", every
        title = self.tr("Choose pictures of the class")
        dialog = ask_what_to_open(self._tool, title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_pictures_chosen)

    @Slot()
    def ask_for_folder(self) -> None:
        """Ask for a folder of pictures."""
        title = self.tr("Choose a folder of pictures; folders in it name classes")
        dialog = ask_what_to_open(self._tool, title, folder=True)
        dialog.filesSelected.connect(self._on_pictures_chosen)

    @Slot(list)
    def _on_pictures_chosen(self, paths: list[str]) -> None:
        self.pictures_chosen.emit(paths)

    @Slot()
    def ask_what_to_open(self) -> None:
        """Ask for a file of own classes."""
        kinds = (self._kind(),)
        dialog = ask_what_to_open(self._tool, self.tr("Open own classes"), kinds)
        dialog.fileSelected.connect(self.to_open)

    @Slot()
    def ask_where_to_save(self) -> None:
        """Ask where to save."""
        kinds = (self._kind(),)
        title = self.tr("Save network and examples")
        name = self.tr("own classes") + ".safetensors"
        dialog = ask_where_to_save(self._tool, "own_save_dialog", title, kinds, name)
        dialog.fileSelected.connect(self.to_save)

    def _kind(self) -> str:
        of_ours = self.tr("Own classes")
        return f"{of_ours} {_WEIGHTS}"
