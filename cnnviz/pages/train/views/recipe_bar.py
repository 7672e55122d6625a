"""The row at the top of the Train page: what a run is made of."""

from dataclasses import replace
from pathlib import Path
from typing import Final

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
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.zoo import NETWORKS
from cnnviz.engine.shown_text import MOST
from cnnviz.engine.training.config import DeviceName
from cnnviz.engine.training.optimizers import CONTEXT as OPTIMIZERS_CONTEXT
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.pages.train.views.recipe_texts import CONTEXT as FIELDS_CONTEXT
from cnnviz.pages.train.views.recipe_texts import FIELD_TEXTS
from cnnviz.state.run.recipe import Recipe, with_optimizer
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.controls.typing_pause import TypingPause
from cnnviz.ui.page import set_names, set_tip
from cnnviz.ui.picture_text import dataset_title
from cnnviz.ui.texts import plain, sentence
from cnnviz.ui.theme import tokens

_DATASETS: Final = tuple(
    key for key, dataset in KNOWN_DATASETS.items() if dataset.load is not None
)
_DIFFERS: Final = "mnist_content_differs"
_FOLDER: Final = "?folder"
_DEVICES: Final[tuple[DeviceName, ...]] = ("auto", "cpu", "cuda", "mps")
_FIELD_HEIGHT: Final = tokens.HIT
_MOST_TYPED: Final = 99_999
"""For a batch: more than can be had, so that it is refused in words, not digit by digit."""

_MOST_EPOCHS: Final = 1000
_MOST_SEED: Final = 999_999


class RecipeBar(QWidget):
    """Show a recipe, and say what was changed in it.

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
        self._build()
        self._lay_out()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.data = FittingChoice(self)
        for key in _DATASETS:
            self.data.addItem("", key)
        self.data.addItem("", _FOLDER)
        self.network = FittingChoice(self)
        for key, network in NETWORKS.items():
            self.network.addItem(network.title, key)
        self.optimizer = FittingChoice(self)
        for key in OPTIMIZERS:
            self.optimizer.addItem("", key)
        self.learning_rate = QLineEdit(self)
        self._rate_pause = TypingPause(self.learning_rate, self)
        self.batch_size = _whole_number(1, _MOST_TYPED, self)
        self.epochs = _whole_number(1, _MOST_EPOCHS, self)
        self.seed = _whole_number(0, _MOST_SEED, self)
        self.device = FittingChoice(self)
        for device in _DEVICES:
            self.device.addItem("" if device == "auto" else device.upper(), device)
        self._reason = FittingLabel(self)
        self._reason.setObjectName("recipe_problem")
        self._labels = tuple(QLabel(self) for _ in self._fields())

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.data,
            self.network,
            self.optimizer,
            self.learning_rate,
            self.batch_size,
            self.epochs,
            self.seed,
            self.device,
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_M)
        grid.setVerticalSpacing(tokens.SPACE_XS)
        stretches = (5, 5, 5, 3, 3, 3, 3, 3)
        for column, (label, field, stretch) in enumerate(
            zip(self._labels, self._fields(), stretches, strict=True)
        ):
            label.setBuddy(field)
            field.setFixedHeight(_FIELD_HEIGHT)
            field.setMinimumWidth(58 if isinstance(field, QSpinBox) else 78)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
        self.data.setMinimumWidth(92)  # "Embutidos", pressed, is readable
        # Under the fields, in a place that is always kept: nothing jumps.
        grid.addWidget(self._reason, 2, 0, 1, len(self._labels))

    def _connect(self) -> None:
        for choice in (self.network, self.optimizer, self.device):
            choice.currentIndexChanged.connect(self._on_changed)
        self.data.activated.connect(self._on_data_chosen)
        self._rate_pause.rested.connect(self._on_changed)
        self.learning_rate.editingFinished.connect(self._on_rate_finished)
        for number in (self.batch_size, self.epochs, self.seed):
            number.valueChanged.connect(self._on_changed)

    def render_recipe(self, recipe: Recipe, problem: CnnvizError | None) -> None:
        """Show what was asked for, and what is wrong with it."""
        self._recipe = recipe
        self._problem = problem
        self._render_data(recipe.data)
        _choose(self.network, recipe.network)
        _choose(self.optimizer, recipe.optimizer)
        _choose(self.device, recipe.device)
        self._render_rate()
        _put(self.batch_size, recipe.batch_size)
        _put(self.epochs, recipe.epochs)
        _put(self.seed, recipe.seed)
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
            for field in self._fields():
                field.setEnabled(not locked)
            self._name_fields()

    def render_devices(self, devices: tuple[DeviceName, ...]) -> None:
        """Offer the devices that there are; before that is known, auto and CPU."""
        there = {"auto", "cpu", *devices}
        model = self.device.model()
        for row, device in enumerate(_DEVICES):
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            off = Qt.ItemFlag.NoItemFlags
            item = model.item(row)  # type: ignore[attr-defined]  # a standard model
            item.setFlags(flags if device in there else off)

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
        whole = " ".join(map(sentence, said))
        self._reason.setText(whole if self._problem else self._notes_text())
        set_tip(self._reason, whole)
        look = QPalette(self.palette())
        warning = look.color(QPalette.ColorRole.BrightText)
        quiet = look.color(QPalette.ColorRole.PlaceholderText)
        look.setColor(
            QPalette.ColorRole.WindowText,
            quiet if self._problem is None else warning,
        )
        self._reason.setPalette(look)
        code = "" if self._problem is None else self._problem.code
        for field, of_it in (
            (self.learning_rate, code.startswith("learning_rate_")),
            (self.batch_size, code.startswith("batch_size_")),
        ):
            colours = QPalette(self.palette())
            if of_it:
                colours.setColor(QPalette.ColorRole.Text, warning)
            field.setPalette(colours)
            field.setAccessibleDescription(self._reason.text() if of_it else "")

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
        self.recipe_changed.emit(
            replace(
                with_optimizer(typed, self.optimizer.currentData()),
                network=self.network.currentData(),
                batch_size=self.batch_size.value(),
                epochs=self.epochs.value(),
                seed=self.seed.value(),
                device=self.device.currentData(),
            )
        )

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
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_labels"):
            self._render_problem()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for label, texts in zip(self._labels, FIELD_TEXTS, strict=True):
            label.setText(QCoreApplication.translate(FIELDS_CONTEXT, texts.label))
        for index, key in enumerate(_DATASETS):
            self.data.setItemText(index, dataset_title(key))
        self.data.setItemText(self.data.count() - 1, self.tr("Folder…"))
        for index, optimizer in enumerate(OPTIMIZERS.values()):
            title = QCoreApplication.translate(OPTIMIZERS_CONTEXT, optimizer.title)
            self.optimizer.setItemText(index, title)
        self.device.setItemText(0, self.tr("Automatic"))
        self._name_fields()
        self.learning_rate.setText(_localized(self.learning_rate.text()))
        self._render_problem()

    def _name_fields(self) -> None:
        locked = self.tr("A run keeps its recipe. Stop it to change this.")
        translate = QCoreApplication.translate
        for field, texts in zip(self._fields(), FIELD_TEXTS, strict=True):
            name = translate(FIELDS_CONTEXT, texts.name)
            tip = translate(FIELDS_CONTEXT, texts.tip)
            set_names(field, texts.key, name, locked if self._locked else tip)

    @override
    def minimumSizeHint(self) -> QSize:
        # A long reason is cut rather than making the window wider.
        return QSize(656, super().minimumSizeHint().height())


def _whole_number(lowest: int, highest: int, parent: QWidget) -> WholeSpin:
    box = WholeSpin(parent)
    box.setRange(lowest, highest)
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


def _choose(box: QComboBox, data: str) -> None:
    with QSignalBlocker(box):
        box.setCurrentIndex(box.findData(data))


def _put(box: QSpinBox, value: int) -> None:
    if box.value() != value:
        with QSignalBlocker(box):
            box.setValue(value)
