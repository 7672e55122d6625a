"""Fields for the settings of a recipe, each made after what it takes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QObject,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPalette, QStandardItemModel
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QSpinBox, QWidget

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.config import DeviceName
from cnnviz.pages.train.views.recipe.field_texts import (
    CHOICES,
    CONTEXT,
    DEVICES,
    FIELD_TEXTS,
    RANGES,
    ZERO_MEANS,
    choice_meaning,
    choice_title,
)
from cnnviz.state.level import set_level
from cnnviz.state.run.recipe import TYPED, TYPED_SHARES, Recipe, with_optimizer
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.controls.typing_pause import TypingPause
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens

_NARROW: Final = 58


class RecipeFields(QObject):
    """Make a label and a field for each of some settings, and keep them true.

    Parameters
    ----------
    names
        Of the settings, as in `Recipe`; a field that is none of theirs may be made
        elsewhere and put in with `add`.

    Attributes
    ----------
    fields, labels
        By name, in order.

    Signals
    -------
    recipe_changed(recipe)
        A field was changed; the rest is as it was rendered last.
    """

    recipe_changed = Signal(object)

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._recipe = Recipe()
        self._is_locked = False
        self._choices: dict[str, FittingChoice] = {}
        self._numbers: dict[str, WholeSpin] = {}
        self._typed: dict[str, QLineEdit] = {}
        self.fields: dict[str, QWidget] = {}
        self.labels: dict[str, QLabel] = {}
        for name in names:
            self.make(name, parent)

    def make(self, name: str, parent: QWidget) -> None:
        """Make the field of a setting, with a label."""
        self.add(name, self._made(name, parent))

    def add(self, name: str, field: QWidget) -> None:
        """Put a field in, with a label of its own."""
        label = QLabel(field.parentWidget())
        label.setBuddy(field)
        for part in (label, field):
            set_level(part, FIELD_TEXTS[name].level)
        field.setFixedHeight(tokens.HIT)
        field.setMinimumWidth(_NARROW if isinstance(field, QSpinBox) else 78)
        self.fields[name], self.labels[name] = field, label

    def _made(self, name: str, parent: QWidget) -> QWidget:
        if name in CHOICES:
            choice = self._choices[name] = FittingChoice(parent)
            for key in CHOICES[name]:
                choice.addItem("", key)
            choice.currentIndexChanged.connect(self._on_changed)
            return choice
        if name in RANGES:
            number = self._numbers[name] = WholeSpin(parent)
            number.setRange(*RANGES[name])
            mode = QAbstractSpinBox.CorrectionMode.CorrectToNearestValue
            number.setCorrectionMode(mode)
            number.valueChanged.connect(self._on_changed)
            return number
        assert name in (*TYPED, *TYPED_SHARES)
        line = self._typed[name] = QLineEdit(parent)
        pause = TypingPause(line, self)
        pause.rested.connect(self._on_changed)
        line.editingFinished.connect(pause.finish)
        return line

    def render_recipe(self, recipe: Recipe, problem: CnnvizError | None) -> None:
        """Show what was asked for, and which field is wrong."""
        self._recipe = recipe
        for name, choice in self._choices.items():
            with QSignalBlocker(choice):
                choice.setCurrentIndex(choice.findData(getattr(recipe, name)))
        for name, number in self._numbers.items():
            if number.value() != getattr(recipe, name):
                with QSignalBlocker(number):
                    number.setValue(getattr(recipe, name))
        for name, line in self._typed.items():
            wanted = getattr(recipe, f"{name}_text")
            if with_points(line.text()) != with_points(wanted):
                line.setText(localized(wanted))
        self.render_problem(problem)

    def render_problem(self, problem: CnnvizError | None) -> None:
        """Write what is wrong in its own field in another colour; say it there, too."""
        code = "" if problem is None else problem.code
        for name in (*self._typed, *self._numbers):
            field = self.fields[name]
            colours = QPalette(self._ground.palette())
            is_wrong = code.startswith(name)
            if is_wrong:
                role = QPalette.ColorRole
                colours.setColor(role.Text, colours.color(role.BrightText))
            field.setPalette(colours)
            said = sentence(problem) if is_wrong and problem is not None else ""
            field.setAccessibleDescription(said)

    def render_locked(self, locked: bool) -> None:
        """Take the fields out of reach while a run goes."""
        if locked != self._is_locked:
            self._is_locked = locked
            for field in self.fields.values():
                field.setEnabled(not locked)
            self.name_fields()

    def render_devices(self, devices: tuple[DeviceName, ...]) -> None:
        """Offer the devices that there are; before that is known, auto and CPU."""
        there = {"auto", "cpu", *devices}
        model = self._choices["device"].model()
        assert isinstance(model, QStandardItemModel)
        for row, device in enumerate(DEVICES):
            model.item(row).setEnabled(device in there)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        for name, label in self.labels.items():
            label.setText(translate(CONTEXT, FIELD_TEXTS[name].label))
        for name, choice in self._choices.items():
            for row, key in enumerate(CHOICES[name]):
                choice.setItemText(row, choice_title(name, key))
                meaning = choice_meaning(name, key)
                choice.setItemData(row, meaning, Qt.ItemDataRole.ToolTipRole)
        for name, number in self._numbers.items():
            number.setSpecialValueText(translate(CONTEXT, ZERO_MEANS.get(name, "")))
        for line in self._typed.values():
            line.setText(localized(line.text()))
        self.name_fields()

    def name_fields(self) -> None:
        """Give every field its names; while a run goes, its tip says why it is locked."""
        translate = QCoreApplication.translate
        locked = self.tr("You cannot change this during training. Click Stop first.")
        for name, field in self.fields.items():
            texts = FIELD_TEXTS[name]
            tip = locked if self._is_locked else translate(CONTEXT, texts.tip)
            set_names(field, f"train_{name}", translate(CONTEXT, texts.name), tip)

    @Slot()
    def _on_changed(self) -> None:
        now: dict[str, Any] = {
            f"{name}_text": line.text() for name, line in self._typed.items()
        }
        now |= {name: number.value() for name, number in self._numbers.items()}
        now |= {name: choice.currentData() for name, choice in self._choices.items()}
        optimizer = now.pop("optimizer", self._recipe.optimizer)
        self.recipe_changed.emit(
            with_optimizer(replace(self._recipe, **now), optimizer)
        )


def with_points(text: str) -> str:
    """Return a typed number with a decimal point, whichever sign was typed."""
    return text.replace(",", ".")


def localized(text: str) -> str:
    """Write a typed number with the decimal sign of the language; words stay as they are.

    Both signs are understood, in every language.
    """
    try:
        float(with_points(text))
    except ValueError:
        return text
    return with_points(text).replace(".", QLocale().decimalPoint())
