"""The sum on the clipboard."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.ui.unit_view.sum_row import SumRow


class SumCopying(QObject):
    """Copies the sum, as text or as LaTeX, or says why it cannot be.

    Signals
    -------
    notified(text)
        What was done, or why not.
    """

    notified = Signal(str)

    def __init__(self, shown: SumRow, actions: LabActions, parent: QObject) -> None:
        super().__init__(parent)
        self._sum = shown
        shown.add_actions((actions.copy_sum, actions.copy_latex))
        actions.copy_sum.triggered.connect(self._on_copy_sum)
        actions.copy_latex.triggered.connect(self._on_copy_latex)

    @Slot()
    def _on_copy_sum(self) -> None:
        self._copy(self._sum.text(), self.tr("The sum is copied."))

    @Slot()
    def _on_copy_latex(self) -> None:
        self._copy(self._sum.latex(), self.tr("The sum is copied as LaTeX."))

    def _copy(self, text: str, done: str) -> None:
        """Put a sum on the clipboard, unless it is too long for it; say which."""
        why_not = self._sum.refusal()
        if not why_not:
            QGuiApplication.clipboard().setText(text)
        self.notified.emit(why_not or done)
