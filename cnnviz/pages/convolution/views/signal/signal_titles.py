"""What stands left of the rows of bars: their names, and a note on each."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from cnnviz.pages.convolution.model.signal_picture import SignalPicture
from cnnviz.pages.convolution.views.signal.signal_bars import Look
from cnnviz.pages.convolution.views.signal.signal_geometry import (
    AXIS_HEIGHT,
    ROWS,
    RowName,
    SignalView,
)
from cnnviz.pages.convolution.views.signal.signal_scene import Scene
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.unit_view.sum_copy_text import function_name

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
    metrics = QFontMetricsF(_bold(font))
    return max(map(metrics.horizontalAdvance, titles().values())) + SCALE_WIDTH


def paint_titles(painter: QPainter, scene: Scene, flip: bool, look: Look) -> None:
    """Write the names, the notes below them, and what the axes count."""
    notes, warnings = _notes(scene, flip), _of_unused(scene.picture)
    font, view = painter.font(), scene.view
    for row, title in titles().items():
        top = view.band(row).top
        painter.setFont(_bold(font))
        painter.setPen(look.text)
        height = QFontMetricsF(_bold(font)).height()
        painter.drawText(QRectF(0, top, view.left, height), title)
        painter.setFont(look.small)
        line = QFontMetricsF(look.small).height()
        for number, note in enumerate(notes[row]):
            y = top + height + number * line
            if y + line > view.band(row).bottom + 2:
                break
            painter.setPen(look.warning if note in warnings else look.muted)
            box = QRectF(0, y, view.left - SCALE_WIDTH + 16, line)
            painter.drawText(box, Qt.TextFlag.TextDontClip, note)
        painter.setFont(font)
    painter.setPen(look.muted)
    painter.setFont(look.small)
    _name_axes(painter, view)
    painter.setFont(font)


def _name_axes(painter: QPainter, view: SignalView) -> None:
    name = QCoreApplication.translate("SignalTitles", "position")
    for row in ROWS:
        if row in ("signal", "output"):
            box = QRectF(0, view.band(row).bottom + 1, view.left - 6, AXIS_HEIGHT - 2)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name
            )


def _notes(scene: Scene, flip: bool) -> dict[RowName, tuple[str, ...]]:
    return {
        "signal": _of_signal(scene.picture),
        "kernel": (_of_kernel(flip),),
        "products": _of_sum(scene),
        "output": _of_output(scene.picture),
    }


def _of_signal(picture: SignalPicture) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    notes = [_count(len(picture.signal_n))]
    if picture.before + picture.after:
        zeros = translate("SignalTitles", "zeros: {before} + {after}")
        zeros = zeros.format(before=whole(picture.before), after=whole(picture.after))
        notes.append(zeros)
    return (*notes, *_of_unused(picture))


def _of_unused(picture: SignalPicture) -> tuple[str, ...]:
    if not picture.unused:
        return ()
    unused = QCoreApplication.translate("SignalTitles", "{count} never met")
    return (unused.format(count=whole(picture.unused)),)


def _of_kernel(flip: bool) -> str:
    if flip:
        return QCoreApplication.translate("SignalTitles", "turned round")
    return QCoreApplication.translate("SignalTitles", "as written")


def _of_sum(scene: Scene) -> tuple[str, ...]:
    if scene.position is None:
        return ()
    translate, bias = QCoreApplication.translate, scene.picture.bias
    total = float(scene.picture.products(scene.position).sum())
    notes = [translate("SignalTitles", "sum {total}").format(total=short(total))]
    if bias:
        added = translate("SignalTitles", "+ bias {bias}")
        notes.append(added.format(bias=short(bias)))
    return tuple(notes)


def _of_output(picture: SignalPicture) -> tuple[str, ...]:
    count = _count(len(picture.output_m))
    if picture.activation.kind == "none":
        return (count,)
    return count, function_name(picture.activation.kind)


def _count(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("SignalTitles", "1 number")
    text = QCoreApplication.translate("SignalTitles", "{count} numbers")
    return text.format(count=whole(count))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
