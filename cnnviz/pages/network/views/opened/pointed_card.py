"""Beside the number that is pointed at: its product, where it comes from, and the way there."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look, paint_frame
from cnnviz.ui.unit_view.rows.rows_view import RowsView

Cell = tuple[int, int]

_BESIDE: Final = 10
"""Pixels between a row's numbers and the card."""


class PointedCard(Retranslated):
    """Read the number of a window or a kernel that is pointed at; *Follow* opens it.

    It stands beside the row. The pointer can go there: a cell that it only crosses does
    not take its place, nor does it vanish at once.
    """

    def __init__(self, rows: RowsView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pointed_card")
        self._rows, self._panel = rows, parent
        self._cell: Cell | None = None
        self._product, self._place = QLabel(self), QLabel(self)
        self.follow = QPushButton(self)
        self._wait = QTimer(self, singleShot=True, interval=tokens.HOVER_MS)
        self._wait.timeout.connect(self._read)
        self._lay_out()
        self.follow.clicked.connect(self._on_followed)
        rows.cell_hovered.connect(self._on_pointed)
        rows.cell_left.connect(self._wait.start)
        self._retranslate()
        self.hide()

    @property
    def cell(self) -> Cell | None:
        """The row and column of the rows that it reads."""
        return self._cell

    @property
    def words(self) -> tuple[str, str]:
        """The product, and where its number comes from."""
        return self._product.text(), self._place.text()

    def _lay_out(self) -> None:
        for label in (self._product, self._place):
            label.setTextFormat(Qt.TextFormat.PlainText)
        value = in_pixels(self.font(), tokens.VALUE_PX)
        self._product.setFont(half_bold(value))
        self._place.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        # The keyboard follows by Return, from the number itself.
        self.follow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parts = self._product, self._place, self.follow
        in_column(*parts, gap=tokens.SPACE_XS, of=self, margin=tokens.SPACE_CARD)

    def put_away(self) -> None:
        """Read nothing: something else is shown."""
        self._wait.stop()
        self._cell = None
        self.hide()

    @Slot(int, int)
    def _on_pointed(self, row: int, column: int) -> None:
        if self.isHidden():
            self._read()
        else:
            self._wait.start()

    @Slot()
    def _read(self) -> None:
        """Read what is pointed at now; nothing any more once the pointer is away."""
        cell, rows = self._rows.hovered_cell, self._rows
        if self.underMouse() and cell is None:
            return
        part = None if cell is None else rows.part_at(*cell)
        said = "" if cell is None else rows.rounded_at(*cell)
        if part is None or cell is None or not said:
            self.put_away()
            return
        shown, is_kernel, *at = part
        self._cell = cell
        self._product.setText(said)
        self._place.setText(rows.place_words(*cell))
        self.follow.setVisible(not is_kernel and shown.source(*at) is not None)
        self._stand(cell)
        self.show()
        self.raise_()

    def _stand(self, cell: Cell) -> None:
        """Stand beside the row that a cell is in, within the panel."""
        rows, layout = self._rows, self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
        place = rows.rows_layout.rows[cell[0] // rows.shown.rows[0].size_hw[0]]
        ends = max(box[0] + box[2] for box in (place.window, place.kernel) if box)
        corner = rows.mapTo(self._panel, QPoint(round(ends) + _BESIDE, 0))
        room = self._panel.rect()
        x = min(corner.x(), room.right() - self.width() - tokens.SPACE_M)
        y = corner.y() + round(place.window[1] + place.window[3] / 2)
        y -= self.height() // 2
        most = room.bottom() - self.height() - tokens.SPACE_M
        self.move(x, min(max(y, tokens.SPACE_M), most))

    @Slot()
    def _on_followed(self) -> None:
        cell = self._cell
        self.put_away()
        if cell is not None:
            self._rows.choose(cell)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._wait.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._wait.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = look(self.palette()).chosen
        with QPainter(self) as painter:
            paint_frame(painter, self, ground, tokens.RADIUS_PANEL)

    def _retranslate(self) -> None:
        self.follow.setText(self.tr("Follow"))
        set_names(
            self.follow,
            "pointed_follow_button",
            self.tr("Follow"),
            self.tr("Show how this number is made (Return)"),
        )
