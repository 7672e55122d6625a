"""How much of a picture no window ever reaches."""

from dataclasses import dataclass

from cnnviz.engine.convolution.dependencies import unreached
from cnnviz.engine.convolution.window_geometry import WindowGeometry


@dataclass(frozen=True, slots=True)
class Unreached:
    """Rows and columns, padding included, that no window reaches.

    Attributes
    ----------
    rows, columns
        How many there are.
    between
        Whether some lie between two places of the window and not at the end.
    """

    rows: int
    columns: int
    between: bool


def unreached_counts(geometry: WindowGeometry) -> Unreached:
    """Count what a window never reaches; of a stretched picture its own cells only.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(3, 3), stride=(2, 2), top=1, bottom=1, left=1, right=1,
    ...               grid_hw=(6, 6), output_hw=(3, 3))
    >>> unreached_counts(geometry)
    Unreached(rows=1, columns=1, between=False)
    """
    block = unreached(geometry)
    counts, between = [], False
    for axis, cells in enumerate((block.rows, block.columns)):
        stretch = geometry.stretch[axis]
        kept = cells[cells % stretch == 0] if stretch > 1 else cells
        last = (geometry.output_hw[axis] - 1) * geometry.stride[axis] + geometry.span[
            axis
        ]
        end = last - (geometry.top, geometry.left)[axis]
        counts.append(len(kept))
        between = between or bool((kept < end).any())
    return Unreached(counts[0], counts[1], between)
