"""A run as a film: its frames in the file, moment by moment."""

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from cnnviz.engine.animation.run_film import SIZE, FilmCurve, FilmMoment, film_frame
from cnnviz.engine.animation.style import DARK, LIGHT, Look
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.training.events import BatchDone, Snapshot, Started
from cnnviz.state.run.film import Film, FilmWords
from cnnviz.state.run.moments import probed_pictures
from cnnviz.state.run.recipe import Recipe, training_config
from cnnviz.state.run.run_state import Run, TrainingUpdate, advanced, new_run
from tests.helpers.torch_oracle import random_weights
from tests.helpers.training_fakes import LENET5, digit_store

WORDS = FilmWords(
    "Batch {batch}, epoch {epoch}/{epochs}",
    "first",
    "Loss",
    "Kernels",
    tuple("0123456789"),
)


@pytest.fixture
def run() -> Run:
    config = training_config(Recipe(epochs=2), LENET5)
    made = new_run(1, LENET5, config, "builtin")
    told = [BatchDone(1, n, n, 2 / n, 0.5, n, n) for n in range(1, 4)]
    made = advanced(made, TrainingUpdate(1, (Started(config, "cpu", 9, 9, 3), *told)))
    for step in range(4):
        shot = Snapshot(step, 1, random_weights(LENET5, step), None)
        update = TrainingUpdate(1, (), probed_pictures(LENET5, shot, None))
        made = advanced(made, update)
    return made


@pytest.mark.parametrize("ending", [".gif", ".webp"])
def test_that_a_film_has_a_frame_a_moment(
    run: Run, tmp_path: Path, ending: str
) -> None:
    told = []
    film = Film(run, digit_store().state, WORDS)
    path = tmp_path / f"run{ending}"
    film.write(path, lambda *far: told.append(far), lambda: False)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    with Image.open(path) as opened:
        frames = [
            np.array(each.convert("RGB")) for each in ImageSequence.Iterator(opened)
        ]
    assert len(frames) == 4
    assert frames[0].shape == (SIZE[1], SIZE[0], 3)
    maps = [frame[150:420, 540:] for frame in frames]
    assert all((one != two).any() for one, two in itertools.pairwise(maps))


def test_that_a_film_names_the_classes_as_it_is_told(run: Run, tmp_path: Path) -> None:
    ends = []
    for names in ("0123456789", "abcdefghij"):
        words = replace(WORDS, classes=tuple(names))
        film, path = Film(run, digit_store().state, words), tmp_path / f"{names}.webp"
        film.write(path, lambda *_: None, lambda: False)
        with Image.open(path) as opened:
            opened.seek(3)
            ends.append(np.array(opened.convert("RGB")))
    assert (ends[0] != ends[1]).any()


def test_that_a_film_that_is_given_up_leaves_nothing(run: Run, tmp_path: Path) -> None:
    film = Film(run, digit_store().state, WORDS)
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        film.write(tmp_path / "run.gif", lambda *_: None, lambda: next(asked))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_that_the_playhead_stands_at_the_moment(look: Look) -> None:
    curve = FilmCurve("Loss", (1, 2, 3, 4), (2.0, 1.0, 0.5, 0.2), 4)
    at = []
    for step in (1, 3):
        frame = np.array(film_frame("LeNet-5", FilmMoment(step, ""), curve, look))
        inked = (frame[200, 32:500] == look.ink).all(axis=1)
        at.append(int(np.flatnonzero(inked)[0]))
    assert at == [117, 351]


def test_that_a_curve_without_numbers_is_drawn(run: Run) -> None:
    curve = FilmCurve("Loss", (1, 2), (float("nan"), float("inf")), 2)
    assert film_frame("x", FilmMoment(1, "y"), curve, DARK).size == SIZE
