"""The row at the top of the Train page: what a run is made of."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPalette, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import MOST
from cnnviz.engine.training.config import DeviceName
from cnnviz.engine.training.optimizers import CONTEXT as OPTIMIZERS_CONTEXT
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.pages.train.views.recipe_texts import CONTEXT as FIELDS_CONTEXT
from cnnviz.pages.train.views.recipe_texts import FIELD_TEXTS
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.level import set_level
from cnnviz.state.run.recipe import BUILTIN, MNIST, Recipe, with_optimizer
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.controls.typing_pause import TypingPause
from cnnviz.ui.network_chooser.network_field import NetworkField
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.picture_text import dataset_title
from cnnviz.ui.texts import plain, sentence
from cnnviz.ui.theme import tokens

# The Draw page answers with what was trained here: it reads digits.
_DATASETS: Final = (BUILTIN, MNIST)
_DIFFERS: Final = "mnist_content_differs"
_FOLDER: Final = "?folder"
_DEVICES: Final[tuple[DeviceName, ...]] = ("auto", "cpu", "cuda", "mps")
_FIELD_HEIGHT: Final = tokens.HIT
_RANGES: Final = {
    # More than can be had, so that it is refused in words, not digit by digit.
    "batch_size": (1, 99_999),
    "epochs": (1, 1000),
    "seed": (0, 999_999),
}


class RecipeBar(Retranslated):
    """Show a recipe and what learns by it, and say what was changed.

    Attributes
    ----------
    network
        Names what learns; its menu has the networks of the other pages.

    Signals
    -------
    recipe_changed(recipe)
        A field was changed; the rest is as it was rendered last.
    folder_requested()
        The data set is to be a folder that is not chosen yet.
    """

    recipe_changed = Signal(object)
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipe = Recipe()
        self._problem: CnnvizError | None = None
        self._notes: tuple[CnnvizError, ...] = ()
        self._locked = False
        self._learner: CurrentNetwork | None = None
        self.data = FittingChoice(self)
        self.network = NetworkField("train", self)
        self.learning_rate = QLineEdit(self)
        self._rate_pause = TypingPause(self.learning_rate, self)
        # By the names of the recipe.
        choices = ("optimizer", "device")
        self._choices = {name: FittingChoice(self) for name in choices}
        self._numbers = {name: _whole_number(name, self) for name in _RANGES}
        self._fields: dict[str, QWidget] = {
            "data": self.data,
            "network": self.network,
            "learning_rate": self.learning_rate,
            **self._choices,
            **self._numbers,
        }
        self._labels = {name: QLabel(self) for name in FIELD_TEXTS}
        self._reason = FittingLabel(self)
        self._reason.setObjectName("recipe_problem")
        self._fill_choices()
        self._lay_out()
        self._connect()
        self._retranslate()

    def _fill_choices(self) -> None:
        for key in (*_DATASETS, _FOLDER):
            self.data.addItem("", key)
        for key in OPTIMIZERS:
            self._choices["optimizer"].addItem("", key)
        for device in _DEVICES:
            self._choices["device"].addItem(device.upper(), device)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_M)
        grid.setVerticalSpacing(tokens.SPACE_XS)
        for column, (name, label) in enumerate(self._labels.items()):
            field = self._fields[name]
            for part in (label, field):
                set_level(part, FIELD_TEXTS[name].level)
            label.setBuddy(field)
            field.setFixedHeight(_FIELD_HEIGHT)
            field.setMinimumWidth(58 if isinstance(field, QSpinBox) else 78)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            is_wide = name in ("data", "network", "optimizer")
            grid.setColumnStretch(column, 5 if is_wide else 3)
        for before, after in pairwise(FIELD_TEXTS):
            self.setTabOrder(self._fields[before], self._fields[after])
        self.data.setMinimumWidth(92)  # "Embutidos", pressed, is readable
        # Under the fields, in a place that is always kept: nothing jumps.
        grid.addWidget(self._reason, 2, 0, 1, len(self._labels))

    def _connect(self) -> None:
        for choice in self._choices.values():
            choice.currentIndexChanged.connect(self._on_changed)
        self.data.activated.connect(self._on_data_chosen)
        self._rate_pause.rested.connect(self._on_changed)
        self.learning_rate.editingFinished.connect(self._on_rate_finished)
        for number in self._numbers.values():
            number.valueChanged.connect(self._on_changed)

    def render_recipe(self, recipe: Recipe, problem: CnnvizError | None) -> None:
        """Show what was asked for, and what is wrong with it."""
        self._recipe = recipe
        self._problem = problem
        self._render_data(recipe.data)
        for name, choice in self._choices.items():
            with QSignalBlocker(choice):
                choice.setCurrentIndex(choice.findData(getattr(recipe, name)))
        self._render_rate()
        for name, number in self._numbers.items():
            if number.value() != getattr(recipe, name):
                with QSignalBlocker(number):
                    number.setValue(getattr(recipe, name))
        self._render_problem()

    def render_networks(
        self, offered: tuple[CurrentNetwork, ...], learner: CurrentNetwork
    ) -> None:
        """Show what can be chosen to learn, and what was."""
        if self.network.render_state(offered, learner, learner):
            self._learner = learner
            self._name_fields()
            self._render_problem()

    def render_notes(self, notes: tuple[CnnvizError, ...]) -> None:
        """Say what is unusual about a run's data, where a problem would be said."""
        if notes != self._notes:
            self._notes = notes
            self._render_problem()

    def render_locked(self, locked: bool) -> None:
        """Take the fields out of reach while a run goes."""
        if locked != self._locked:
            self._locked = locked
            for field in self._fields.values():
                field.setEnabled(not locked)
            self._name_fields()

    def render_devices(self, devices: tuple[DeviceName, ...]) -> None:
        """Offer the devices that there are; before that is known, auto and CPU."""
        there = {"auto", "cpu", *devices}
        model = self._choices["device"].model()
        assert isinstance(model, QStandardItemModel)
        for row, device in enumerate(_DEVICES):
            model.item(row).setEnabled(device in there)

    def _render_data(self, data: str) -> None:
        with QSignalBlocker(self.data):
            if self.data.findData(data) < 0:
                name = plain(Path(data).name)
                self.data.insertItem(self.data.count() - 1, name, data)
                where = plain(data, MOST)
                self.data.setItemData(
                    self.data.count() - 2, where, Qt.ItemDataRole.ToolTipRole
                )
            self.data.setCurrentIndex(self.data.findData(data))

    def _render_rate(self) -> None:
        """Write the rate with the language's decimal sign; what was typed stays."""
        wanted = self._recipe.learning_rate_text
        if _with_points(self.learning_rate.text()) != _with_points(wanted):
            self.learning_rate.setText(_localized(wanted))

    def _render_problem(self) -> None:
        said = self._notes if self._problem is None else (self._problem,)
        whole = " ".join(map(sentence, said)) or self._beginning_text()
        is_short = self._problem is None and self._notes
        self._reason.setText(self._notes_text() if is_short else whole)
        set_tip(self._reason, whole)
        look, role = QPalette(self.palette()), QPalette.ColorRole
        shown = role.PlaceholderText if self._problem is None else role.BrightText
        look.setColor(role.WindowText, look.color(shown))
        self._reason.setPalette(look)
        code = "" if self._problem is None else self._problem.code
        for name in ("learning_rate", "batch_size"):
            field, colours = self._fields[name], QPalette(self.palette())
            of_it = code.startswith(name)
            if of_it:
                colours.setColor(role.Text, colours.color(role.BrightText))
            field.setPalette(colours)
            field.setAccessibleDescription(self._reason.text() if of_it else "")

    def _beginning_text(self) -> str:
        """Say with which weights a run begins: never with those that were learned."""
        if self._learner is None:
            return ""
        text = self.tr("Each run trains {network} anew, from random weights.")
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

    @Slot()
    def _on_changed(self) -> None:
        typed = replace(self._recipe, learning_rate_text=self.learning_rate.text())
        set_now: dict[str, Any] = {
            name: number.value() for name, number in self._numbers.items()
        }
        for name, choice in self._choices.items():
            set_now[name] = choice.currentData()
        with_rate = with_optimizer(typed, set_now["optimizer"])
        self.recipe_changed.emit(replace(with_rate, **set_now))

    @Slot()
    def _on_rate_finished(self) -> None:
        self._rate_pause.finish()

    @Slot(int)
    def _on_data_chosen(self, index: int) -> None:
        data = self.data.itemData(index)
        if data == _FOLDER:
            self._render_data(self._recipe.data)
            self.folder_requested.emit()
        else:
            self.recipe_changed.emit(replace(self._recipe, data=data))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_reason"):
            self._render_problem()
        super().changeEvent(event)

    @override
    def _retranslate(self) -> None:
        for name, texts in FIELD_TEXTS.items():
            label = QCoreApplication.translate(FIELDS_CONTEXT, texts.label)
            self._labels[name].setText(label)
        for index, key in enumerate(_DATASETS):
            self.data.setItemText(index, dataset_title(key))
        self.data.setItemText(self.data.count() - 1, self.tr("Folder…"))
        for index, optimizer in enumerate(OPTIMIZERS.values()):
            title = QCoreApplication.translate(OPTIMIZERS_CONTEXT, optimizer.title)
            self._choices["optimizer"].setItemText(index, title)
        self._choices["device"].setItemText(0, self.tr("Automatic"))
        self._name_fields()
        self.learning_rate.setText(_localized(self.learning_rate.text()))
        self._render_problem()

    def _name_fields(self) -> None:
        locked = self.tr("A run keeps its recipe. Stop it to change this.")
        translate = QCoreApplication.translate
        for key, texts in FIELD_TEXTS.items():
            name = translate(FIELDS_CONTEXT, texts.name)
            tip = locked if self._locked else translate(FIELDS_CONTEXT, texts.tip)
            if key == "network" and self._learner is not None:
                name = self.network.line
            set_names(self._fields[key], f"train_{key}", name, tip)

    @override
    def minimumSizeHint(self) -> QSize:
        # A long reason is cut rather than making the window wider.
        return QSize(656, super().minimumSizeHint().height())


def _whole_number(name: str, parent: QWidget) -> WholeSpin:
    box = WholeSpin(parent)
    box.setRange(*_RANGES[name])
    box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
    return box


def _with_points(text: str) -> str:
    return text.replace(",", ".")


def _localized(text: str) -> str:
    """Write a typed rate with the decimal sign of the language; words stay as they are.

    Both signs are understood, in every language.
    """
    try:
        float(_with_points(text))
    except ValueError:
        return text
    return _with_points(text).replace(".", QLocale().decimalPoint())
