"""What other pages wish to see in the lab."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.lab_of_wish import lab_of
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.pages.convolution.presenters.settings_commands import PAGE
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.lab_wish import LabWish
from cnnviz.state.undo import change_together


class LabWishes(QObject):
    """Show what is wished for as picture, settings and place: one undo step.

    Signals
    -------
    shown(said)
        It is there; what the status line says of it.
    failed(error)
        The lab cannot hold it, and nothing was changed: a ``CnnvizError``.
    """

    shown = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        files: LabFilePresenter,
        walk: WalkPresenter,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._files, self._walk, self._undo = files, walk, undo

    @Slot(object)
    def show(self, wish: LabWish) -> None:
        """Show it, or say why not."""
        try:
            lab = lab_of(wish, self._walk.commands.settings)
        except CnnvizError as error:
            self.failed.emit(error)
            return
        files, label = self._files, self.tr("Take from the network")
        parts = files.replacements(lab)
        change_together(self._undo, parts, label, files.batch_updates, PAGE)
        self._walk.look_at(lab.view)
        self.shown.emit(wish.said)
