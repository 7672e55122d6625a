"""Which part of the picture to keep."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.engine.images.resizing import Box, around, square_in
from cnnviz.pages.convolution.views.inspector.picture.size_fields import SizeFields
from cnnviz.state.level import set_level
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold


class CropPanel(QWidget):
    """First row and column, height and width; two ways to fill them; crop.

    Signals
    -------
    crop_requested(box)
        Keep this part only.
    window_requested()
        Fill in where the window is now: answered by `fill_around`.
    box_considered(box)
        What would be kept now, while the keyboard is in the panel; ``None`` when it
        leaves, or where that is no part of the picture.
    """

    crop_requested = Signal(object)
    window_requested = Signal()
    box_considered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "everything")
        self._size = (1, 1)
        self._is_placed = False
        self._heading = QLabel(self)
        self._heading.setFont(bold(self._heading.font()))
        self._fields = SizeFields(4, self)
        self._buttons = tuple(QPushButton(self) for _ in range(3))
        for button in self._buttons:
            button.setMinimumHeight(tokens.HIT)
        alike = [(button, 1) for button in self._buttons]
        buttons = in_row(*alike, gap=tokens.SPACE_S)
        parts = (self._heading, self._fields, buttons)
        in_column(*parts, gap=tokens.SPACE_XS, of=self)
        square, window, crop = self._buttons
        square.clicked.connect(self._on_square_clicked)
        window.clicked.connect(self.window_requested)
        crop.clicked.connect(self._on_crop_clicked)
        for spin in self._fields.spins[:2]:
            spin.valueChanged.connect(self._on_place_typed)
        for spin in self._fields.spins[2:]:
            spin.valueChanged.connect(self._on_size_typed)
        for part in (*self._fields.spins, *self._buttons):
            part.installEventFilter(self)

    def render_size(self, size_hw: tuple[int, int]) -> None:
        """Offer all of a picture of another size; keep what was typed for the same."""
        if size_hw == self._size:
            return
        self._size = size_hw
        height, width = size_hw
        limits = (height, width, height, width)
        for spin, most in zip(self._fields.spins, limits, strict=True):
            with QSignalBlocker(spin):
                spin.setMaximum(most)
        self._is_placed = False
        self._fields.render_values((1, 1, height, width))

    def fill_around(self, geometry: WindowGeometry, cell: tuple[int, int]) -> None:
        """Fill in the neighbourhood of the window at one of its places."""
        top, left = geometry.corner(*cell)
        (height, width), (down, across) = geometry.span, geometry.stretch
        corner = top // down, left // across
        span = -(-height // down), -(-width // across)
        self._fill(around(corner, span, self._size))

    def _fill(self, box: Box) -> None:
        self._is_placed = False
        self._render_box(box)

    def _render_box(self, box: Box) -> None:
        self._fields.render_values((box.top + 1, box.left + 1, box.height, box.width))
        self._tell_box()

    def _box(self) -> Box:
        top, left, height, width = self._fields.numbers()
        return Box(top - 1, left - 1, height, width)

    def _tell_box(self) -> None:
        focus = self.focusWidget()
        if focus is None or not focus.hasFocus():
            self.box_considered.emit(None)
            return
        box, (rows, columns) = self._box(), self._size
        inside = box.top + box.height <= rows and box.left + box.width <= columns
        self.box_considered.emit(box if inside else None)

    @Slot()
    def _on_place_typed(self) -> None:
        self._is_placed = True
        self._tell_box()

    @Slot()
    def _on_size_typed(self) -> None:
        """Take the size from the middle, unless its place was typed too."""
        box, (rows, columns) = self._box(), self._size
        if not self._is_placed:
            top, left = (rows - box.height) // 2, (columns - box.width) // 2
            box = replace(box, top=top, left=left)
        self._render_box(box)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the box on the picture while one of the fields has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            # The focus is where it will be only once the event has been handled.
            QTimer.singleShot(0, self, self._tell_box)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_square_clicked(self) -> None:
        self._fill(square_in(self._size))

    @Slot()
    def _on_crop_clicked(self) -> None:
        self.crop_requested.emit(self._box())

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._heading.setText(self.tr("Crop"))
        self._fields.name(
            (
                ("crop_top", self.tr("Row"), self.tr("First row to keep")),
                ("crop_left", self.tr("Column"), self.tr("First column to keep")),
                ("crop_height", self.tr("Height"), self.tr("Rows to keep")),
                ("crop_width", self.tr("Width"), self.tr("Columns to keep")),
            )
        )
        square, window, crop = self._buttons
        tip = self.tr("Set the fields to the largest centred square")
        set_names(square, "crop_square_button", self.tr("Square"), tip)
        tip = self.tr("Set the fields to the window plus twice its size on each side")
        set_names(window, "crop_window_button", self.tr("Window"), tip)
        tip = self.tr("Crop the picture to this part")
        set_names(crop, "crop_button", self.tr("Crop"), tip)
        for button in self._buttons:
            button.setText(button.accessibleName())
