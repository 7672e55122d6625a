"""Something unexpected happened: what, and a way to tell us."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from cnnviz.engine.shown_text import MOST
from cnnviz.shell.dialogs.about import versions
from cnnviz.ui.controls.buttons import close_button
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.texts import keep_plain, plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_MOST = 20_000  # characters of report that stay readable and copyable


class ErrorReportDialog(HearsLanguage, QDialog):
    """Show unexpected errors as they come, in one window that blocks nothing."""

    def __init__(self, log_file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error_report")
        self._log_file = log_file
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._report = QPlainTextEdit(self)
        self._report.setReadOnly(True)
        self._report.setFont(
            QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        )
        self._copy = QPushButton(self)
        self._copy.setIcon(icon("copy"))
        self._copy.clicked.connect(self._on_copy_clicked)
        self._buttons = close_button(self)
        self._copy.setMinimumHeight(tokens.HIT)
        self._buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        parts = self._words, self._report, self._buttons
        in_column(*parts, gap=tokens.SPACE_L, of=self, margin=tokens.SPACE_XL)
        self.resize(680, 420)
        keep_plain(self)
        self._retranslate()

    @property
    def report(self) -> str:
        """Everything that Copy puts on the clipboard."""
        return self._report.toPlainText()

    def add(self, trace: str) -> None:
        """Append one error; the first one brings the versions along."""
        if not self.report:
            self._report.setPlainText(_heading())
        if len(self.report) < _MOST:
            self._report.appendPlainText(trace)
        self.show()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Unexpected error"))
        self._words.setText(
            self.tr(
                "cnnviz had a problem that we did not expect. You can continue, but "
                "your last action may be lost. Please copy this report and send it to "
                "us (address: see README). The report is also saved in {file}."
            ).format(file=plain(self._log_file, MOST))
        )
        set_names(self._report, "error_text", self.tr("What happened"))
        set_names(self._copy, "error_copy", self.tr("Copy the report"))
        self._copy.setText(self.tr("&Copy"))

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report)


def _heading() -> str:
    try:
        return ", ".join(f"{name} {number}" for name, number in versions().items())
    except Exception as error:  # noqa: BLE001 - a report must never fail itself
        return f"(versions unknown: {error})"
