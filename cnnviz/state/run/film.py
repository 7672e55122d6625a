"""A film of a run: the picture of now inside the network, from moment to moment."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from cnnviz.engine.animation.run_film import (
    SIZE,
    FilmCurve,
    FilmMoment,
    FilmRow,
    Rgb,
    film_frame,
)
from cnnviz.engine.animation.style import DARK, LIGHT
from cnnviz.engine.animation.writer import write_frames
from cnnviz.engine.errors import CnnvizError
from cnnviz.state.picture.layer_pictures import COLOUR_TABLES, LayerPicture, rgb_of
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.run.moments import Moment, Probe, moment_of
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run

MOST_FRAMES: Final = 120
_FRAME_MS: Final = 80
_LAST_MS: Final = 1500
_POINTS: Final = 400


@dataclass(frozen=True, slots=True)
class FilmWords:
    """What a film says, in the language of the window.

    Attributes
    ----------
    moment
        With ``{batch}``, ``{epoch}`` and ``{epochs}`` in it.
    first
        Before the first batch.
    loss, kernels
        Titles.
    classes
        What the classes of the network are called.
    """

    moment: str
    first: str
    loss: str
    kernels: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """What is to be filmed.

    Attributes
    ----------
    run
        The run, whose moments are in memory or in its folder.
    picture
        What is sent through.
    words
        What the frames say.
    dark
        Whether they are light on dark.
    """

    run: Run
    picture: SharedPicture
    words: FilmWords
    dark: bool = True

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The moments that are filmed, spread evenly over all."""
        steps = self.run.timeline.steps
        if not len(steps):
            return ()
        places = np.linspace(0, len(steps) - 1, MOST_FRAMES).round().astype(int)
        found = (moment_of(self.run, int(steps[place])) for place in np.unique(places))
        return tuple(moment for moment in found if moment is not None)

    def write(
        self,
        path: Path,
        progress: Callable[[int, int], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        """Write the film, in a thread, as GIF, APNG or WebP, as the ending says.

        Raises
        ------
        Cancelled
            When ``is_cancelled`` said so.
        CnnvizError
            ``animation_ending``, ``file_unwritable``.
        """
        moments, frames = self.moments, _Frames(self)
        times = [_FRAME_MS] * max(0, len(moments) - 1) + [_LAST_MS]
        write_frames(
            path,
            SIZE,
            lambda at: frames.frame(moments[at]),
            times,
            progress=progress,
            is_cancelled=is_cancelled,
        )


class _Frames:
    """Draws the frames of a film; a snapshot that has gone shows the one before."""

    def __init__(self, film: Film) -> None:
        self._film, self._probe = film, Probe()
        self._before: SnapshotPictures | None = None
        run = film.run
        end = max(1, run.curves.batches)
        points = run.curves.loss.smoothed(_POINTS)
        self._curve = FilmCurve(
            film.words.loss, points[0].tolist(), points[1].tolist(), end
        )

    def frame(self, moment: Moment) -> Image.Image:
        """Draw the network of a moment."""
        film = self._film
        try:
            seen = self._probe.seen_at(moment, film.picture)
        except CnnvizError:
            if self._before is None:
                raise
            seen = self._before
        self._before = seen
        look = DARK if film.dark else LIGHT
        title = moment.network.title
        return film_frame(title, self._shown(seen), self._curve, look)

    def _shown(self, seen: SnapshotPictures) -> FilmMoment:
        words, run = self._film.words, self._film.run
        epochs = 0 if run.config is None else run.config.epochs
        batches = 1 if run.started is None else run.started.batches_per_epoch
        caption = words.first
        if seen.step:
            caption = words.moment.format(
                batch=seen.step, epoch=-(-seen.step // batches), epochs=epochs
            )
        pictures, rows = seen.pictures, []
        if seen.kernels is not None:
            rows.append(FilmRow(words.kernels, _tiles(seen.kernels)))
        rows += [
            FilmRow(name.partition("_")[0].upper(), _tiles(layer))
            for name, layer in pictures.layers.items()
        ]
        shares = () if seen.probabilities is None else seen.probabilities.tolist()
        picture = None if pictures.input is None else rgb_of(pictures.input)
        return FilmMoment(
            seen.step, caption, picture, tuple(rows), words.classes, tuple(shares)
        )


def _tiles(layer: LayerPicture) -> tuple[Rgb, ...]:
    table = COLOUR_TABLES[layer.palette]
    return tuple(table[layer.indices_of(tile)] for tile in range(layer.count))
