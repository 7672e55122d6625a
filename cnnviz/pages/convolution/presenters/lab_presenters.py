"""Everything that works behind the Convolution page."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from cnnviz.pages.convolution.presenters.dataset_glance import DatasetGlance
from cnnviz.pages.convolution.presenters.export_presenter import ExportPresenter
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.pages.convolution.presenters.lab_wishes import LabWishes
from cnnviz.pages.convolution.presenters.learned_following import LearnedFollowing
from cnnviz.pages.convolution.presenters.learned_kernels_presenter import (
    LearnedKernelsPresenter,
)
from cnnviz.pages.convolution.presenters.loop_timing import LoopTiming
from cnnviz.pages.convolution.presenters.signal_commands import SignalCommands
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.current_network import NetworkStore
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.workers.dataset_looks import DatasetLooks


class LabPresenters:
    """The presenters of the page, each with one kind of command.

    Attributes
    ----------
    walk
        Settings, place, autoplay, output.
    pictures
        The one picture, shared with the other pages.
    signals
        What only a convolution in one dimension has.
    learned
        The kernels of the current network.
    following
        The learned kernels that go along with a run.
    exports
        Views, animations and numbers written to files.
    files
        Lab files.
    timing
        How long the loops take.
    glance
        Pictures of a data set to choose from.
    wishes
        What other pages wish to see.
    """

    def __init__(
        self,
        store: PictureStore,
        pictures: PicturePresenter,
        networks: NetworkStore,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        self.walk = WalkPresenter(store, undo, parent)
        self.pictures = pictures
        self.signals = SignalCommands(self.walk, parent)
        self.learned = LearnedKernelsPresenter(networks, parent)
        self.following = LearnedFollowing(self.learned, self.walk, parent)
        self.exports = ExportPresenter(self.walk, parent)
        self.files = LabFilePresenter(pictures, self.walk, undo, parent)
        self.timing = LoopTiming(parent)
        self.glance, self.looks = DatasetGlance(parent), DatasetLooks(parent)
        self.wishes = LabWishes(self.files, self.walk, undo, parent)

    def set_watched(self, watched: bool) -> None:
        """Learn whether the page is looked at."""
        self.walk.set_watched(watched)
        self.learned.set_watched(watched)

    def shut_down(self) -> None:
        """End every thread but that of the picture, whose owner is the window."""
        parts = self.glance, self.files, self.exports, self.learned, self.walk
        for part in (*parts, self.timing, self.looks):
            part.shut_down()
