"""All of a recipe: presets, how it learns, how the run goes."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QWidget

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.config import DeviceName
from cnnviz.engine.training.events import CHANGEABLE
from cnnviz.engine.training.presets import CONTEXT as PRESETS_CONTEXT
from cnnviz.engine.training.presets import PRESETS
from cnnviz.pages.train.views.recipe.field_texts import (
    DATA,
    LEARNING,
    MORE_LEARNING,
    MORE_RUN,
)
from cnnviz.pages.train.views.recipe.recipe_fields import RecipeFields
from cnnviz.pages.train.views.recipe.settings_now import SettingsNow
from cnnviz.state.level import set_level
from cnnviz.state.run.recipe import Recipe
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.section_head import SectionHead
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold

_RATE: Final = "learning_rate"
_ACROSS: Final = 3
"""Presets in a row."""

_MORE: Final = (*MORE_LEARNING, *MORE_RUN)


class RecipeSheet(HearsLanguage, ToolScroll):
    """Choose a preset, and set what the row of the page has no room for.

    While a run goes, what of it can be changed has fields of its own, in the same places.

    Attributes
    ----------
    now
        These fields.

    Signals
    -------
    recipe_changed(recipe)
        A field was changed; the rest is as it was rendered last.
    preset_chosen(key)
        A preset takes the place of the whole recipe.
    """

    recipe_changed = Signal(object)
    preset_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        body = self.body
        self._chosen, self._is_locked = "", False
        self._set: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._presets = {key: QPushButton(body) for key in PRESETS}
        self._titles = [QLabel(body) for _ in range(3)]
        self._meaning = QLabel(body)
        self._meaning.setObjectName("preset_meaning")
        self._meaning.setWordWrap(True)
        self._head, self._more = SectionHead("train_recipe", body), QWidget(body)
        for part in (self._head, self._more):
            set_level(part, "everything")
        self.fields = RecipeFields((*LEARNING, *DATA), body)
        for name in _MORE:
            self.fields.make(name, self._more)
        self.now = SettingsNow(CHANGEABLE, body, in_sheet=True)
        self._lay_out()
        self._fold(True)
        self._head.clicked.connect(self._on_more)
        self._group.buttonClicked.connect(self._on_preset_clicked)
        self.fields.recipe_changed.connect(self.recipe_changed)
        self._show_now(False)
        self._retranslate()

    def _lay_out(self) -> None:
        for title in self._titles:
            title.setFont(half_bold(title.font()))
        chips = QGridLayout()
        chips.setSpacing(tokens.SPACE_M)
        for index, (key, chip) in enumerate(self._presets.items()):
            chip.setCheckable(True)
            chip.setMinimumHeight(tokens.HIT)
            chip.setProperty("preset", key)
            self._group.addButton(chip)
            chips.addWidget(chip, *divmod(index, _ACROSS))
        presets, data, learning = self._titles
        # Of two lines at most, kept free: nothing jumps.
        self._meaning.setFixedHeight(2 * self._meaning.fontMetrics().lineSpacing())
        self._meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        columns = in_row(
            (self._column(learning, (_RATE, *LEARNING)), 1),
            (self._column(data, DATA), 1),
            gap=tokens.SPACE_XXXL,
        )
        in_row(
            (self._column(None, MORE_LEARNING), 1),
            (self._column(None, MORE_RUN), 1),
            gap=tokens.SPACE_XXXL,
            of=self._more,
        )
        self.fill(presets, chips, self._meaning, columns, self._head, self._more)

    def _column(self, title: QLabel | None, names: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE_L)
        grid.setVerticalSpacing(tokens.SPACE_S)
        if title is not None:
            grid.addWidget(title, 0, 0, 1, 2)
        for row, name in enumerate(names, start=1):
            for one in (self.fields, self.now):  # two in one place: one of them is seen
                if name in one.fields:
                    grid.addWidget(one.labels[name], row, 0)
                    grid.addWidget(one.fields[name], row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(names) + 1, 1)
        return grid

    def render_recipe(
        self, recipe: Recipe, problem: CnnvizError | None, preset: str
    ) -> None:
        """Show what was asked for, what is wrong with it, and which preset it is."""
        self.fields.render_recipe(recipe, problem)
        if problem is not None and problem.code.startswith(_MORE):
            self._fold(False)  # the field that is wrong is seen
        self._set = tuple(
            name for name in _MORE if _asked(recipe, name) != _asked(Recipe(), name)
        )
        self._say_more()
        self._chosen = preset
        self._mark_chosen()
        self._say_meaning()

    def render_run(self, run: Run) -> None:
        """Take all but what can be changed out of reach while a run goes."""
        self.fields.render_locked(run.is_active)
        self.now.render_run(run)
        self._show_now(run.is_active)
        if run.is_active != self._is_locked:
            self._is_locked = run.is_active
            self._say_meaning()
        for chip in self._presets.values():
            chip.setEnabled(not run.is_active)

    def _show_now(self, is_active: bool) -> None:
        for name in CHANGEABLE:
            is_now = is_active and self.now.has(name)
            for one, is_shown in ((self.now, is_now), (self.fields, not is_now)):
                if name in one.fields:
                    one.labels[name].setVisible(is_shown)
                    one.fields[name].setVisible(is_shown)

    def render_devices(self, devices: tuple[DeviceName, ...]) -> None:
        """Offer the devices that there are."""
        self.fields.render_devices(devices)

    @Slot()
    def _on_more(self) -> None:
        self._fold(self._head.isChecked())

    def _fold(self, folded: bool) -> None:
        """Fold up what few need, or show it."""
        self._head.setChecked(not folded)
        self._more.setVisible(not folded)
        self._say_more()

    def _say_more(self) -> None:
        """Say at the head what of the folded is set: nothing works unseen."""
        names = () if self._head.isChecked() else self._set
        texts = (self.fields.labels[name].text().replace("&", "") for name in names)
        self._head.set_values(", ".join(texts))

    def _mark_chosen(self) -> None:
        for key, chip in self._presets.items():
            chip.setChecked(key == self._chosen)

    def _say_meaning(self) -> None:
        text = self.tr(
            "Settings of your own. A preset sets the network, the data "
            "and everything below."
        )
        if self._chosen:
            text = _said(PRESETS[self._chosen].meaning)
        if self._is_locked:
            text = self.tr(
                "The settings cannot be changed during training: click Stop first. "
                "Only what says “now” can: type it and press Enter."
            )
        self._meaning.setText(text)

    @Slot(object)
    def _on_preset_clicked(self, chip: QPushButton) -> None:
        key = chip.property("preset")
        chip.setChecked(key == self._chosen)  # until the recipe is it
        self.preset_chosen.emit(key)

    def _retranslate(self) -> None:
        titles = (
            self.tr("Presets"),
            self.tr("Data"),
            self.tr("Learning"),
        )
        for label, title in zip(self._titles, titles, strict=True):
            label.setText(title)
        for key, chip in self._presets.items():
            preset = PRESETS[key]
            chip.setText(_said(preset.title).replace("&", "&&"))
            name = f"preset_{key.replace('-', '_')}"
            set_names(chip, name, _said(preset.title), _said(preset.meaning))
        self._head.setText(self.tr("More"))
        what = self.tr("Show what few need, such as seed, device and threads")
        set_names(self._head, "recipe_more", self.tr("More"), what)
        self.fields.retranslate()
        self._say_more()
        self._say_meaning()


def _asked(recipe: Recipe, name: str) -> object:
    """Return what a recipe asks for in a field, which may be typed text."""
    return getattr(recipe, f"{name}_text", None) or getattr(recipe, name, None)


def _said(text: str) -> str:
    return QCoreApplication.translate(PRESETS_CONTEXT, text)
