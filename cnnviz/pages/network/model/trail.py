"""The way through a network: from an opened map to a number, to one that made it, back."""

from dataclasses import dataclass, replace

from cnnviz.engine.networks.units.parts import At

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A map that is open, or one number of it.

    Attributes
    ----------
    layer
        The layer whose output is looked at, ``input`` for the picture.
    channel
        Which of its maps, or which number of a vector.
    cell
        Row and column of the number in the map; ``None``: the map as a whole.
    """

    layer: str
    channel: int
    cell: Cell | None = None

    def at(self, axes: int) -> At:
        """Return which number it is, of an output with so many axes."""
        return (self.channel,) if axes == 1 else (self.channel, *(self.cell or (0, 0)))


Trail = tuple[Place, ...]
"""The places that were followed, each made of numbers of the next; none: all is closed."""


@dataclass(frozen=True, slots=True)
class Way:
    """Trails in the order in which they were looked at, and the one that is seen now.

    Examples
    --------
    >>> way = followed(opened(Way(), Place("c3", 13, (0, 6))), Place("s2", 0, (1, 8)))
    >>> [place.layer for place in way.trail], way.can_go_back, way.can_go_forward
    (['c3', 's2'], True, False)
    >>> went_up(way).trail == went_back(way).trail
    True
    """

    trails: tuple[Trail, ...] = ((),)
    index: int = 0

    @property
    def trail(self) -> Trail:
        """What is open now."""
        return self.trails[self.index]

    @property
    def place(self) -> Place | None:
        """The end of the trail: what is seen; ``None`` while nothing is open."""
        return self.trail[-1] if self.trail else None

    @property
    def can_go_back(self) -> bool:
        """Whether something was seen before."""
        return self.index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether it was gone back."""
        return self.index < len(self.trails) - 1


_MOST = 200
"""Trails that are remembered."""


def looking_at(way: Way, trail: Trail) -> Way:
    """Return the way on to a trail; what lay ahead is forgotten."""
    if trail == way.trail:
        return way
    trails = (*way.trails[: way.index + 1], trail)[-_MOST:]
    return Way(trails, len(trails) - 1)


def opened(way: Way, place: Place) -> Way:
    """Return the way with a map, or a number of it, opened by itself."""
    return looking_at(way, (place,))


def followed(way: Way, place: Place) -> Way:
    """Return the way on to a number that the one which is seen is made of."""
    return looking_at(way, (*way.trail, place))


def moved(way: Way, cell: Cell) -> Way:
    """Return the way to another number of the same map: not a step of its own."""
    place = way.place
    if place is not None and place.cell is None:
        return looking_at(way, (*way.trail[:-1], replace(place, cell=cell)))
    return _in_place(way, place and replace(place, cell=cell))


def turned(way: Way, channel: int) -> Way:
    """Return the way to the same place of another map: not a step of its own."""
    return _in_place(way, way.place and replace(way.place, channel=channel))


def _in_place(way: Way, place: Place | None) -> Way:
    if place is None or place == way.place:
        return way
    trails = (*way.trails[: way.index], (*way.trail[:-1], place))
    return Way(trails, len(trails) - 1)


def went_up(way: Way, *, to_map: bool = False) -> Way:
    """Return the way one level back: from a followed number to the one before.

    ``to_map``: a number that was opened by itself leads to its whole map.
    """
    place = way.place
    if len(way.trail) > 1:
        return looking_at(way, way.trail[:-1])
    if to_map and place is not None and place.cell is not None:
        return looking_at(way, (replace(place, cell=None),))
    return closed(way)


def cut(way: Way, length: int) -> Way:
    """Return the way with so many places left of its trail."""
    return looking_at(way, way.trail[:length])


def closed(way: Way) -> Way:
    """Return the way with nothing open."""
    return looking_at(way, ())


def went_back(way: Way) -> Way:
    """Return what was seen before."""
    return replace(way, index=max(way.index - 1, 0))


def went_forward(way: Way) -> Way:
    """Return what was seen after."""
    return replace(way, index=min(way.index + 1, len(way.trails) - 1))
