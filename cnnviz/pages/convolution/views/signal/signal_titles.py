"""What stands left of the rows of bars: their names, and a note on each."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from cnnviz.pages.convolution.model.signal_picture import SignalPicture
from cnnviz.pages.convolution.views.signal.signal_bars import (
    MIDDLE_RIGHT,
    BarPainter,
)
from cnnviz.pages.convolution.views.signal.signal_geometry import AXIS_HEIGHT, RowName
from cnnviz.pages.convolution.views.signal.signal_scene import Scene
from cnnviz.ui.numbers import short
from cnnviz.ui.texts import filled
from cnnviz.ui.theme.fonts import bold
from cnnviz.ui.unit_view.sum.sum_copy_text import function_name

SCALE_WIDTH: Final = 44
"""What the numbers of the scales take, right of the titles."""


def titles() -> dict[RowName, str]:
    """Return what the rows are called."""
    translate = QCoreApplication.translate
    return {
        "signal": translate("SignalTitles", "Signal"),
        "kernel": translate("SignalTitles", "× Kernel"),
        "products": translate("SignalTitles", "= Products"),
        "output": translate("SignalTitles", "Output"),
    }


def gutter(font: QFont) -> float:
    """Return what titles and scales take on the left."""
    metrics = QFontMetricsF(bold(font))
    return max(map(metrics.horizontalAdvance, titles().values())) + SCALE_WIDTH


def paint_titles(at: BarPainter, scene: Scene, flip: bool) -> None:
    """Write the names, the notes below them, and what the axes count."""
    painter, view, palette = at.painter, scene.view, at.palette
    heavy, small = bold(at.font), at.small
    height, line = (QFontMetricsF(font).height() for font in (heavy, small))
    for row, title in titles().items():
        band = view.band(row)
        painter.setFont(heavy)
        painter.setPen(palette.text().color())
        painter.drawText(QRectF(0, band.top, view.left, height), title)
        painter.setFont(small)
        y = band.top + height
        for note, warns in _notes(scene, row, flip):
            if y + line > band.bottom + 2:
                break
            ink = palette.brightText() if warns else palette.placeholderText()
            painter.setPen(ink.color())
            box = QRectF(0, y, view.left - SCALE_WIDTH + 16, line)
            painter.drawText(box, Qt.TextFlag.TextDontClip, note)
            y += line
    name = QCoreApplication.translate("SignalTitles", "position")
    at.write_small()
    for row in ("signal", "output"):
        box = QRectF(0, view.band(row).bottom + 1, view.left - 6, AXIS_HEIGHT - 2)
        painter.drawText(box, MIDDLE_RIGHT, name)


def _notes(scene: Scene, row: RowName, flip: bool) -> Iterator[tuple[str, bool]]:
    """Yield what is said of a row, and whether it warns."""
    translate, picture = QCoreApplication.translate, scene.picture
    match row:
        case "signal":
            yield _count(len(picture.signal_n)), False
            yield from _notes_on_ends(picture)
        case "kernel" if flip:
            yield translate("SignalTitles", "reversed"), False
        case "kernel":
            yield translate("SignalTitles", "as written"), False
        case "products" if scene.position is not None:
            total = float(picture.products(scene.position).sum())
            said = translate("SignalTitles", "sum {total}")
            yield said.format(total=short(total)), False
            if picture.bias:
                said = translate("SignalTitles", "+ bias {bias}")
                yield said.format(bias=short(picture.bias)), False
        case "output":
            yield _count(len(picture.output_m)), False
            if picture.activation.kind != "none":
                yield function_name(picture.activation.kind), False


def _notes_on_ends(picture: SignalPicture) -> Iterator[tuple[str, bool]]:
    before, after, unused = picture.before, picture.after, picture.unused
    if before + after:
        zeros = QCoreApplication.translate("SignalTitles", "zeros: {before} + {after}")
        yield filled(zeros, before=before, after=after), False
    if unused:
        never = QCoreApplication.translate("SignalTitles", "{count} unused")
        yield filled(never, count=unused), True


def _count(count: int) -> str:
    text = QCoreApplication.translate("SignalTitles", "{n} {n|number|numbers}")
    return filled(text, n=count)
