"""The pad with its tools."""

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget
from typing_extensions import override

from cnnviz.pages.draw.views.draw_actions import DrawActions
from cnnviz.state.level import set_chrome, set_level
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.canvas.stroke_paper import PEN_WIDTHS
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.picture_image import picture_image
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_ICON = QSize(tokens.ICON_S, tokens.ICON_S)
_TARGET = QSize(tokens.HIT_SMALL, tokens.HIT)  # all have room below the least pad

_LARGEST_SHOWN: Final = 1024
"""Pixels of a picture's longer side that the pad has use for."""


class PadPanel(Retranslated):
    """Lay the pad over its tools: pen size, undo, eraser, clear.

    Attributes
    ----------
    undo
        The button that takes the last stroke back.
    """

    def __init__(
        self, actions: DrawActions, undo: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._shown: SharedPicture | None = None
        self.pad = DrawPad(self)
        self._thin, self._thick = QLabel(self), QLabel(self)
        self._size = QSlider(Qt.Orientation.Horizontal, self)
        self._size.setRange(*PEN_WIDTHS)
        self._size.setPageStep(4)
        self._size.setValue(self.pad.pen_width)
        self._size.setMinimumSize(tokens.SPACE_RIBBON, tokens.HIT)
        self.undo = self._button("undo")
        self.undo.setEnabled(undo.canUndo())
        self._eraser = self._button(actions.eraser)
        self._clear = self._button(actions.clear)
        self._guide = self._button(actions.guide)
        self._lay_out()
        self._connect(actions, undo)
        self._retranslate()

    def render_state(self, picture: SharedPicture) -> None:
        """Show a drawing as ink, and any other picture as it is."""
        if picture is self._shown:
            return
        self._shown = picture
        if picture.ink_hw is not None:
            self.pad.render_state(picture.ink_hw)
        else:
            every = max(1, max(picture.picture.size_hw) // _LARGEST_SHOWN)
            self.pad.render_state(None, picture_image(picture.picture, every))

    def _button(self, shown: QAction | str) -> QToolButton:
        button = tool_button(self, shown, flat=False)
        button.setFixedSize(_TARGET)
        return button

    def _lay_out(self) -> None:
        self._show_pens()
        buttons = self.undo, self._eraser, self._clear, self._guide
        pen = self._thin, (self._size, 1), self._thick
        tools = in_row(*pen, *buttons, gap=tokens.SPACE_XS)
        tools.insertSpacing(len(pen), tokens.SPACE_XS)
        set_chrome(self._thin, self._size, self._thick)
        in_column((self.pad, 1), tools, gap=tokens.SPACE_M, of=self)

    def _show_pens(self) -> None:
        self._thin.setPixmap(icon("pen_thin").pixmap(_ICON))
        self._thick.setPixmap(icon("pen_thick").pixmap(_ICON))

    def _connect(self, actions: DrawActions, undo: QUndoStack) -> None:
        self._size.valueChanged.connect(self._on_size_changed)
        self.pad.pen_width_changed.connect(self._on_pen_width_changed)
        self.pad.erasing_changed.connect(actions.eraser.setChecked)
        actions.eraser.toggled.connect(self._on_eraser_toggled)
        actions.guide.toggled.connect(self._on_guide_toggled)
        actions.thinner.triggered.connect(self._on_thinner)
        actions.thicker.triggered.connect(self._on_thicker)
        undo.canUndoChanged.connect(self.undo.setEnabled)

    @Slot(int)
    def _on_size_changed(self, width: int) -> None:
        self.pad.pen_width = width

    @Slot(int)
    def _on_pen_width_changed(self, width: int) -> None:
        with QSignalBlocker(self._size):
            self._size.setValue(width)

    @Slot(bool)
    def _on_eraser_toggled(self, erasing: bool) -> None:
        self.pad.erasing = erasing

    @Slot(bool)
    def _on_guide_toggled(self, has_guide: bool) -> None:
        self.pad.has_guide = has_guide

    @Slot()
    def _on_thinner(self) -> None:
        self.pad.pen_width -= 2

    @Slot()
    def _on_thicker(self) -> None:
        self.pad.pen_width += 2

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._show_pens()
        super().changeEvent(event)

    @override
    def _retranslate(self) -> None:
        set_names(
            self.pad,
            "draw_pad",
            self.tr("Drawing pad for a digit"),
            self.tr(
                "Draw with the mouse, a pen or a finger; the right button erases. With "
                "the keyboard: arrow keys move the pen, Space lowers or lifts it."
            ),
        )
        self._thin.setAccessibleName(self.tr("Thin pen"))
        self._thick.setAccessibleName(self.tr("Thick pen"))
        set_names(
            self._size, "pen_size", self.tr("Pen size"), self.tr("Pen size ([ and ])")
        )
        set_names(
            self.undo,
            "undo_stroke",
            self.tr("Undo"),
            self.tr("Undo the last stroke (Ctrl+Z). Esc cancels the current stroke"),
        )
        set_names(
            self._eraser, "eraser_button", self.tr("Eraser"), self._eraser.toolTip()
        )
        set_names(self._guide, "guide_button", self.tr("Guide"), self._guide.toolTip())
        set_names(self._clear, "clear_button", self.tr("Clear"), self._clear.toolTip())
