"""How chips are shared out into lines: arithmetic without widgets."""

from collections.abc import Sequence


def lines_of(widths: Sequence[int], room: int, gap: int) -> list[range]:
    """Return which chips stand in each line; one too wide has a line to itself.

    Examples
    --------
    >>> lines_of([40, 30, 50], room=80, gap=5)
    [range(0, 2), range(2, 3)]
    """
    lines, first, taken = [], 0, 0
    for index, width in enumerate(widths):
        if index > first and taken + gap + width > room:
            lines.append(range(first, index))
            first, taken = index, 0
        taken += width + gap * (index > first)
    if widths:
        lines.append(range(first, len(widths)))
    return lines


def even_room(widths: Sequence[int], room: int, gap: int) -> int:
    """Return the least room in which there are no more lines than in a given one.

    Examples
    --------
    >>> even_room([40, 40, 40, 40], room=140, gap=5)
    85
    """
    count = len(lines_of(widths, room, gap))
    low, high = max(widths, default=0), max(room, *widths, 0)
    while low < high:
        middle = (low + high) // 2
        if len(lines_of(widths, middle, gap)) <= count:
            high = middle
        else:
            low = middle + 1
    return low
