"""Another height and width for the picture, by a method with a name."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from cnnviz.engine.images.resizing import LARGEST_SIDE, METHODS, in_proportion
from cnnviz.pages.convolution.views.inspector.picture.size_fields import SizeFields
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold


class ResizePanel(QWidget):
    """Height, width, whether they go together, and how new cells are made.

    Signals
    -------
    resize_requested(size_hw, method)
        Give the picture this size.
    """

    resize_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = (1, 1)
        self._heading = QLabel(self)
        self._heading.setFont(bold(self._heading.font()))
        self._fields = SizeFields(2, self)
        self._keep = QCheckBox(self)
        self._keep.setChecked(True)
        self._method = QComboBox(self)
        for method in METHODS:
            self._method.addItem("", method)
        self._method.setCurrentIndex(list(METHODS).index("box"))
        self._press = QPushButton(self)
        self._lay_out()
        height, width = self._fields.spins
        height.valueChanged.connect(self._follow_height)
        width.valueChanged.connect(self._on_width_changed)
        self._keep.toggled.connect(self._follow_height)
        self._press.clicked.connect(self._on_resize_clicked)

    def _lay_out(self) -> None:
        for spin in self._fields.spins:
            spin.setMaximum(LARGEST_SIDE)
        for part in (self._keep, self._method, self._press):
            part.setMinimumHeight(tokens.HIT)
        last = in_row((self._method, 1), self._press, gap=tokens.SPACE_S)
        parts = (self._heading, self._fields, self._keep, last)
        in_column(*parts, gap=tokens.SPACE_XS, of=self)

    def render_size(self, size_hw: tuple[int, int]) -> None:
        """Start from a picture's size; keep what was typed for the same."""
        if size_hw != self._size:
            self._size = size_hw
            # Of a picture that is larger than this can make: the largest that it can.
            self._fields.render_values(in_proportion(size_hw, height=size_hw[0]))

    @Slot()
    def _follow_height(self) -> None:
        if self._keep.isChecked():
            height, _ = self._fields.numbers()
            self._fields.render_values(in_proportion(self._size, height=height))

    @Slot(int)
    def _on_width_changed(self, width: int) -> None:
        if self._keep.isChecked():
            self._fields.render_values(in_proportion(self._size, width=width))

    @Slot()
    def _on_resize_clicked(self) -> None:
        self.resize_requested.emit(self._fields.numbers(), self._method.currentData())

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._heading.setText(self.tr("Resize"))
        self._fields.name(
            (
                ("resize_height", self.tr("Height"), self.tr("Rows, 4096 at most")),
                ("resize_width", self.tr("Width"), self.tr("Columns, 4096 at most")),
            )
        )
        proportions = self.tr("Keep proportions")
        kept = self.tr("Change height and width together")
        set_names(self._keep, "resize_keep_check", proportions, kept)
        self._keep.setText(proportions)
        how = self.tr("How a new cell is made from the cells that it covers")
        set_names(self._method, "resize_method_combo", self.tr("Method"), how)
        for index, text in enumerate(
            (
                self.tr("Nearest cell"),
                self.tr("Box (mean)"),
                self.tr("Bilinear"),
                self.tr("Bicubic"),
                self.tr("Lanczos"),
            )
        ):
            self._method.setItemText(index, text)
        made = self.tr("Resize the picture to this height and width")
        set_names(self._press, "resize_button", self.tr("Resize"), made)
        self._press.setText(self._press.accessibleName())
