"""The output size, with the numbers put into the formula."""

from dataclasses import dataclass

from cnnviz.engine.convolution.window_geometry import WindowGeometry


@dataclass(frozen=True, slots=True)
class Formulas:
    """The formulas of an operation's output size.

    Attributes
    ----------
    rows, columns
        The formula with the numbers put in; ``rows`` is empty in one dimension.
    general
        The formula in letters.
    letters
        Those that stand in it; ``w`` is a ``k`` that is a window without numbers.
    """

    rows: str
    columns: str
    general: str
    letters: str


def dilated(geometry: WindowGeometry, axis: int) -> str:
    """Return the formula of the rows (axis 0) or columns, its numbers put in.

    Examples
    --------
    >>> dilated(WindowGeometry(kernel=(3, 3), grid_hw=(28, 28), output_hw=(26, 26)), 0)
    '⌊(28 + 2·0 − 1·(3−1) − 1) / 1⌋ + 1 = 26'
    """
    window = f"{geometry.dilation[axis]}·({geometry.kernel[axis]}−1) − 1"
    return _formula(geometry, axis, window)


def plain(geometry: WindowGeometry, axis: int) -> str:
    """Return the formula of a window without dilation."""
    return _formula(geometry, axis, str(geometry.kernel[axis]))


def signs(geometry: WindowGeometry) -> tuple[str, str]:
    """Return how the padding stands in a formula: twice the same, or two amounts."""
    if geometry.top == geometry.bottom and geometry.left == geometry.right:
        return "2·", "p"
    return "p₁", " + p₂"


def _formula(geometry: WindowGeometry, axis: int, window: str) -> str:
    before, after = ((geometry.top, geometry.bottom), (geometry.left, geometry.right))[
        axis
    ]
    added = f"2·{before}" if before == after else f"{before} + {after}"
    return (
        f"⌊({geometry.grid_hw[axis]} + {added} − {window}) / {geometry.stride[axis]}⌋ + 1 = "
        f"{geometry.output_hw[axis]}"
    )
