"""Which channels an animation shows: those asked for, or those that belong together."""

from typing import TYPE_CHECKING, Literal

from cnnviz.engine.errors import CnnvizError

if TYPE_CHECKING:
    from cnnviz.engine.convolution.walk import Walk


def check_channel(
    side: Literal["input", "output"], channel: int | None, channels: int
) -> None:
    """Refuse a channel that is not there, counted from 1 as on the animation.

    Raises
    ------
    CnnvizError
        ``animation_channel_outside`` or, where there is no choice, ``animation_channel_alone``.
    """
    if channel is None or channel <= channels:
        return
    if channels == 1:
        raise CnnvizError("animation_channel_alone", side=side, channel=channel)
    raise CnnvizError(
        "animation_channel_outside", side=side, channel=channel, channels=channels
    )


def drawn_channel(walk: "Walk", asked: int | None) -> int:
    """Return which input channel is drawn, counted from 0.

    Parameters
    ----------
    walk
        Its output channel decides which input channels are used.
    asked
        The one that somebody wants to see, counted from 1; when ``None``, the first
        that the kernel does not multiply by 0 everywhere.

    Raises
    ------
    CnnvizError
        ``animation_channel_unused`` for one of another group, or of another pooling.
    """
    step = walk.step
    first, kernel = step.first_channel, step.kernel_chw
    used = range(first, first + step.channels)
    if asked is None:
        planes = () if kernel is None else kernel
        fed = [first + index for index, plane in enumerate(planes) if plane.any()]
        return fed[0] if fed else first
    if asked - 1 not in used:
        raise CnnvizError(
            "animation_channel_unused",
            output=walk.output_channel + 1,
            channel=asked,
            used=_in_words(used),
        )
    return asked - 1


def _in_words(used: range) -> str:
    if len(used) == 1:
        return f"channel {used[0] + 1}"
    return f"channels {used[0] + 1} to {used[-1] + 1}"
