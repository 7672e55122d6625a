"""From an animation to a file: frames drawn one by one, told how far, broken off at will."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from PIL import Image

from cnnviz.engine.animation.animation import animation_of
from cnnviz.engine.animation.containers import ApngFile, Container, GifFile, WebpFile
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.palette import palette_of
from cnnviz.engine.animation.scale import Scale
from cnnviz.engine.animation.settings import AnimationSettings, durations_ms, seconds
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import writing_whole

ENDINGS: Final = (".gif", ".png", ".apng", ".webp")
"""Animated PNG is written under either of its names."""

_LOOKED_AT: Final = 12
"""Frames from which a GIF's palette is chosen."""

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: frames, width and height, seconds, bytes."""

    frames: int
    size: tuple[int, int]
    seconds: float
    bytes: int


def check_ending(path: Path) -> None:
    """Refuse a file name that names no kind of animation.

    Raises
    ------
    CnnvizError
        ``animation_ending``.
    """
    if path.suffix.lower() not in ENDINGS:
        raise CnnvizError("animation_ending", file=path.name)


def write_animation(
    path: Path,
    walk: Walk,
    settings: AnimationSettings,
    *,
    words: AnimationLabels | None = None,
    scale: Scale | None = None,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Written:
    """Draw a walk's animation and write it as GIF, APNG or WebP, as the ending says.

    Parameters
    ----------
    path
        Where; what is there already stays until the whole animation is written.
    walk, settings, words, scale
        As for `cnnviz.engine.animation.animation.animation_of`.
    progress
        Is called with the frames that are done, and all of them.
    is_cancelled
        Asked before each frame; after a yes nothing is left behind.

    Raises
    ------
    Cancelled
        When ``is_cancelled`` said so.
    CnnvizError
        ``animation_ending``, ``animation_range``, ``animation_too_long``, ``file_unwritable``, and
        what the operation raises.

    Examples
    --------
    >>> import tempfile
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> walk = Walk(Pooling(np.arange(16.0).reshape(1, 4, 4), PoolSpec(size=(2, 2))))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = write_animation(Path(folder, "a.gif"), walk, AnimationSettings(width=480))
    >>> made.frames, made.seconds
    (4, 3.0)
    """
    check_ending(path)
    positions = settings.positions(walk.steps)
    animation = animation_of(walk, settings, words, scale, is_cancelled)
    times = list(durations_ms(len(positions), settings.steps_per_second))
    length = write_frames(
        path,
        animation.size,
        lambda at: animation.frame(positions[at]),
        times,
        progress=progress,
        is_cancelled=is_cancelled,
    )
    lasts = seconds(len(positions), settings.steps_per_second)
    return Written(len(positions), animation.size, lasts, length)


def write_frames(
    path: Path,
    size: tuple[int, int],
    frame: Callable[[int], Image.Image],
    times_ms: Sequence[int],
    *,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> int:
    """Write frames as GIF, APNG or WebP, as the ending says; return how many bytes.

    Parameters
    ----------
    path, progress, is_cancelled
        As for `write_animation`.
    size
        Width and height of every frame.
    frame
        Draws the frame of a number, from 0.
    times_ms
        For how long each one is shown.

    Raises
    ------
    Cancelled
        When ``is_cancelled`` said so.
    CnnvizError
        ``animation_ending``, ``file_unwritable``, and what ``frame`` raises.
    """
    check_ending(path)
    count = len(times_ms)
    with writing_whole(path) as file:
        container = _container(file, path, size, frame, count)
        for at, time in enumerate(times_ms):
            if is_cancelled is not None and is_cancelled():
                raise Cancelled
            container.add(frame(at), time)
            if progress is not None:
                progress(at + 1, count)
        container.finish()
        return file.tell()


def _container(
    file: BinaryIO,
    path: Path,
    size: tuple[int, int],
    frame: Callable[[int], Image.Image],
    count: int,
) -> Container:
    ending = path.suffix.lower()
    if ending == ".webp":
        return WebpFile(file, size)
    if ending != ".gif":
        return ApngFile(file, size, count)
    looked_at = min(count, _LOOKED_AT)
    some = (at * (count - 1) // max(looked_at - 1, 1) for at in range(looked_at))
    return GifFile(file, size, palette_of(frame(at) for at in some))
