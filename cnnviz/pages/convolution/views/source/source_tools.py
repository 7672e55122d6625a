"""Where the picture comes from, in its title: its name as a menu, zoom, the pencil."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from cnnviz.engine.images.samples import SAMPLES, load_sample
from cnnviz.pages.convolution.model.lab_settings import OperationKind
from cnnviz.pages.convolution.model.signal_presets import SIGNALS, signal_key
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.signal.signal_text import (
    no_picture_here,
    signal_name,
)
from cnnviz.pages.convolution.views.source.dataset_flyout import DatasetFlyout
from cnnviz.pages.convolution.views.source.numbers_flyout import NumbersFlyout
from cnnviz.state.level import set_level
from cnnviz.ui.controls.menu_name import MenuName
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.keys import EVERYWHERE, key_text
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, name_action, set_names
from cnnviz.ui.picture_choice.picture_grid import add_pictures
from cnnviz.ui.picture_text import picture_title, sample_title
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


class SourceTools(Retranslated):
    """Zoom and the pencil, at the right of a title; ``name`` is beside the title's word.

    ``name`` is what the picture is called, and the menu of all it can be taken from. In
    one dimension that is a signal, and the sources of pictures have nothing to give.

    Signals
    -------
    open_requested()
        The window shall ask for a file.
    """

    open_requested = Signal()

    def __init__(self, actions: LabActions, lab: LabPresenters, page: QWidget) -> None:
        super().__init__(page)
        set_level(self, "standard")
        self._lab = lab
        self._is_signal = self._is_drawing = False
        self.name = MenuName(page)
        set_level(self.name, "standard")
        self._menu, self._signals = QMenu(self), QMenu(self)
        self._open, self._numbers, self._dataset, self._wipe = self._actions()
        samples = add_pictures(self._menu, SAMPLES, load_sample, sample_title)
        samples.chosen.connect(lab.pictures.open_sample)
        for key in SIGNALS:
            self._signals.addAction("").setData(key)
        for menu in (self._menu, self._signals):
            menu.addSeparator()
            menu.addActions((self._open, self._numbers, self._dataset, actions.draw))
        self._clear = tool_button(self, self._wipe)
        shown = actions.zoom_in, actions.zoom_fit, actions.draw
        self._buttons = [tool_button(self, action) for action in shown]
        for button in (*self._buttons, self._clear):
            button.setFixedSize(tokens.HIT_SMALL, tokens.HIT_SMALL)
        in_row(*self._buttons, self._clear, gap=0, of=self)
        self._clear.hide()
        self.numbers = NumbersFlyout(
            lab.pictures, lab.walk, self._numbers, self.name, page
        )
        self.dataset = DatasetFlyout(lab, self._dataset, self.name, page)
        self._connect()
        self._retranslate()

    def _actions(self) -> tuple[QAction, ...]:
        names = "source_open", "source_numbers", "source_dataset", "clear"
        signs = "open", "numbers", "dataset", "clear"
        made = []
        for name, sign in zip(names, signs, strict=True):
            action = QAction(icon(sign), "", self)
            action.setObjectName(f"{name}_action")
            set_level(action, "standard")
            made.append(action)
        return tuple(made)

    def _connect(self) -> None:
        self.name.clicked.connect(self._on_name_clicked)
        self._open.triggered.connect(self.open_requested)
        self._wipe.triggered.connect(self._lab.pictures.clear_drawing)
        self._signals.triggered.connect(self._on_triggered)
        self.numbers.opened.connect(self.dataset.put_away)
        self.dataset.opened.connect(self.numbers.put_away)
        self._lab.pictures.store.changed.connect(self._write_name)
        self._lab.walk.store.changed.connect(self._write_name)

    def put_away(self) -> bool:
        """Close the panel that is open; whether one was."""
        flyouts = [one for one in (self.numbers, self.dataset) if one.isVisible()]
        for flyout in flyouts:
            flyout.put_away()
        return bool(flyouts)

    def render_drawing(self, drawing: bool) -> None:
        """Offer to wipe the pad while there is one."""
        self._is_drawing = drawing
        self._wipe.setEnabled(drawing and not self._is_signal)
        self._clear.setVisible(drawing)

    def render_operation(self, operation: OperationKind) -> None:
        """Offer signals where there is one in place of a picture."""
        is_signal = operation == "signal"
        if is_signal == self._is_signal:
            return
        self._is_signal = is_signal
        for action in (self._numbers, self._dataset):
            action.setChecked(False)
            action.setEnabled(not is_signal)
        self.render_drawing(self._is_drawing)
        self._retranslate()

    @Slot()
    def _on_name_clicked(self) -> None:
        self.name.pop_up(self._signals if self._is_signal else self._menu)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        key = action.data()
        if key in SIGNALS:
            self._lab.signals.choose_signal(key)

    @Slot()
    def _write_name(self) -> None:
        """Write what is worked on; a tip says what a press offers."""
        if self._is_signal:
            key = signal_key(self._lab.walk.commands.settings.signal.values)
            text = signal_name(key) if key else self.tr("Your own signal")
        else:
            text = picture_title(self._lab.pictures.store.state)
        self.name.set_words(text)

    @override
    def _retranslate(self) -> None:
        self._name_sources()
        for button in (*self._buttons, self._clear):
            name_as_action(button)
        for action in self._signals.actions():
            if action.data():
                action.setText(signal_name(action.data()))
        self._write_name()

    def _name_sources(self) -> None:
        keys = key_text(EVERYWHERE, "open_picture")
        opening = self.tr("Open a picture or an experiment ({keys})").format(keys=keys)
        name, tip = self.tr("Picture"), self.tr("Choose another picture")
        if self._is_signal:
            name = self.tr("Signal")
            tip = self.tr("Choose an example signal, or a row of the picture")
        set_names(self.name, "source_button", name, tip)
        numbers = self.tr("Make a grid of numbers, or paste one")
        dataset = self.tr("Choose a picture from a dataset")
        for action, text, tip in (
            (self._open, self.tr("Open…"), opening),
            (self._wipe, self.tr("Clear"), self.tr("Clear the drawing pad")),
            (self._numbers, self.tr("Numbers…"), numbers),
            (self._dataset, self.tr("Dataset…"), dataset),
        ):
            makes_none = self._is_signal and action is not self._open
            name_action(action, text, no_picture_here() if makes_none else tip)
