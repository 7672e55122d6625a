"""What is shown beside the one run of the Train page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.pages.train.presenters.data.data_tools import DataTools
from cnnviz.pages.train.presenters.download_presenter import DownloadPresenter
from cnnviz.pages.train.presenters.held_out_pictures import HeldOutPictures
from cnnviz.pages.train.presenters.lanes.kept_lanes import KeptLanes
from cnnviz.pages.train.presenters.lanes.race_presenter import RacePresenter
from cnnviz.pages.train.presenters.lanes.sweep_following import SweepFollowing
from cnnviz.pages.train.presenters.recipe_presenter import RecipePresenter
from cnnviz.pages.train.presenters.run_shelf import RunShelf
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.run.moments import holds_runs, is_run

if TYPE_CHECKING:
    from cnnviz.state.run.probe_scores import Scores
    from cnnviz.state.store import Store


class BesideTraining(QObject):
    """Hold the presenters of the tools that show more than the run of now.

    Attributes
    ----------
    held_out
        The pictures that the run is measured on.
    data
        What is to be learned from, and own drawings.
    races, kept
        Runs side by side: those of a race, and those that folders keep.
    sweep
        All runs of one folder.
    scores
        How sure the network was of the picture over the run, where that is counted.

    Signals
    -------
    compare_wanted()
        Runs are to be seen beside each other.
    run_wanted(folder)
        The folder of one run is to be shown.
    """

    compare_wanted = Signal()
    run_wanted = Signal(str)

    def __init__(
        self,
        engine: TrainingEngine,
        pictures: PictureStore,
        recipes: RecipePresenter,
        download: DownloadPresenter,
        shelf: RunShelf,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.held_out = HeldOutPictures(engine, self)
        self.races = RacePresenter(engine, pictures, recipes.recipe, self)
        self.data = DataTools(engine, recipes, download, self)
        self.kept = KeptLanes(shelf, pictures, self)
        self.sweep = SweepFollowing(self)
        self.scores: Store[Scores] | None = None
        self.kept.wanted.connect(self.sweep.close)
        self.kept.wanted.connect(self.compare_wanted)
        self.sweep.opened.connect(self.compare_wanted)

    @Slot(str)
    def open(self, folder: str) -> None:
        """Show the run of a folder, or the runs in it beside each other."""
        if is_run(folder) or not holds_runs(folder):
            self.run_wanted.emit(folder)  # where what is no run is refused
        else:
            self.sweep.open(folder)

    def shut_down(self) -> None:
        """End every thread and wait for it."""
        self.held_out.shut_down()
        self.races.shut_down()
        self.kept.shut_down()
        self.data.shut_down()
        self.sweep.shut_down()
