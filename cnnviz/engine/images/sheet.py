"""The sheet of paper in a picture: frames, dark edges and desks are not paper."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from cnnviz.engine.images.components import Bools, Labels, parts, zones
from cnnviz.engine.images.plain_page import is_plain_page
from cnnviz.engine.images.rules import without_rules

# The sheet is looked for in about this many cells a side.
COARSE_SIDE: Final = 128

# Neighbours that differ by no more grey levels than this lie in one zone; in a grainy
# picture by no more than this many times what neighbours usually differ by.
SMOOTH: Final = 6.0
SMOOTH_OF_GRAIN: Final = 5.0
ROUGHEST: Final = 16.0

# What may be the sheet: a zone with this part of the picture and of its own outline,
# which is the second where it is not four-sided.
SMALLEST_SHEET: Final = 0.04
LEAST_BARE: Final = 0.25
LEAST_BARE_OF_OTHERS: Final = 0.5
MOST_CANDIDATES: Final = 6

# What is written on a sheet spans this part of it: on one inside of another, and on one
# that lies on a desk.
CONTENT_OF_SHEET: Final = 0.25
CONTENT_ON_DESK: Final = 0.08
LARGE_SHEET: Final = 0.2

# What is written on a sheet stands out from it more than what is around it: by so many
# levels, and by this part of what that stands out.
LEAST_CONTRAST: Final = 12.0
OTHER_THAN_AROUND: Final = 0.35

# How well an outline must fill the four-sided figure through its corners.
STRAIGHT_SIDED: Final = 0.1

# What is drawn round a sheet is no thicker than this part of it, and of the box round the
# sheet so much is filled: of a circle 0.785.
THIN_RING: Final = 0.07
ROUND: Final = 0.7

# Ink that runs off the sheet does so along this part of a side at most, this near.
RUNS_OFF: Final = 0.25
NEAR: Final = 0.1

Levels = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Zone:
    """A smooth part of the picture, which may be the sheet; all in coarse cells.

    Attributes
    ----------
    bare_hw, content_hw, filled_hw
        The part itself, what it encloses, and both.
    level, around, written
        Grey levels of the part, beside it (``None`` where it ends with the picture),
        and of what it encloses.
    """

    bare_hw: Bools
    filled_hw: Bools
    content_hw: Bools
    level: float
    around: float | None
    written: float

    @property
    def area(self) -> int:
        return int(self.filled_hw.sum())


def only_sheet(grey_hw: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the sheet of paper in a picture, as if it had no edges.

    The sheet is the innermost smooth area that something is written on. What lies around
    it and is no ink that runs off it, such as a black frame, the dark edge of a scan, or
    the desk below, is painted over with the paper beside it, and the picture is cut to
    the sheet.

    Parameters
    ----------
    grey_hw
        uint8, H x W.

    Returns
    -------
    NDArray
        uint8; ``grey_hw`` itself where all of it is the sheet, or none can be told.

    Examples
    --------
    >>> page_hw = np.full((60, 60), 230, np.uint8)
    >>> page_hw[20:40, 28:32] = 10
    >>> framed_hw = np.pad(page_hw, 4)
    >>> framed_hw.shape, only_sheet(framed_hw).min(axis=0)[0]
    ((68, 68), np.uint8(230))
    """
    factor = -(-max(grey_hw.shape) // COARSE_SIDE)
    if min(grey_hw.shape) // factor < 8:
        return grey_hw
    coarse_hw = _coarse(grey_hw, factor)
    if is_plain_page(coarse_hw):
        return grey_hw
    grey_hw, is_ruled = without_rules(grey_hw, coarse_hw)
    if is_ruled:
        coarse_hw = _coarse(grey_hw, factor)
    sheet = _sheet(coarse_hw)
    if sheet is None:
        return grey_hw
    paper_hw = sheet.filled_hw | _running_off(sheet)
    if paper_hw.all():
        return grey_hw
    fill_hw = _spread(coarse_hw, _narrower(sheet.bare_hw))
    return _painted(grey_hw, _narrower(paper_hw), fill_hw, factor)


def _coarse(grey_hw: NDArray[np.uint8], factor: int) -> Levels:
    picture = Image.fromarray(grey_hw)
    return np.asarray(picture.reduce(factor) if factor > 1 else picture, np.float32)


def _sheet(coarse_hw: Levels) -> _Zone | None:
    """Return the innermost zone on which something is written."""
    labels_hw = _zones(coarse_hw)
    areas = np.bincount(labels_hw.ravel())
    numbers = areas.argsort()[::-1][:MOST_CANDIDATES]
    found = [
        zone
        for number in numbers
        if areas[number] >= SMALLEST_SHEET * labels_hw.size
        and (zone := _zone(coarse_hw, labels_hw == number)) is not None
    ]
    sheets = [zone for zone in found if _is_sheet(zone, found)]
    return min(sheets, key=lambda zone: zone.area, default=None)


def _zones(coarse_hw: Levels) -> Labels:
    right_hw = np.abs(np.diff(coarse_hw, axis=1))
    down_hw = np.abs(np.diff(coarse_hw, axis=0))
    grain = float(np.median(np.concatenate([right_hw.ravel(), down_hw.ravel()])))
    smooth = min(max(SMOOTH, SMOOTH_OF_GRAIN * grain), ROUGHEST)
    return zones(right_hw <= smooth, down_hw <= smooth)


def _zone(coarse_hw: Levels, bare_hw: Bools) -> _Zone | None:
    """Return a zone with what it encloses; ``None`` where that is nothing."""
    rest_hw, count = parts(~bare_hw)
    inside = np.ones(count + 1, bool)
    inside[_rim(rest_hw)] = False
    inside[-1] = False  # the zone itself
    if not inside.any():
        return None
    content_hw = inside[rest_hw]
    filled_hw = bare_hw | content_hw
    near_hw = _wider(filled_hw, 4) & ~_wider(filled_hw)
    level = float(np.median(coarse_hw[bare_hw]))
    around = _farthest(coarse_hw[near_hw], level) if near_hw.any() else None
    written = _farthest(coarse_hw[content_hw], level)
    return _Zone(bare_hw, filled_hw, content_hw, level, around, written)


def _farthest(levels: Levels, level: float) -> float:
    """Return the mean of the levels that are farthest from one: soft edges are not."""
    off = np.abs(levels - level)
    return float(levels[off >= off.max() / 2].mean()) if off.size else level


def _is_sheet(zone: _Zone, found: list[_Zone]) -> bool:
    """Return whether something is written on a zone that is no ink itself."""
    bare = zone.bare_hw.sum() / zone.area
    if bare < LEAST_BARE:
        return False
    is_straight = zone.around is None or _is_straight_sided(zone.filled_hw)
    if bare < LEAST_BARE_OF_OTHERS and not is_straight:
        return False
    is_large = zone.area >= LARGE_SHEET * zone.bare_hw.size
    least = CONTENT_ON_DESK if is_large else CONTENT_OF_SHEET
    if _longer(zone.content_hw) < least * _longer(zone.filled_hw):
        return False
    if zone.around is None:
        return True
    contrast = zone.around - zone.level
    beyond = (zone.written - zone.around) * np.sign(contrast)
    # Of a 0, the paper inside is that around it, and no ink beyond that.
    if beyond > max(LEAST_CONTRAST, OTHER_THAN_AROUND * abs(contrast)):
        return True
    return is_straight or any(
        other.area > zone.area
        and abs(other.level - zone.level) <= OTHER_THAN_AROUND * abs(contrast)
        and _is_ringed(zone, other)
        for other in found
    )


def _is_ringed(zone: _Zone, other: _Zone) -> bool:
    """Return whether a zone is the inside of a circle or box drawn on another one."""
    rows, columns = (np.flatnonzero(zone.filled_hw.any(axis=axis)) for axis in (1, 0))
    if zone.area < ROUND * len(rows) * len(columns):
        return False
    thickness = max(2, round(THIN_RING * max(len(rows), len(columns))))
    around_hw = _wider(zone.filled_hw, thickness) & ~zone.filled_hw
    return bool(
        (other.filled_hw | ~zone.filled_hw).all() and (around_hw & other.bare_hw).any()
    )


def _is_straight_sided(filled_hw: Bools) -> bool:
    """Return whether an outline is four-sided, upright or turned."""
    rows, columns = np.nonzero(filled_hw)
    for across in ((rows + columns, rows - columns), (rows, columns)):
        (first, third), (second, fourth) = ((n.argmin(), n.argmax()) for n in across)
        corners = [first, second, third, fourth]
        figure = Image.new("1", filled_hw.shape[::-1])
        points = list(zip(columns[corners], rows[corners], strict=True))
        ImageDraw.Draw(figure).polygon(points, fill=1)
        differs = int((np.asarray(figure) != filled_hw).sum())
        if differs <= STRAIGHT_SIDED * len(rows):
            return True
    return False


def _running_off(sheet: _Zone) -> Bools:
    """Return the ink that begins on a sheet and ends with the picture."""
    rest_hw, count = parts(~sheet.filled_hw)
    least = RUNS_OFF * min(rest_hw.shape)
    contact = np.bincount(_rim(rest_hw) + 1, minlength=count + 1)[1:]
    reach_hw = _wider(sheet.content_hw, round(NEAR * _longer(sheet.content_hw)) + 1)
    is_near = np.bincount(rest_hw[reach_hw] + 1, minlength=count + 1)[1:] > 0
    is_ink = (contact <= least) & is_near
    return np.append(is_ink, False)[rest_hw]


def _rim(labels_hw: Labels) -> Labels:
    return np.concatenate(
        [labels_hw[0], labels_hw[-1], labels_hw[1:-1, 0], labels_hw[1:-1, -1]]
    )


def _longer(mask_hw: Bools) -> int:
    """Return the longer side of the box round a mask."""
    spans = (np.flatnonzero(mask_hw.any(axis=axis)) for axis in (0, 1))
    return max(int(span[-1] - span[0] + 1) for span in spans)


def _wider(mask_hw: Bools, cells: int = 1) -> Bools:
    """Return a mask with some cells more on every side."""
    for _ in range(2):  # down the columns, and turned, along the rows
        padded_hw = np.pad(mask_hw, ((cells, cells), (0, 0)))
        height = len(mask_hw)
        mask_hw = np.logical_or.reduce(
            [padded_hw[first : first + height] for first in range(2 * cells + 1)]
        ).T
    return mask_hw


def _narrower(mask_hw: Bools, cells: int = 1) -> Bools:
    """Return a mask with some cells less wherever it ends inside of the picture."""
    return ~_wider(~mask_hw, cells)


def _spread(levels_hw: Levels, known_hw: Bools) -> Levels:
    """Return levels with those that are not known filled in from all sides."""
    height, width = known_hw.shape
    weights_hw = known_hw.astype(np.float32)
    sums_hw = levels_hw * weights_hw
    if height * width > 1:
        half = [Image.fromarray(part).reduce(2) for part in (sums_hw, weights_hw)]
        coarse_sums, coarse_weights = (np.asarray(part) for part in half)
        coarse_hw = _spread(
            coarse_sums / np.maximum(coarse_weights, 1e-9), coarse_weights > 0
        )
        how = Image.Resampling.BILINEAR
        wide = Image.fromarray(coarse_hw).resize(
            (2 * coarse_hw.shape[1], 2 * coarse_hw.shape[0]), how
        )
        return np.where(known_hw, levels_hw, np.asarray(wide)[:height, :width])
    return levels_hw


def _painted(
    grey_hw: NDArray[np.uint8], paper_hw: Bools, fill_hw: Levels, factor: int
) -> NDArray[np.uint8]:
    """Cut a picture to its sheet; in the corners that are left put the paper's level."""
    rows, columns = (np.flatnonzero(paper_hw.any(axis=axis)) for axis in (1, 0))
    kept = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    fine = np.s_[
        rows[0] * factor : (rows[-1] + 1) * factor,
        columns[0] * factor : (columns[-1] + 1) * factor,
    ]
    cut_hw = grey_hw[fine]
    height, width = cut_hw.shape
    is_paper_hw = paper_hw[kept].repeat(factor, axis=0).repeat(factor, axis=1)
    fill = Image.fromarray(fill_hw[kept])
    size = fill.width * factor, fill.height * factor
    smooth_hw = np.asarray(fill.resize(size, Image.Resampling.BILINEAR))
    painted_hw = np.where(
        is_paper_hw[:height, :width],
        cut_hw,
        np.clip(np.rint(smooth_hw[:height, :width]), 0, 255),
    )
    return painted_hw.astype(np.uint8)
