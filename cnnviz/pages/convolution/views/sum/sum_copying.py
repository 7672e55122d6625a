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
        if self._says_why_not_copied():
            return
        QGuiApplication.clipboard().setText(self._sum.text())
        self.notified.emit(self.tr("The sum is copied."))

    @Slot()
    def _on_copy_latex(self) -> None:
        if self._says_why_not_copied():
            return
        QGuiApplication.clipboard().setText(self._sum.latex())
        self.notified.emit(self.tr("The sum is copied as LaTeX."))

    def _says_why_not_copied(self) -> bool:
        """Whether the sum is too long for the clipboard; it is told."""
        if why_not := self._sum.refusal():
            self.notified.emit(why_not)
        return bool(why_not)
