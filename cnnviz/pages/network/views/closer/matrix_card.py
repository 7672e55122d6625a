"""The open number as one entry of a matrix product: its row, its column, their sum."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.explain.matrix_product import MatrixProduct
from cnnviz.engine.images.colour_maps import (
    sequential_range,
    signed_range,
    to_indices,
)
from cnnviz.pages.network.presenters.closer import CloserState
from cnnviz.ui.accessibility.cell_source import CellSource
from cnnviz.ui.accessibility.read_list import ReadList
from cnnviz.ui.canvas.grid_cells import argb_table, block_image
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import Look, look

_TALL: Final = 132.0
_LINE: Final = 18.0
_STRIP: Final = 14.0
_SIGN: Final = 18.0
_SHARES: Final = (0.5, 0.25, 0.25)
_LEAST: Final = 14.0
_MOST_CELLS: Final = 400
"""Rows and columns of a matrix that are drawn; of more, every n-th."""


class MatrixView(QWidget):
    """Paint patches × kernels = sums, with the open row, column and entry marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._product: MatrixProduct | None = None
        self._entry = 0, 0
        self._captions: tuple[str, ...] = ()
        self._images: tuple[QImage, ...] = ()
        self._sizes: tuple[tuple[int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_product(
        self, product: MatrixProduct, entry: tuple[int, int], captions: tuple[str, ...]
    ) -> None:
        """Show a product; ``captions`` stand over the row, the column and the products."""
        is_other = product is not self._product
        self._product, self._entry, self._captions = product, entry, captions
        if is_other:
            self._make_images()
        self.update()

    def _make_images(self) -> None:
        assert self._product is not None
        colours, product = look(self.palette()), self._product
        shown = product.patches, product.kernels, product.product
        self._images = tuple(_image(each, colours) for each in shown)
        self._sizes = tuple((len(each), each.shape[1]) for each in shown)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._product is not None:
            self._make_images()

    def accessible_cells(self) -> CellSource:
        """Return the numbers of the open row and column, and their products."""
        return ReadList(self._terms, self._term_words, self._term_box)

    def _terms(self) -> int:
        return 0 if self._product is None else self._product.patches.shape[1]

    def _term_words(self, index: int) -> str:
        assert self._product is not None
        row, column = self._entry
        cell = float(self._product.patches[row, index])
        weight = float(self._product.kernels[index, column])
        return f"{whole(index + 1)}: {short(cell)} × {short(weight)} = {short(cell * weight)}"

    def _term_box(self, index: int) -> QRectF:
        width = self.width() / max(self._terms(), 1)
        top = _TALL + _LINE + tokens.SPACE_M
        return QRectF(index * width, top, width, self.height() - top)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, round(_TALL + _LINE + 3 * (_LINE + _STRIP) + tokens.SPACE_M))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._product is None:
            return
        with QPainter(self) as painter:
            painter.setFont(in_pixels(self.font(), tokens.TEXT_PX))
            self._paint_matrices(painter)
            self._paint_marks(painter)
            self._paint_strips(painter, _TALL + _LINE + tokens.SPACE_M)

    def _boxes(self) -> tuple[QRectF, ...]:
        """Return where the three matrices lie, their middles at one height."""
        room, left, made = self.width() - 2 * _SIGN, 0.0, []
        tallest = max(rows for rows, _ in self._sizes)
        for (rows, _), share in zip(self._sizes, _SHARES, strict=True):
            height = max(_LEAST, _TALL * (rows / tallest) ** 0.5)
            made.append(QRectF(left, (_TALL - height) / 2, room * share, height))
            left += room * share + _SIGN
        return tuple(made)

    def _paint_matrices(self, painter: QPainter) -> None:
        colours, boxes = look(self.palette()), self._boxes()
        for box, image, (rows, columns) in zip(
            boxes, self._images, self._sizes, strict=True
        ):
            painter.drawImage(box, image, QRectF(image.rect()))
            painter.setPen(colours.hairline)
            painter.drawRect(box)
            painter.setPen(colours.ink_3)
            below = QRectF(box.left(), _TALL, box.width(), _LINE)
            text = f"{whole(rows)} × {whole(columns)}"
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(colours.ink_2)
        for box, sign in zip(boxes, "×=", strict=False):
            place = QRectF(box.right(), 0, _SIGN, _TALL)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_marks(self, painter: QPainter) -> None:
        """Outline the open row, its column and their entry."""
        colours, boxes = look(self.palette()), self._boxes()
        row, column = self._entry
        patches, kernels, sums = boxes
        (places, _), (_, outputs) = self._sizes[0], self._sizes[1]
        top, height = _part(patches.top(), patches.height(), row, places)
        left, width = _part(kernels.left(), kernels.width(), column, outputs)
        right, narrow = _part(sums.left(), sums.width(), column, outputs)
        for box in (
            QRectF(patches.left(), top, patches.width(), height),
            QRectF(left, kernels.top(), width, kernels.height()),
            QRectF(right, top, narrow, height),
        ):
            _outline(painter, box, colours)

    def _paint_strips(self, painter: QPainter, top: float) -> None:
        assert self._product is not None
        row, column = self._entry
        cells, kernel = self._product.patches[row], self._product.kernels[:, column]
        colours = look(self.palette())
        strips = cells, kernel, cells * kernel
        for strip, caption in zip(strips, self._captions, strict=True):
            painter.setPen(colours.ink_3)
            place = QRectF(0, top, self.width(), _LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, caption)
            image = _image(strip[np.newaxis], colours)
            box = QRectF(0, top + _LINE, self.width(), _STRIP)
            painter.drawImage(box, image, QRectF(image.rect()))
            top += _LINE + _STRIP


class MatrixCard(Retranslated):
    """Say a convolution as a matrix product, with the open number in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = CloserState()
        self._title, self._words, self._sum = (QLabel(self) for _ in range(3))
        self._title.setFont(half_bold(self._title.font()))
        self.view = MatrixView(self)
        for label in (self._words, self._sum):
            label.setWordWrap(True)
        parts = self._title, self._words, self.view, self._sum
        in_column(*parts, gap=tokens.SPACE_S, of=self)
        self._retranslate()

    @property
    def sum_text(self) -> str:
        """The sum of the open number, in words."""
        return self._sum.text()

    def render_state(self, state: CloserState) -> None:
        """Show the product of the open number's layer; hidden where there is none."""
        self._state = state
        closer = state.closer
        product = None if closer is None else closer.product
        self.setVisible(product is not None)
        if closer is None or product is None:
            return
        row, column = product.entry(closer.question.at)
        captions = (
            self.tr("The window, laid out as row {row}").format(row=whole(row + 1)),
            self.tr("The kernel, as column {column}").format(column=whole(column + 1)),
            self.tr("Their products"),
        )
        self.view.render_product(product, (row, column), captions)
        self._words.setText(self._said(product))
        self._sum.setText(self._summed(product, row, column))

    def _said(self, product: MatrixProduct) -> str:
        channels, height, width = product.patch_shape
        if product.places_hw == (1, 1) and (height, width) == (1, 1):
            text = self.tr(
                "All {cells} {cells|number|numbers} of the input are one row, the weights "
                "of each unit a column: one product makes all {outputs} sums."
            )
            return filled(text, cells=channels, outputs=product.kernels.shape[1])
        text = self.tr(
            "Each window of {channels} × {height} × {width} cells is a row, each kernel a "
            "column: one product makes all {sums} sums of the layer."
        )
        sums = len(product.patches) * product.kernels.shape[1]
        return filled(text, channels=channels, height=height, width=width, sums=sums)

    def _summed(self, product: MatrixProduct, row: int, column: int) -> str:
        total = float(product.patches[row] @ product.kernels[:, column])
        bias = float(product.bias[column % len(product.bias)])
        text = self.tr(
            "Row {row} times column {column}: {cells} {cells|product|products} "
            "{cells|is|add up to} {total}; with the bias {bias} it is {value}."
        )
        return filled(
            text,
            row=row + 1,
            column=column + 1,
            cells=product.patches.shape[1],
            total=short(total),
            bias=short(bias),
            value=short(total + bias),
        )

    def _retranslate(self) -> None:
        self._title.setText(self.tr("As one matrix product"))
        set_names(
            self.view,
            "matrix_view",
            self.tr("Windows times kernels"),
            self.tr("All windows of the layer, all kernels, and all sums"),
        )
        self.render_state(self._state)


def _image(matrix: NDArray[np.floating], colours: Look) -> QImage:
    """Return a matrix as a picture, a pixel a number; of a large one every n-th."""
    down, across = (max(1, -(-size // _MOST_CELLS)) for size in matrix.shape)
    part = np.ascontiguousarray(matrix[::down, ::across], np.float32)
    signed = bool((part < 0).any())
    low, high = signed_range(part) if signed else sequential_range(part)
    table = argb_table(colours.tables["diverging" if signed else "sequential"])
    return block_image(
        np.ascontiguousarray(table[to_indices(part, low, high)]),
        QImage.Format.Format_RGB32,
    )


def _part(start: float, extent: float, index: int, count: int) -> tuple[float, float]:
    """Return where one of so many parts begins, and how long it is: 3 pixels at least."""
    size = max(extent / count, 3.0)
    return start + (extent - size) * index / max(count - 1, 1), size


def _outline(painter: QPainter, box: QRectF, colours: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(colours.marker_edge)
    painter.drawRect(box.adjusted(-2, -2, 1, 1))
    painter.setPen(colours.ink)
    painter.drawRect(box.adjusted(-1, -1, 0, 0))
