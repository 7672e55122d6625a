"""Asking for a file to open or save, without holding up the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cnnviz.ui.controls.last_folder import last_folder


def ask_where_to_save(
    parent: QWidget, name: str, title: str, kinds: Sequence[str], suggested: str
) -> QFileDialog:
    """Open a dialog where the last file was, and return it.

    Parameters
    ----------
    parent
        Whose window is asked for.
    name
        Object name of the dialog.
    title, kinds
        Its title, and its name filters.
    suggested
        The file's name; a name without an ending gets that of this one.
    """
    dialog = QFileDialog(parent, title)
    dialog.setObjectName(name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(Path(suggested).suffix)
    return _opened(dialog, suggested)


def ask_what_to_open(
    parent: QWidget, title: str, kinds: Sequence[str] = (), *, folder: bool = False
) -> QFileDialog:
    """Open a dialog for a file of these kinds, or a folder, and return it."""
    dialog, mode = QFileDialog(parent, title), QFileDialog.FileMode
    dialog.setFileMode(mode.Directory if folder else mode.ExistingFile)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, folder)
    if kinds:
        dialog.setNameFilters(kinds)
    return _opened(dialog)


def _opened(dialog: QFileDialog, suggested: str = "") -> QFileDialog:
    folder = last_folder(dialog)
    folder.begin(dialog)
    if suggested:
        dialog.selectFile(suggested)
    dialog.fileSelected.connect(folder.remember)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
