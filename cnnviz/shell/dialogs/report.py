"""A text to be sent to us: read, copied, and where the log lies. Nothing sends it."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.shell.dialogs.about import versions
from cnnviz.ui.controls.buttons import close_button
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.texts import keep_plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


class ReportDialog(HearsLanguage, QDialog):
    """Words above a report in fixed type; it can be copied, and the log's folder opened.

    What is said above, and what stands in the report, is a kind's own.
    """

    def __init__(self, name: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._folder = folder
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._report = QPlainTextEdit(self)
        self._report.setReadOnly(True)
        self._report.setFont(
            QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        )
        self._buttons = close_button(self)
        self._copy, self._open = QPushButton(self), QPushButton(self)
        for button, icon_name in ((self._copy, "copy"), (self._open, "open")):
            button.setIcon(icon(icon_name))
            button.setMinimumHeight(tokens.HIT)
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        parts = self._words, self._report, self._buttons
        in_column(*parts, gap=tokens.SPACE_L, of=self, margin=tokens.SPACE_XL)
        self.resize(680, 420)
        keep_plain(self)

    @property
    def report(self) -> str:
        """Everything that Copy puts on the clipboard."""
        return self._report.toPlainText()

    @override
    def _retranslate(self) -> None:
        name = self.objectName()
        set_names(self._report, f"{name}_text", self.tr("What happened"))
        tip = self.tr("Copy the report, so that you can paste it into a message")
        set_names(self._copy, f"{name}_copy", self.tr("Copy the report"), tip)
        self._copy.setText(self.tr("&Copy"))
        tip = self.tr("Show the folder with the log and the reports of crashes")
        set_names(self._open, f"{name}_folder", self.tr("Open log folder"), tip)
        self._open.setText(self.tr("Open log &folder"))

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report)

    @Slot()
    def _on_open_clicked(self) -> None:
        if not show_folder(self._folder):
            self._report.appendPlainText(str(self._folder))


def show_folder(folder: Path) -> bool:
    """Open a folder in the system's own window for files; say whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def heading() -> str:
    """Return the versions in one line."""
    try:
        return ", ".join(f"{name} {number}" for name, number in versions().items())
    except Exception as error:  # noqa: BLE001 - a report must never fail itself
        return f"(versions unknown: {error})"
