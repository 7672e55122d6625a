"""Who works behind the Network page."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.pages.network.model.network_draft import draft_of
from cnnviz.pages.network.presenters.built_network import BuiltNetwork
from cnnviz.pages.network.presenters.change_presenter import ChangePresenter
from cnnviz.pages.network.presenters.changed_copy import ChangedCopy
from cnnviz.pages.network.presenters.closer import CloserPresenter
from cnnviz.pages.network.presenters.comparison import ComparisonPresenter
from cnnviz.pages.network.presenters.editor_presenter import EditorPresenter
from cnnviz.pages.network.presenters.network_files import NetworkFiles
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.state.followed_network import FollowedNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter


class NetworkPresenters(QObject):
    """All presenters of the page, put together.

    Parameters
    ----------
    picture
        The shared picture, and what is done with it.
    choices
        The networks to choose from, and the one that classifies: the page looks at that
        one until another is chosen on it.
    undo
        The window's steps.
    parent
        Of every part.
    """

    def __init__(
        self,
        picture: PicturePresenter,
        choices: NetworkChoices,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._followed = FollowedNetwork(choices.current, parent)
        looked_at = self._followed.store
        self.choices = NetworkChoices(looked_at, (), parent, among=choices)
        self.network = NetworkPresenter(picture.store, looked_at, parent)
        copy = ChangedCopy(self.network, looked_at, undo, parent)
        self.files = NetworkFiles(self.network, parent)
        self.changes = ChangePresenter(self.network, copy, self.files.writing, parent)
        editor = EditorPresenter(undo, draft_of(looked_at.state.network), parent)
        self.built = BuiltNetwork(editor, self.network, self.choices, parent)
        self.comparison = ComparisonPresenter(self.network, self.choices, parent)
        self.closer = CloserPresenter(self.network, picture, parent)
        picture.dataset_picture_taken.connect(self.network.note_label)

    @Slot(str, int, int, int)
    def open_unit(self, layer: str, channel: int, row: int, column: int) -> None:
        """Open a number of the network that classifies, as another page shows it."""
        self._followed.follow()
        self.network.open_unit(layer, channel, row, column)

    def shut_down(self) -> None:
        """End every thread."""
        for part in (
            self.comparison,
            self.closer,
            self.built.editor,
            self.files,
            self.network,
            self.choices,
        ):
            part.shut_down()
