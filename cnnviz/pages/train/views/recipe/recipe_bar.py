"""The row at the top of the Train page: what a run is made of."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import MOST
from cnnviz.pages.train.views.recipe.field_texts import IN_ROW
from cnnviz.pages.train.views.recipe.locked_recipe import LockedRecipe
from cnnviz.pages.train.views.recipe.recipe_fields import RecipeFields
from cnnviz.pages.train.views.recipe.recipe_words import data_title, run_line
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.run.recipe import Recipe
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_chooser.network_field import NetworkField
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.picture_choice.dataset_choice import DatasetChoice
from cnnviz.ui.texts import plain, sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_DATASETS: Final = tuple(
    key for key, dataset in KNOWN_DATASETS.items() if dataset.load is not None
)
_DIFFERS: Final = "mnist_content_differs"
_FOLDER: Final = "?folder"
_FILE: Final = "?file"
_DRAWINGS: Final = "?drawings"
_MIXTURE: Final = "?mixture"
_OTHERS: Final = {
    _DRAWINGS: "draw_drawings",
    _MIXTURE: "dataset",
    _FOLDER: "open",
    _FILE: "open",
}
"""What opens something to choose with, after the data sets, and its sign."""


class RecipeBar(Retranslated):
    """Show a recipe as fields; while a run goes, as one line with a lock.

    Attributes
    ----------
    network
        Names what learns; its menu has the networks of the other pages.
    fields
        The fields of the row.
    locked
        What is shown of the recipe while a run goes.

    Signals
    -------
    recipe_changed(recipe)
        A field was changed; the rest is as it was rendered last.
    folder_requested(), file_requested()
        The data set is to be a folder, or a file, that is not chosen yet.
    drawings_requested(), mixture_requested()
        It is to be the own drawings, or a mixture that is not typed yet.
    """

    recipe_changed = Signal(object)
    folder_requested = Signal()
    file_requested = Signal()
    drawings_requested = Signal()
    mixture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipe = Recipe()
        self._problem: CnnvizError | None = None
        self._refused: CnnvizError | None = None
        self._notes: tuple[CnnvizError, ...] = ()
        self._run = Run()
        self._learner: CurrentNetwork | None = None
        self._row = QWidget(self)
        self.data = DatasetChoice(_DATASETS, self._row)
        self.network = NetworkField("train", self._row)
        self.fields = RecipeFields((), self._row)
        self.fields.add("data", self.data)
        self.fields.add("network", self.network)
        for name in IN_ROW[2:]:
            self.fields.make(name, self._row)
        self.locked = LockedRecipe(self)
        self._reason = FittingLabel(self)
        self._reason.setObjectName("recipe_problem")
        for key, sign in _OTHERS.items():
            self.data.addItem(icon(sign), "", key)
        self._lay_out()
        self.data.activated.connect(self._on_data_chosen)
        self.fields.recipe_changed.connect(self.recipe_changed)
        self._retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_M)
        grid.setVerticalSpacing(tokens.SPACE_XS)
        for column, name in enumerate(IN_ROW):
            grid.addWidget(self.fields.labels[name], 0, column)
            grid.addWidget(self.fields.fields[name], 1, column)
            is_wide = name in ("data", "network", "optimizer")
            grid.setColumnStretch(column, 5 if is_wide else 3)
        for before, after in pairwise(IN_ROW):
            self.setTabOrder(self.fields.fields[before], self.fields.fields[after])
        self.data.setMinimumWidth(92)  # "Embutidos", pressed, is readable
        self.locked.hide()
        parts = self._row, self.locked, self._reason
        in_column(*parts, gap=tokens.SPACE_XS, of=self)

    def render_recipe(self, recipe: Recipe, problem: CnnvizError | None) -> None:
        """Show what was asked for, and what is wrong with it."""
        self._recipe, self._problem = recipe, problem
        self._render_data(recipe.data)
        self.fields.render_recipe(recipe, problem)
        self._render_problem()

    def render_networks(
        self, offered: tuple[CurrentNetwork, ...], learner: CurrentNetwork
    ) -> None:
        """Show what can be chosen to learn, and what was."""
        if self.network.render_state(offered, learner, learner):
            self._learner = learner
            self._name_network()
            self._render_problem()

    def _let_go(self) -> None:
        """Leave the keyboard to the page: Qt would hand it on to the learning rate."""
        field = self.focusWidget()
        if field is not None:
            field.clearFocus()

    def render_run(self, run: Run) -> None:
        """Show what a run is made of, and what is unusual about its data."""
        before, self._run = self._run, run
        self._notes = () if run.started is None else run.started.notes
        if run.is_active and not before.is_active:
            self._let_go()
        self.fields.render_locked(run.is_active)
        self._name_network()
        self._row.setVisible(not run.is_active)
        self.locked.setVisible(run.is_active)
        self.locked.render_run(run)
        if not run.is_active or run.changes != before.changes:
            self._refused = None
        facts = "started", "is_active", "changes", "phase"
        if any(getattr(before, name) != getattr(run, name) for name in facts):
            self._render_problem()

    def render_refusal(self, refused: CnnvizError | None) -> None:
        """Say why the run does not go on with a setting that was typed."""
        self._refused = refused
        self._render_problem()

    def _render_data(self, data: str) -> None:
        with QSignalBlocker(self.data):
            if self.data.findData(data) < 0:
                place = self.data.count() - len(_OTHERS)
                self.data.insertItem(place, data_title(data), data)
                where = plain(data, MOST)
                self.data.setItemData(place, where, Qt.ItemDataRole.ToolTipRole)
            self.data.setCurrentIndex(self.data.findData(data))

    def _render_problem(self) -> None:
        problem = self._refused if self._run.is_active else self._problem
        said = self._notes if problem is None else (problem,)
        whole = " ".join(map(sentence, said)) or self._quiet_text()
        is_short = problem is None and self._notes
        self._reason.setText(self._notes_text() if is_short else whole)
        self._reason.setVisible(bool(whole))
        set_tip(self._reason, whole)
        colours, role = QPalette(self.palette()), QPalette.ColorRole
        shown = role.PlaceholderText if problem is None else role.BrightText
        colours.setColor(role.WindowText, colours.color(shown))
        self._reason.setPalette(colours)

    def _quiet_text(self) -> str:
        """Say with which weights a run begins, or what the last one was made of."""
        if self._run.is_active:
            return ""
        never_began = self._run.phase == "failed" and self._run.started is None
        if self._run.config is not None and not never_began:
            text = self.tr("The run shown: {recipe}")
            return text.format(recipe=run_line(self._run))
        if self._learner is None:
            return ""
        text = self.tr("Every run starts {network} from scratch, with random weights.")
        return text.format(network=plain(network_title(self._learner)))

    def _notes_text(self) -> str:
        """Say in short what is unusual; checksums are for the tooltip."""
        differ = [
            plain(str(n.facts["file"])) for n in self._notes if n.code == _DIFFERS
        ]
        others = [sentence(note) for note in self._notes if note.code != _DIFFERS]
        if differ:
            text = self.tr(
                "This copy of MNIST is not the published one (see {files}): results "
                "may differ a little from those in books."
            )
            others.insert(0, text.format(files=", ".join(differ)))
        return " ".join(others)

    @Slot(int)
    def _on_data_chosen(self, index: int) -> None:
        data = self.data.itemData(index)
        requests = {
            _FOLDER: self.folder_requested,
            _FILE: self.file_requested,
            _DRAWINGS: self.drawings_requested,
            _MIXTURE: self.mixture_requested,
        }
        if data in requests:
            self._render_data(self._recipe.data)
            requests[data].emit()
        else:
            self.recipe_changed.emit(replace(self._recipe, data=data))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_reason"):
            self._render_problem()
            self.fields.render_problem(self._problem)
        super().changeEvent(event)

    @override
    def _retranslate(self) -> None:
        for index in range(len(_DATASETS), self.data.count() - len(_OTHERS)):
            self.data.setItemText(index, data_title(self.data.itemData(index)))
        texts = {
            _DRAWINGS: self.tr("My drawings"),
            _MIXTURE: self.tr("Mixture…"),
            _FOLDER: self.tr("Folder…"),
            _FILE: self.tr("File…"),
        }
        for key, text in texts.items():
            self.data.setItemText(self.data.findData(key), text)
        self.fields.retranslate()
        self._name_network()
        self._render_problem()

    def _name_network(self) -> None:
        if self._learner is not None:
            tip = self.network.toolTip()
            set_names(self.network, "train_network", self.network.line, tip)

    @override
    def minimumSizeHint(self) -> QSize:
        # A long reason is cut rather than making the window wider.
        return QSize(656, super().minimumSizeHint().height())
