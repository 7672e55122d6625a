"""How pictures are changed: fields, and copies of one picture as they would be."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.training.data.augmentation import (
    MOST,
    PRESETS,
    UNCHANGED,
    Augmentation,
)
from cnnviz.pages.train.presenters.data.data_looks import DataLooks
from cnnviz.pages.train.views.data.change_amounts import (
    AMOUNTS,
    CONTEXT,
    MOST_SEED,
)
from cnnviz.pages.train.views.data.data_tiles import CopyTiles
from cnnviz.state.run.recipe import Recipe
from cnnviz.ui.controls.number_spin import NumberSpin, WholeSpin
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold

_COPIES: Final = 12


class ChangesPart(Retranslated):
    """Fields for how far each picture is changed, and a preview.

    Signals
    -------
    recipe_changed(recipe)
        A field was changed; the rest is as it was rendered last.
    """

    recipe_changed = Signal(object)

    def __init__(self, looks: DataLooks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self._recipe = Recipe()
        self._picture: NDArray[np.uint8] | None = None
        self._asked: tuple[object, ...] = ()
        body = self._scroll = ToolScroll(self)
        self._title = QLabel(body.body)
        self._hint = QLabel(self)
        self.fields: dict[str, NumberSpin] = {}
        self._labels: dict[str, QLabel] = {}
        for name in AMOUNTS:
            self._make(name, body.body)
        keys = ("none", *PRESETS)
        self.presets = {key: QPushButton(body.body) for key in keys}
        self.seed = WholeSpin(self)
        self._seed_label = QLabel(self)
        self.copies = CopyTiles(self, "augmented_copies", lines=0)
        self._lay_out()
        self.seed.valueChanged.connect(self._ask)
        for chip in self.presets.values():
            chip.clicked.connect(self._on_preset_clicked)
        looks.copies_made.connect(self._on_copies_made)
        self._retranslate()

    def _make(self, name: str, parent: QWidget) -> None:
        amount, field = AMOUNTS[name], NumberSpin(parent)
        field.setDecimals(amount.decimals)
        field.setRange(0, MOST[name] * amount.scale)
        field.setSingleStep(amount.step)
        field.setFixedHeight(tokens.HIT)
        field.valueChanged.connect(self._on_changed)
        label = self._labels[name] = QLabel(parent)
        label.setBuddy(field)
        self.fields[name] = field

    def _lay_out(self) -> None:
        self._title.setFont(half_bold(self._title.font()))
        chips = in_row(*self.presets.values(), (None, 1), gap=tokens.SPACE_M)
        for key, chip in self.presets.items():
            chip.setMinimumHeight(tokens.HIT)
            chip.setCheckable(True)
            chip.setProperty("preset", key)
        self._scroll.fill(self._title, chips, self._grid())
        self._hint.setObjectName("changes_hint")
        self._hint.setWordWrap(True)
        self.seed.setRange(0, MOST_SEED)
        self.seed.setMinimumHeight(tokens.HIT)
        self._seed_label.setBuddy(self.seed)
        head = in_row((self._hint, 1), self._seed_label, self.seed, gap=tokens.SPACE_M)
        copies = ToolScroll(self)
        copies.fill(self.copies)
        right = in_column(head, (copies, 1), gap=tokens.SPACE_M)
        in_row((self._scroll, 1), (right, 1), gap=tokens.SPACE_XL, of=self)

    def _grid(self) -> QGridLayout:
        """Lay fields out two in a row."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE_M)
        grid.setVerticalSpacing(tokens.SPACE_S)
        for index, name in enumerate(AMOUNTS):
            row, column = divmod(index, 2)
            grid.addWidget(self._labels[name], row, 2 * column)
            grid.addWidget(self.fields[name], row, 2 * column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def render_recipe(self, recipe: Recipe, *, locked: bool) -> None:
        """Show what was asked for; while a run goes, out of reach."""
        self._recipe = recipe
        for name, field in self.fields.items():
            amount = getattr(recipe.augmentation, name) * AMOUNTS[name].scale
            with QSignalBlocker(field):
                field.render_value(amount)
            field.setEnabled(not locked)
        for chip in self.presets.values():
            chip.setEnabled(not locked)
        self._mark_chosen()
        self._ask()

    def _mark_chosen(self) -> None:
        for key, chip in self.presets.items():
            chip.setChecked(self._recipe.augmentation == _preset(key))

    def render_picture(self, picture: NDArray[np.uint8] | None) -> None:
        """Preview the changes of a picture, ``H x W`` or ``C x H x W``."""
        self._picture = picture
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._picture is None:
            self.copies.render_pictures(None, (), _no_caption)
            self._asked = ()
            return
        changes, seed = self._recipe.augmentation, self.seed.value()
        asked = id(self._picture), changes, seed
        if asked != self._asked:
            self._asked = asked
            self._looks.ask_copies(self._picture, changes, seed, _COPIES)

    @Slot(object)
    def _on_copies_made(self, copies_n: NDArray[np.uint8]) -> None:
        if self._picture is not None:
            self.copies.render_pictures(copies_n, range(len(copies_n)), _no_caption)

    @Slot()
    def _on_preset_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, QPushButton)
        wanted = _preset(str(chip.property("preset")))
        self._mark_chosen()  # as the recipe still is
        self.recipe_changed.emit(replace(self._recipe, augmentation=wanted))

    @Slot()
    def _on_changed(self) -> None:
        name = next(
            name for name, field in self.fields.items() if field is self.sender()
        )
        value = self.fields[name].value() / AMOUNTS[name].scale
        # 10 / 100 is no more than 0.1 should be.
        amount = min(round(value, 9), MOST[name])
        changes = replace(self._recipe.augmentation, **{name: amount})
        self.recipe_changed.emit(replace(self._recipe, augmentation=changes))

    @override
    def _retranslate(self) -> None:
        self._title.setText(self.tr("How each picture is changed"))
        texts = {
            "none": self.tr("None"),
            "digits": self.tr("For digits"),
            "photos": self.tr("For photos"),
        }
        for key, chip in self.presets.items():
            chip.setText(texts[key])
            tip = self.tr("Set all amounts below")
            set_names(chip, f"augmentation_{key}", texts[key], tip)
        translate = QCoreApplication.translate
        for name, field in self.fields.items():
            amount = AMOUNTS[name]
            said = translate(CONTEXT, amount.label)
            self._labels[name].setText(said)
            tip = translate(CONTEXT, amount.tip)
            set_names(field, f"data_{name}", said, tip)
            field.use_language()
            field.setSuffix(translate(CONTEXT, amount.suffix))
        self._hint.setText(
            self.tr(
                "One picture as the network might see it in training. It is "
                "changed in a new way each time."
            )
        )
        self._seed_label.setText(self.tr("Seed"))
        tip = self.tr("The same seed gives the same changes")
        set_names(self.seed, "augmentation_seed", self.tr("Seed of the preview"), tip)


def _preset(key: str) -> Augmentation:
    return PRESETS.get(key, UNCHANGED)


def _no_caption(_number: int) -> tuple[str, str]:
    return "", ""
