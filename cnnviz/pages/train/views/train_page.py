"""The Train page: a recipe, its curves, and a drawing inside the growing network."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.presenters.ways_out import WaysOut
from cnnviz.pages.train.views.data.data_dialogs import DataDialogs
from cnnviz.pages.train.views.data.data_paths import looks_like_data
from cnnviz.pages.train.views.headline import Headline
from cnnviz.pages.train.views.kept_runs import KeptRuns
from cnnviz.pages.train.views.live_panel import LivePanel
from cnnviz.pages.train.views.recipe.recipe_views import RecipeViews
from cnnviz.pages.train.views.report_dialog import ReportDialog
from cnnviz.pages.train.views.run_controls import RunControls
from cnnviz.pages.train.views.run_notices import RunNotices
from cnnviz.pages.train.views.run_wishes import RunWishes
from cnnviz.pages.train.views.tools_beside import tools_beside
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.pages.train.views.train_tools import TrainTools
from cnnviz.pages.train.views.weights_dialog import WeightsDialog
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.level import set_chrome
from cnnviz.state.run.recipe import BUILTIN
from cnnviz.state.run.run_findings import is_going
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.tool_row import ToolRow
from cnnviz.ui.controls.tool_switch import Tool
from cnnviz.ui.keyboard.tab_order import set_tab_order_from_layout
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.maps_page import MapsPage
from cnnviz.ui.numbers import whole
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    from cnnviz.pages.train.views.step.step_tool import StepTool

_LOW = 600
"""Pixels of height below which the page says the same in less room."""

_SHARES = (60, 40)
"""Of the width: the tool, and the network beside it."""


class TrainPage(MapsPage):
    """Compose the Train page and pass wishes and states between it and the presenter.

    Signals
    -------
    picture_wanted(shared)
        This ``SharedPicture`` is to be the picture of all pages.
    data_wanted(data), recipe_wanted(recipe)
        A tool of the page asks for other data, or another recipe.
    """

    picture_wanted = Signal(object)
    data_wanted = Signal(str)
    recipe_wanted = Signal(object)

    key = "train"
    icon_name = "train"
    needs_torch = True

    def __init__(
        self, train_presenter: TrainPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = train_presenter
        self._is_flat = False
        self._actions = TrainActions(self)
        self._controls = RunControls(self._actions, self)
        self._headline = Headline(self, beside=self._controls)
        self._ways_out = WaysOut(train_presenter, self)
        self._recipes = RecipeViews(train_presenter, self)
        self._recipe = self._recipes.bar
        self._wishes = RunWishes(self._actions, train_presenter, self)
        self._step: StepTool | None = None
        run = self._presenter.run.state
        tools = self._tools_to_make()
        self._tools = TrainTools(tools, run, self)
        outcome = self._actions.use, self._actions.save
        self._row = ToolRow(tools, outcome, self)
        self._live = LivePanel(self)
        self._view = self._live.view
        self._notices = RunNotices(self)
        self._kept = KeptRuns(train_presenter, self._actions, self)
        self._report = ReportDialog(train_presenter, self._actions, self)
        self._weights = WeightsDialog(train_presenter, self._actions, self)
        self._dialogs = DataDialogs(self)
        self._lay_out()
        self._connect_wishes()
        self._connect_states()
        self._retranslate()
        self._render_learner()
        self._on_run_changed(self._presenter.run.state, None)

    def _lay_out(self) -> None:
        set_chrome(self._recipe, self._row)
        left, right = _SHARES
        body = in_row((self._tools, left), (self._live, right), gap=tokens.SPACE_XXXL)
        column = in_column(
            self._headline,
            self._recipe,
            self._notices,
            self._row,
            (body, 1),
            self._kept.film,
            gap=tokens.SPACE_M,
            of=self,
        )
        column.setContentsMargins(
            tokens.SPACE_XL, tokens.SPACE_L, tokens.SPACE_XL, tokens.SPACE_M
        )

    def _tools_to_make(self) -> list[Tool]:
        """Return what can stand in the place of the curves, and its actions."""
        actions = self._actions
        return [
            (actions.curves, self._make_curves),
            (actions.one_step, self._make_step),
            (actions.layers, self._make_layers),
            *tools_beside(actions, self._presenter.beside, self),
            (actions.recipe, self._recipes.make_sheet),
        ]

    def _make_curves(self) -> QWidget:
        from cnnviz.pages.train.views.run_plots import RunPlots  # 80 ms, 25 MB

        self._plots = RunPlots(self)
        return self._plots

    def _make_step(self) -> QWidget:
        from cnnviz.pages.train.views.step.step_tool import StepTool

        tool = StepTool(self._presenter.steps, self._actions, self)
        tool.set_reduced_motion(self._view.zoom.reduced_motion)
        tool.notified.connect(self.status_message)
        self._step = tool
        return tool

    def _make_layers(self) -> QWidget:
        from cnnviz.pages.train.views.layers.layers_tool import LayersTool

        scores = self._presenter.beside.scores
        return LayersTool(self._presenter.layers, self, scores)

    @Slot()
    def _on_tool_opened(self) -> None:
        self._live.setVisible(not self._tools.is_wide)
        self._recipe.setVisible(not self._tools.is_tall)
        set_tab_order_from_layout(self)

    def _connect_wishes(self) -> None:
        presenter, actions, said = self._presenter, self._actions, self._notices
        self._recipe.folder_requested.connect(self._dialogs.ask_for_folder)
        self._recipe.file_requested.connect(self._dialogs.ask_for_file)
        self._recipe.drawings_requested.connect(self._on_drawings_requested)
        self._recipe.mixture_requested.connect(self._on_mixture_requested)
        self.data_wanted.connect(presenter.use_data)
        self.recipe_wanted.connect(presenter.change_recipe)
        actions.use.triggered.connect(presenter.use_network)
        self._dialogs.data_chosen.connect(presenter.use_data)
        said.builtin.clicked.connect(partial(presenter.use_data, BUILTIN))
        said.folder.clicked.connect(self._dialogs.ask_for_folder)
        said.download_mnist.clicked.connect(presenter.download.begin)
        said.cancel.clicked.connect(presenter.download.cancel)
        said.dismiss.clicked.connect(presenter.forget_problem)
        said.offer.go_on.clicked.connect(presenter.go_on)
        said.offer.discard.clicked.connect(presenter.offers.discard)
        self._view.notified.connect(self.status_message)
        self._view.unit_requested.connect(self._on_unit_requested)
        self._tools.opened.connect(self._on_tool_opened)
        self._headline.way_chosen.connect(self._ways_out.take)

    def _connect_states(self) -> None:
        presenter = self._presenter
        presenter.recipe.changed.connect(self._render_learner)
        presenter.learner.changed.connect(self._render_learner)
        presenter.awaiting.seen.changed.connect(self._live.render_awaiting)
        self.refuse_until(
            failed=presenter.choices.failed, done=presenter.choices.chosen
        )
        presenter.run.changed.connect(self._on_run_changed)
        presenter.beside.races.running_changed.connect(self._render_actions)
        presenter.download.state.changed.connect(self._notices.render_download)
        presenter.download.state.changed.connect(self._controls.render_download)
        presenter.offers.store.changed.connect(self._notices.render_offer)
        presenter.offers.failed.connect(self._notices.say_problem)
        presenter.shelf.failed.connect(self._notices.say_problem)
        presenter.film.saved.connect(self._on_file_saved)
        presenter.film.failed.connect(self._notices.say_problem)
        presenter.report.writing.saved.connect(self._on_file_saved)
        presenter.report.writing.failed.connect(self._notices.say_problem)
        self.refuse_until(
            failed=presenter.following.failed, done=presenter.following.opened
        )
        presenter.network_used.connect(self._on_network_used)
        presenter.saving.changed.connect(self._render_actions)
        presenter.saving.saved.connect(self._on_file_saved)
        presenter.saving.failed.connect(self._notices.say_problem)

    @override
    def title(self) -> str:
        return self.tr("Train")

    @override
    def page_actions(self) -> Sequence[QAction]:
        return self._actions.all()

    @override
    def set_shown(self, shown: bool) -> None:
        super().set_shown(shown)
        if shown:
            self._tools.show_tool()
        self._presenter.set_watched(shown)
        if shown:
            self._presenter.recipes.ask_devices()
            self._presenter.recipes.here.look()
            self._presenter.offers.look()
            self._presenter.awaiting.look()

    @override
    def set_reduced_motion(self, reduced: bool) -> None:
        super().set_reduced_motion(reduced)
        if self._step is not None:
            self._step.set_reduced_motion(reduced)

    @override
    def _retranslate(self) -> None:
        self._actions.retranslate()

    @Slot()
    def _render_learner(self) -> None:
        self._render_live(self._presenter.run.state)
        self._render_actions()

    @Slot(object, object)
    def _on_run_changed(self, new: Run, _old: Run | None) -> None:
        # In the page, not the status line: whatever is pointed at would wipe it out.
        self._recipes.render_run(new)
        self._headline.render_run(new)
        self._tools.render_run(new)
        self._render_live(new)
        self._controls.render_run(new)
        self._notices.render_run(new)
        self._render_actions()

    def _render_live(self, run: Run) -> None:
        self._live.render_snapshot(
            run.timeline.shown,
            run.network or self._presenter.learner.state.network,
            looks_back=run.timeline.chosen is not None,
            is_going=is_going(run),
        )

    @Slot()
    def _render_actions(self) -> None:
        presenter = self._presenter
        self._actions.render(
            presenter.run.state, presenter.recipe_problem, presenter.saving.is_going
        )

    @Slot()
    def _on_drawings_requested(self) -> None:
        self._open_data("drawings")

    @Slot()
    def _on_mixture_requested(self) -> None:
        self._open_data("pictures", typing=True)

    def _open_data(self, part: str, *, typing: bool = False) -> None:
        """Open a part of the Data tool, which is made with it."""
        from cnnviz.pages.train.views.data.data_tool import DataTool

        self._actions.data.setChecked(True)
        tool = self._tools.currentWidget()
        if isinstance(tool, DataTool):
            tool.open_part(part, typing=typing)

    @override
    def take_path(self, path: str) -> bool:
        """Learn from a folder or a file of data that was dropped on the page."""
        if is_data := not self._presenter.is_running and looks_like_data(path):
            self._presenter.use_data(path)
        return is_data

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._kept.place()
        if (self.height() < _LOW) != self._is_flat:
            # Not while the parts are being laid out: their new sizes would be missed.
            QTimer.singleShot(0, self, self._render_flat)

    @Slot()
    def _render_flat(self) -> None:
        """Say the same in less room while the window is low."""
        self._is_flat = self.height() < _LOW
        self._headline.set_flat(self._is_flat)
        self._controls.set_flat(self._is_flat)

    @override
    def minimumSizeHint(self) -> QSize:
        # What it needs where it is low; while it is high, it has more than that.
        needed = super().minimumSizeHint()
        saved = 0 if self._is_flat else RunControls.SAVED
        return QSize(needed.width(), needed.height() - saved)

    @override
    def present_step(self, by: int) -> None:
        self._wishes.step(by)

    @override
    def go_back(self) -> bool:
        """Close the list of runs, or the map that is open."""
        return self._kept.close() or self._tools.go_back() or super().go_back()

    @Slot(str, int, int, int)
    def _on_unit_requested(
        self, layer: str, channel: int, row: int, column: int
    ) -> None:
        """Show a number of the network as of the moment that is looked at."""
        if self._presenter.choose_network():
            self.unit_requested.emit(layer, channel, row, column)
            return
        text = self.tr("A number can be opened once the network has learned a batch.")
        self.notified.emit(text)

    @Slot(object)
    def _on_network_used(self, used: CurrentNetwork) -> None:
        text = self.tr("The Draw page now uses this network as of batch {batch}.")
        self._say(text.format(batch=whole(used.step)))

    @Slot(object)
    def _on_file_saved(self, path: Path) -> None:
        self._say(self.tr("Saved {name}.").format(name=plain(path.name)))

    def _say(self, notice: str) -> None:
        """Say what was just done, where a refusal was said before."""
        self._notices.forget()
        self._controls.say(notice)
