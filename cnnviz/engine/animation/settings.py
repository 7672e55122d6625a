"""What an animation is asked to show: which steps, how fast, how large."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from cnnviz.engine.errors import CnnvizError

View = Literal["auto", "whole", "near"]

MOST_FRAMES: Final = 2000
SLOWEST: Final = 0.25
FASTEST: Final = 50.0
"""Steps a second; GIF counts in hundredths, and players slow down what is faster."""

WIDTHS: Final = (480, 720, 960, 1280)
"""Widths to choose from; any from the first to twice the last can be had."""

_WIDEST: Final = 2 * WIDTHS[-1]

_LAST_HELD_MS: Final = 1500
"""How long the last frame stays at least: an animation that starts again needs an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnimationSettings:
    """What an animation is asked to show, validated on construction.

    Attributes
    ----------
    first, last
        Steps of the walk, counted from 0, the last included; ``None`` is its last.
    steps_per_second
        A frame a step.
    width
        In pixels; the height follows from what is to be seen.
    dark
        Light on dark, or dark on light.
    view
        ``whole`` grids, or only the cells ``near`` the window, with their numbers;
        ``auto`` shows them whole as long as a cell can be seen.
    channel
        Which input channel's window and products are drawn.

    Raises
    ------
    CnnvizError
        ``animation_speed``, ``animation_width`` or ``animation_view_unknown``.
    """

    first: int = 0
    last: int | None = None
    steps_per_second: float = 2.0
    width: int = 960
    dark: bool = False
    view: View = "auto"
    channel: int = 0

    def __post_init__(self) -> None:
        if not SLOWEST <= self.steps_per_second <= FASTEST:
            raise CnnvizError(
                "animation_speed",
                speed=f"{self.steps_per_second:g}",
                slowest=f"{SLOWEST:g}",
                fastest=int(FASTEST),
            )
        if not WIDTHS[0] <= self.width <= _WIDEST:
            raise CnnvizError(
                "animation_width", width=self.width, least=WIDTHS[0], most=_WIDEST
            )
        if self.view not in get_args(View):
            raise CnnvizError("animation_view_unknown", view=self.view)

    def positions(self, steps: int) -> range:
        """Return the steps to show of a walk of so many.

        Raises
        ------
        CnnvizError
            ``animation_range`` or ``animation_too_long``.

        Examples
        --------
        >>> AnimationSettings(first=2, last=5).positions(10)
        range(2, 6)
        """
        last = steps - 1 if self.last is None else self.last
        if not 0 <= self.first <= last < steps:
            # In words a walk begins with step 1.
            raise CnnvizError(
                "animation_range", first=self.first + 1, last=last + 1, steps=steps
            )
        frames = last - self.first + 1
        if frames > MOST_FRAMES:
            raise CnnvizError("animation_too_long", frames=frames, limit=MOST_FRAMES)
        return range(self.first, last + 1)


def durations_ms(frames: int, steps_per_second: float) -> Iterator[int]:
    """Yield how long each frame stays, in whole hundredths of a second.

    Rounding is carried over, so a long animation does not drift.

    Examples
    --------
    >>> list(durations_ms(4, 3)), sum(durations_ms(301, 3)) - 1500
    ([330, 340, 330, 1500], 100000)
    """
    gone = 0
    for frame in range(1, frames):
        end = round(frame * 100 / steps_per_second)
        yield 10 * (end - gone)
        gone = end
    yield max(round(100 / steps_per_second) * 10, _LAST_HELD_MS)


def seconds(frames: int, steps_per_second: float) -> float:
    """Return how long an animation lasts.

    Examples
    --------
    >>> seconds(5, 2)
    3.5
    """
    return sum(durations_ms(frames, steps_per_second)) / 1000
