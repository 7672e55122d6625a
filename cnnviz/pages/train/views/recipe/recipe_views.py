"""The row and the sheet of the recipe, between the page and its presenter."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.recipe.recipe_bar import RecipeBar
from cnnviz.pages.train.views.recipe.recipe_sheet import RecipeSheet
from cnnviz.state.run.recipe import preset_of
from cnnviz.state.run.run_state import Run


class RecipeViews(QObject):
    """Pass wishes and states between the views of the recipe and the presenter.

    Attributes
    ----------
    bar
        The row of the page.
    """

    def __init__(self, presenter: TrainPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter, self._page = presenter, page
        self.bar = RecipeBar(page)
        self._sheet: RecipeSheet | None = None
        self.bar.recipe_changed.connect(presenter.change_recipe)
        self.bar.network.chosen.connect(presenter.choices.choose)
        self.bar.network.file_chosen.connect(presenter.choices.open_file)
        self.bar.locked.now.change_requested.connect(self._on_change_requested)
        presenter.recipe.changed.connect(self.render)
        presenter.learner.changed.connect(self.render)
        presenter.choices.store.changed.connect(self._render_networks)
        presenter.recipes.here.store.changed.connect(self.bar.data.render_here)
        self.bar.data.looked_for.connect(self._on_looked_for)
        presenter.recipes.looks.seen.connect(self.bar.data.show_pictures)
        presenter.download.succeeded.connect(presenter.recipes.here.look)
        self.render()

    def make_sheet(self) -> RecipeSheet:
        """Return the sheet, which is kept true from now on."""
        presenter = self._presenter
        sheet = self._sheet = RecipeSheet(self._page)
        sheet.recipe_changed.connect(presenter.change_recipe)
        sheet.preset_chosen.connect(presenter.use_preset)
        sheet.now.change_requested.connect(self._on_change_requested)
        presenter.devices.changed.connect(sheet.render_devices)
        sheet.render_devices(presenter.devices.state)
        self.render()
        return sheet

    @Slot()
    def _on_looked_for(self) -> None:
        self._presenter.recipes.looks.look(self.bar.data.here)

    @Slot()
    def render(self) -> None:
        """Show the recipe of now."""
        presenter = self._presenter
        recipe, problem = presenter.recipe.state, presenter.recipe_problem
        self.bar.render_recipe(recipe, problem)
        if self._sheet is not None:
            preset = preset_of(recipe, presenter.learner.state.network)
            self._sheet.render_recipe(recipe, problem, preset)
        self._render_networks()

    def render_run(self, run: Run) -> None:
        """Show what a run is made of, and what is unusual about its data."""
        self.bar.render_run(run)
        self._render_networks()

    @Slot()
    def _render_networks(self) -> None:
        presenter = self._presenter
        # A run keeps what it began with, whatever is opened meanwhile.
        if not presenter.run.state.is_active:
            # What comes trained twice is trained anew in one way.
            offered = tuple(
                each for each in presenter.choices.store.state if not each.weights_name
            )
            self.bar.render_networks(offered, presenter.learner.state)

    @Slot(str, str)
    def _on_change_requested(self, name: str, text: str) -> None:
        self.bar.render_refusal(self._presenter.change_setting(name, text))
