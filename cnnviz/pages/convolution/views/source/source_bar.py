"""Where the picture comes from, and how large it is seen."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.images.samples import SAMPLES
from cnnviz.pages.convolution.model.lab_settings import OperationKind
from cnnviz.pages.convolution.model.signal_presets import SIGNALS
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.signal.signal_text import (
    no_picture_here,
    signal_name,
)
from cnnviz.pages.convolution.views.source.dataset_flyout import DatasetFlyout
from cnnviz.pages.convolution.views.source.numbers_flyout import NumbersFlyout
from cnnviz.state.level import set_level
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.keys import EVERYWHERE, key_text
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.picture_text import sample_title
from cnnviz.ui.theme import tokens

_SPACING = tokens.SPACE_XS
_GAP = tokens.SPACE_M
_SMALLEST = 34
_Style = Qt.ToolButtonStyle


class SourceBar(Retranslated):
    """Samples, open, draw, numbers, data sets; tools; zoom; settings on and off.

    Where there is no room for every word, buttons keep their icons only. In one
    dimension the samples are signals, and the sources of pictures have nothing to give.

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
        self._menu, self._signals = QMenu(self), QMenu(self)
        for menu, keys in ((self._menu, SAMPLES), (self._signals, SIGNALS)):
            for key in keys:
                menu.addAction("").setData(key)
        sources = "samples", "open", actions.draw, "new_drawing", "numbers", "dataset"
        self._sources = [self._button(shown) for shown in sources]
        self._picture, self._open, self._draw, self._clear = self._sources[:4]
        self._numbers, self._dataset = self._sources[4:]
        for first in (self._menu, self._signals, self._picture, self._clear):
            set_level(first, "first")
        self._tools = self._button(actions.algorithm), self._button("export")
        zoom = actions.zoom_out, actions.zoom_fit, actions.zoom_in, actions.zoom_window
        *self._zoom, self._inspector = (
            self._button(action, _Style.ToolButtonIconOnly)
            for action in (*zoom, actions.inspector)
        )
        self._lay_out()
        self.numbers = NumbersFlyout(lab.pictures, lab.walk, self._numbers, page)
        self.dataset = DatasetFlyout(lab.pictures, self._dataset, page)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self._picture.clicked.connect(self._on_samples_clicked)
        self._open.clicked.connect(self.open_requested)
        self._clear.clicked.connect(self._lab.pictures.clear_drawing)
        self._menu.triggered.connect(self._on_sample_triggered)
        self._signals.triggered.connect(self._on_sample_triggered)
        self._tools[1].clicked.connect(self._on_export_clicked)
        self.numbers.opened.connect(self.dataset.put_away)
        self.dataset.opened.connect(self.numbers.put_away)

    def set_exports(self, menu: QMenu) -> None:
        """Take what the button for exports offers."""
        self._exports = menu

    def _button(
        self, shown: QAction | str, style: _Style = _Style.ToolButtonTextBesideIcon
    ) -> QToolButton:
        button = tool_button(self, shown)
        button.setToolButtonStyle(style)
        button.setMinimumSize(_SMALLEST, _SMALLEST)
        return button

    def _lay_out(self) -> None:
        tools = *self._tools, *self._zoom
        parts = in_row(*self._sources, (None, 1), *tools, gap=_SPACING, of=self)
        parts.addSpacing(_GAP)
        parts.addWidget(self._inspector)
        for tool in self._tools:
            tool.setMinimumSize(tokens.HIT_WIDE, tokens.HIT_WIDE)

    def put_away(self) -> bool:
        """Close the panel that is open; whether one was."""
        flyouts = [one for one in (self.numbers, self.dataset) if one.isVisible()]
        for flyout in flyouts:
            flyout.put_away()
        return bool(flyouts)

    def render_drawing(self, drawing: bool) -> None:
        """Offer to wipe the pad while there is one."""
        self._is_drawing = drawing
        self._clear.setEnabled(drawing and not self._is_signal)

    def render_operation(self, operation: OperationKind) -> None:
        """Offer signals where there is one in place of a picture."""
        is_signal = operation == "signal"
        if is_signal == self._is_signal:
            return
        self._is_signal = is_signal
        for button in (self._numbers, self._dataset):
            button.setChecked(False)
            button.setEnabled(not is_signal)
        self.render_drawing(self._is_drawing)
        self._retranslate()

    def _fit_words(self) -> None:
        """Let as many buttons as there is room for have words, the first ones first."""
        # What is known best without its word gives it up first.
        worded = [self._picture, self._dataset, self._numbers, *self._tools]
        worded += [self._draw, self._open, self._clear]
        worded = [button for button in worded if not button.icon().isNull()]
        for button in worded:
            button.setToolButtonStyle(_Style.ToolButtonTextBesideIcon)
        while worded and self._wanted_width() > self.width():
            worded.pop().setToolButtonStyle(_Style.ToolButtonIconOnly)

    def _wanted_width(self) -> int:
        parts = (*self._sources, *self._tools, *self._zoom, self._inspector)
        widths = (max(part.sizeHint().width(), _SMALLEST) for part in parts)
        return sum(widths) + _SPACING * (len(parts) + 1) + _GAP

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    @override
    def minimumSizeHint(self) -> QSize:
        """Need no more than the icons, so that words never widen the window."""
        count = len(self._sources) + len(self._tools) + len(self._zoom) + 1
        width = count * (_SMALLEST + _SPACING) + _GAP + _SPACING
        return QSize(width, super().minimumSizeHint().height())

    @Slot()
    def _on_samples_clicked(self) -> None:
        _pop_up(self._signals if self._is_signal else self._menu, self._picture)

    @Slot()
    def _on_export_clicked(self) -> None:
        _pop_up(self._exports, self._tools[1])

    @Slot(QAction)
    def _on_sample_triggered(self, action: QAction) -> None:
        key = str(action.data())
        if action.parent() is self._signals:
            self._lab.signals.choose_signal(key)
        else:
            self._lab.pictures.open_sample(key)

    @override
    def _retranslate(self) -> None:
        self._name_sources()
        for button in (self._picture, self._numbers, self._dataset, self._tools[1]):
            button.setText(f"{button.accessibleName()} ▾")
        for button in (*self._zoom, self._inspector, self._draw, self._tools[0]):
            name_as_action(button)
        for action in self._menu.actions():
            action.setText(sample_title(action.data()))
        for action in self._signals.actions():
            action.setText(signal_name(action.data()))
        self._fit_words()

    def _name_sources(self) -> None:
        keys = key_text(EVERYWHERE, "open_picture")
        opening = self.tr("Open a picture or a lab ({keys})").format(keys=keys)
        samples = self.tr("Choose one of our pictures")
        if self._is_signal:
            samples = self.tr("Choose one of our signals, or a row of the picture")
        numbers = self.tr("Make a grid of numbers, or paste one")
        dataset = self.tr("Take a picture of a data set")
        saving = self.tr("Save the view, an animation, the output, or the whole lab")
        for button, name, text, tip in (
            (self._picture, "samples_button", self.tr("Samples"), samples),
            (self._open, "open_button", self.tr("Open"), opening),
            (self._clear, "clear_button", self.tr("Clear"), self.tr("Wipe the pad")),
            (self._numbers, "numbers_button", self.tr("Numbers"), numbers),
            (self._dataset, "dataset_button", self.tr("Data set"), dataset),
            (self._tools[1], "export_button", self.tr("Export"), saving),
        ):
            pictures_only = button in (self._clear, self._numbers, self._dataset)
            makes_none = self._is_signal and pictures_only
            set_names(button, name, text, no_picture_here() if makes_none else tip)
            button.setText(text)


def _pop_up(menu: QMenu, button: QToolButton) -> None:
    # Not setMenu: Fusion would put its arrow below the text, in the corner.
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
