"""Grounds, inks and colours of data of the pages that are built to the look."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterStateGuard, QPalette
from PySide6.QtWidgets import QWidget

from cnnviz.engine.images.colour_maps import DIVERGING, GREY, SEQUENTIAL
from cnnviz.engine.images.ground_maps import (
    ON_PAPER,
    ON_STAGE,
    ON_WHITE,
    GroundMaps,
    Table,
)
from cnnviz.state.picture.layer_pictures import PaletteName
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed, paint_rounded, theme_of
from cnnviz.ui.theme.tokens import ThemeName


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The colours of one theme.

    Attributes
    ----------
    ground, raised, chosen
        Of the page, of what is opened on it, of what is chosen on that.
    ink, ink_2, ink_3
        Of text and numbers, of what is secondary, of chrome at rest and axes.
    hairline, outline
        Of thin lines on the ground, and round fields and quiet buttons.
    accent, on_accent
        Of the one thing to do next, and of text on it.
    positive, negative
        Of numbers by their sign.
    training
        Of the curve of what a network learns from; the ink is that of what was held out.
    marker_edge
        Outside of a marker, which itself is in the ink.
    """

    ground: QColor
    raised: QColor
    chosen: QColor
    ink: QColor
    ink_2: QColor
    ink_3: QColor
    hairline: QColor
    outline: QColor
    accent: QColor
    on_accent: QColor
    positive: QColor
    negative: QColor
    training: QColor
    marker_edge: QColor
    tables: Mapping[PaletteName, Table]

    def of_sign(self, value: float) -> QColor:
        """Return the ink of a number by its sign; 0 has that of text."""
        if value == 0:
            return self.ink_2
        return self.positive if value > 0 else self.negative

    @property
    def of_maps(self) -> QColor:
        """Return the ink of what flows between maps: of the table that colours these."""
        return QColor(*self.tables["sequential"][_STRONG].tolist())

    def shown(self, table: Table) -> Table:
        """Return a table of data as this look shows it: beginning near the ground.

        One that is not of the engine's three, such as a tint, stays as it is.
        """
        return next((self.tables[name] for own, name in _OWN if table is own), table)


_STRONG: Final = 176
"""Of a table: a colour that is seen on the ground and is not the strongest."""

_OWN: Final[tuple[tuple[Table, PaletteName], ...]] = (
    (GREY, "grey"),
    (SEQUENTIAL, "sequential"),
    (DIVERGING, "diverging"),
)


_MAPS: Final[Mapping[ThemeName, GroundMaps]] = {
    "paper": ON_PAPER,
    "stage": ON_STAGE,
    "contrast": ON_WHITE,
}


def look(of: QPalette) -> Look:
    """Return the look of the theme that a palette belongs to."""
    return _look(theme_of(of))


def paint_frame(
    painter: QPainter, widget: QWidget, ground: QColor, radius: int
) -> None:
    """Paint the ground of a widget that lies on others, rounded, with a thin edge."""
    with QPainterStateGuard(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look(widget.palette()).hairline)
        painter.setBrush(ground)
        box = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_rounded(painter, box, radius)


def bar_image(table: Table) -> QImage:
    """Return all colours of a table side by side, a pixel each."""
    form = QImage.Format.Format_RGB888
    return QImage(table.tobytes(), len(table), 1, 3 * len(table), form).copy()


@cache
def _look(theme: ThemeName) -> Look:
    roles = {role: QColor(colour) for role, colour in tokens.ROLES[theme].items()}
    maps = _MAPS[theme]
    outline = tokens.MIX_STRONG if theme == "contrast" else tokens.MIX_OUTLINE
    return Look(
        **roles,
        hairline=mixed(roles["ink"], roles["ground"], tokens.MIX_GROOVE),
        outline=mixed(roles["ink"], roles["ground"], outline),
        tables={"grey": maps.grey, "sequential": maps.maps, "diverging": maps.signed},
    )
