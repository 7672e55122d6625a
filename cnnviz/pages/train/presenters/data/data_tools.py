"""What the Data tool of the Train page asks and shows."""

from PySide6.QtCore import QObject

from cnnviz.engine.datasets.loading import drawings_folder
from cnnviz.engine.networks.layers import Network
from cnnviz.pages.train.presenters.data.data_looks import DataLooks
from cnnviz.pages.train.presenters.data.own_drawings import OwnDrawingsPresenter
from cnnviz.pages.train.presenters.download_presenter import DownloadPresenter
from cnnviz.pages.train.presenters.recipe_presenter import RecipePresenter
from cnnviz.pages.train.presenters.training_engine import TrainingEngine


class DataTools(QObject):
    """Hold the presenters of the Data tool.

    Attributes
    ----------
    looks
        The data of the recipe, read to be looked at.
    drawings
        The collection of own drawings.
    recipe
        What is asked of the next run.
    download
        Fetches MNIST where it is not here.
    """

    def __init__(
        self,
        engine: TrainingEngine,
        recipes: RecipePresenter,
        download: DownloadPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._recipes = recipes
        self.recipe, self.download = recipes.recipe, download
        self.looks = DataLooks(engine, recipes, self)
        download.succeeded.connect(self.looks.again)
        self.drawings = OwnDrawingsPresenter(drawings_folder(), self)

    @property
    def network(self) -> Network:
        """What is to learn."""
        return self._recipes.learner.state.network

    def shut_down(self) -> None:
        """End every thread."""
        self.looks.shut_down()
        self.drawings.shut_down()
