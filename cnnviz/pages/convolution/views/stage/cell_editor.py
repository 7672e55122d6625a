"""Typing a number straight into a cell of the input."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.images.numbers.typed_numbers import read_usable_number
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.stage.cell_line import (
    CellLine,
    CellNote,
    kept_within,
)
from cnnviz.state.level import set_level
from cnnviz.state.picture.number_pictures import CellEdit
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.keys import give_keys
from cnnviz.ui.number_text import refused_number
from cnnviz.ui.numbers import decimal_mark, full
from cnnviz.ui.page import set_names, set_tip

_SMALLEST: Final = QSize(48, 26)


class CellEditor(QObject):
    """Opens a line over a cell: by double click, F2 or E; digits zoom as ever.

    Return takes the number, Tab and the arrows up and down go on to the next cell, Esc
    leaves it as it was. What is no number stays, with the reason below it.
    """

    def __init__(
        self,
        canvas: GridCanvas,
        walk: WalkPresenter,
        pictures: PicturePresenter,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._canvas, self._walk, self._pictures = canvas, walk, pictures
        self._cell: Pair | None = None
        self._pressed: Pair | None = None
        self._written = ""
        self.line = CellLine(canvas)
        self.note = CellNote(canvas)
        self.action = QAction(page)
        for control in (self.line, self.action):
            set_level(control, "standard")
        give_keys(self.action, "convolution", "edit_cell_action")
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.addAction(self.action)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._canvas.installEventFilter(self)
        for signal in (self._canvas.cell_hovered, self._canvas.cell_left):
            signal.connect(self._on_cell_read)
        self.action.triggered.connect(self._on_edit_triggered)
        self.line.confirmed.connect(self._on_confirmed)
        self.line.cancelled.connect(self._on_cancelled)
        self.line.left.connect(self._on_left)
        self._walk.store.changed.connect(self._on_state_changed)
        self._pictures.store.changed.connect(self._on_picture_changed)

    @property
    def is_open(self) -> bool:
        """Whether a number is being typed."""
        return self._cell is not None

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        name = self.tr("Type a cell’s number")
        tip = self.tr(
            "Change the number of the cell under the pointer, or else of the "
            "middle cell of the window"
        )
        set_names(self.action, "edit_cell_action", name, tip)
        self.line.setObjectName("cell_line")
        tip = self.tr("Enter: save. Tab, ↑, ↓: next cell. Esc: cancel.")
        set_tip(self.line, tip)

    # opening

    @Slot()
    def _on_edit_triggered(self) -> None:
        cell, walk = self._canvas.hovered_cell, self._walk.store.state.walk
        if cell is None and walk is not None:
            (top, left), (rows, columns) = (
                walk.geometry.corner(*walk.cell),
                walk.geometry.span,
            )
            cell = top + rows // 2, left + columns // 2
        if cell is not None and self._canvas.isVisible():
            self.open_at(*cell)

    def open_at(self, row: int, column: int) -> None:
        """Let the number of a cell be typed, or say why it cannot be."""
        self._walk.pause()
        self._close()
        refusal = self._refusal(row, column)
        self._canvas.reveal(row, column, 1, 1)
        if refusal:
            self.note.say(refusal, self._area((row, column)))
            return
        self._cell = (row, column)
        self._written = full(self._value(row, column) or 0.0)
        self.line.setText(self._written)
        name = self.tr("Number of row {row}, column {column}")
        self.line.setAccessibleName(name.format(row=row + 1, column=column + 1))
        self._place()
        self.line.show()
        self.line.raise_()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refusal(self, row: int, column: int) -> str:
        """Return why nothing can be typed into a cell; empty when something can."""
        frame = self._canvas.view.frame
        given, shared = self._walk.store.state.given, self._pictures.store.state
        if given is None or given.size_hw != shared.picture.size_hw:
            return self.tr("There is no picture to type into.")
        if not (0 <= row < frame.rows and 0 <= column < frame.columns):
            return self.tr(
                "This cell is padding, not part of the picture, so you cannot change "
                "it."
            )
        (down, right), (height, width) = self._stretch(), given.size_hw
        is_between = row % down or column % right
        if is_between or row >= height * down or column >= width * right:
            return self.tr(
                "This cell is a gap of the transposed convolution: it always holds 0."
            )
        if self._value(row, column) is None:
            return self.tr("The picture is still loading. Wait a moment.")
        return ""

    def _place_of(self, row: int, column: int) -> tuple[int, int, int]:
        """Return channel, row and column of the picture for a cell of the grid."""
        down, right = self._stretch()
        return self._walk.store.state.shown_channel, row // down, column // right

    def _value(self, row: int, column: int) -> float | None:
        """Return a cell's number, which a large picture may not show yet."""
        settings, place = self._walk.store.state.settings, self._place_of(row, column)
        edit = CellEdit(place, 0, settings.colour, settings.value_range)
        return self._pictures.history.number(edit)

    def _stretch(self) -> Pair:
        """Return how far the picture's cells lie apart: a walk's canvas shows its grid."""
        walk = self._walk.store.state.walk
        return (1, 1) if walk is None else walk.geometry.stretch

    # taking

    @Slot(int, int)
    def _on_confirmed(self, down: int, right: int) -> None:
        cell = self._cell
        if cell is None or not self._take(cell):
            return
        self._on_cancelled()
        if down or right:
            self._go_on(*cell, down, right)

    def _take(self, cell: Pair) -> bool:
        """Change the picture to what is typed; say why, when it is no number."""
        text = self.line.text()
        if text == self._written:
            return True
        value = read_usable_number(text, decimal_mark())
        if value is None:
            self.note.say(refused_number(text), self._area(cell))
            return False
        settings, place = self._walk.store.state.settings, self._place_of(*cell)
        self._pictures.change_cell(place, value, settings.colour, settings.value_range)
        return True

    def _go_on(self, row: int, column: int, down: int, right: int) -> None:
        """Open the next cell; at the end of a row the first of the next one."""
        frame = self._canvas.view.frame
        stretch = self._stretch()
        row, column = row + down * stretch[0], column + right * stretch[1]
        if column >= frame.columns:
            row, column = row + stretch[0], 0
        elif column < 0:
            row, column = row - stretch[0], frame.columns - 1
        if 0 <= row < frame.rows:
            self.open_at(row, column)

    # closing

    @Slot()
    def _on_cancelled(self) -> None:
        self._close()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_left(self) -> None:
        """Take what is typed when the hand goes elsewhere; drop what is no number."""
        if self._cell is not None:
            self._take(self._cell)
            self._close()

    def _close(self) -> None:
        self._cell = None
        self.note.hide()
        self.line.hide()

    @Slot(object, object)
    def _on_picture_changed(self, _new: SharedPicture, _old: SharedPicture) -> None:
        if not self._pictures.history.is_typing:
            self._close()  # undo, or another picture: it was about what is gone

    @Slot(object, object)
    def _on_state_changed(self, new: LabState, old: LabState) -> None:
        if _worked_on(new) != _worked_on(old):
            self._close()

    @Slot()
    def _on_cell_read(self) -> None:
        if not self.is_open:
            self.note.hide()

    # where it lies

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the grid: its place, its language and the mouse on it."""
        kind = event.type()
        if kind == QEvent.Type.Paint:
            self._place()  # the grid may have been moved or zoomed
        elif kind == QEvent.Type.LanguageChange:
            self.retranslate()
        elif isinstance(event, QMouseEvent):
            return self._follow_mouse(event)
        return False

    def _follow_mouse(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            # The first click may move a zoomed grid: remember which cell was meant.
            at = event.position()
            self._pressed = self._canvas.view.cell_at(at.x(), at.y())
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            if self._pressed is not None:
                self.open_at(*self._pressed)
            return True
        return False

    def _place(self) -> None:
        if self._cell is None:
            return
        area = self._area(self._cell)
        if area != self.line.geometry():
            self.line.setGeometry(area)
            self.note.place_at(area)

    def _area(self, cell: Pair) -> QRect:
        over = QRect(*self._canvas.view.rect(*cell))
        area = QRect(over.topLeft(), over.size().expandedTo(_SMALLEST))
        area.moveCenter(over.center())
        return kept_within(area, self._canvas.rect())


def _worked_on(state: LabState) -> tuple[object, ...]:
    """Return what decides which number a cell stands for."""
    settings = state.settings
    stretch = None if state.walk is None else state.walk.geometry.stretch
    colours = settings.colour, settings.value_range
    return state.shown_channel, settings.operation, stretch, *colours
