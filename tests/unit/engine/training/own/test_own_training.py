"""Classes of one's own: learned from a few drawings, shared as one file of weights."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from safetensors.numpy import load_file, save_file

from cnnviz.cli.main import main
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.datasets.own.collection import (
    Example,
    OwnClass,
    OwnClasses,
    example_of_ink,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.files.examples_held import read_examples
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import load_weights
from cnnviz.engine.training.own import recipe
from cnnviz.engine.training.own.recipe import own_recipe
from cnnviz.engine.training.own.sharing import encode_own, examples_of
from cnnviz.engine.training.own.training import OwnTrained, train_own_classes
from cnnviz.state.workers.weight_file import opened_network

NAMES = ("smile", "<b>sad</b>", "😐")
BENDS = (-1, 1, 0)


def face(bend: int, seed: int) -> np.ndarray:
    """Draw a mood as no two hands do: the mouth bends down, up or not at all."""
    lots = np.random.default_rng(seed)
    x, y = lots.integers(-12, 13, 2)
    wide, high, pen = lots.integers(45, 60), lots.integers(15, 25), lots.integers(8, 14)
    sheet = Image.new("L", (280, 280))
    pencil = ImageDraw.Draw(sheet)
    for eye in (100, 180):
        pencil.ellipse((eye + x - 9, 80 + y - 9, eye + x + 9, 80 + y + 9), fill=255)
    across = np.linspace(-1, 1, 15)
    down = 180 + y + bend * high * (across**2 - 0.5)
    points = [*zip((140 + x + wide * across).tolist(), down.tolist(), strict=True)]
    pencil.line(points, fill=255, width=int(pen), joint="curve")
    return np.asarray(sheet)


def moods(each: int, seed: int = 0) -> OwnClasses:
    return OwnClasses(
        tuple(
            OwnClass(
                name,
                tuple(
                    example_of_ink(face(bend, 1000 * seed + 100 * at + number))
                    for number in range(each)
                ),
            )
            for at, (name, bend) in enumerate(zip(NAMES, BENDS, strict=True))
        )
    )


@pytest.fixture(scope="module")
def learned() -> OwnClasses:
    return moods(5)


@pytest.fixture(scope="module")
def trained(learned: OwnClasses) -> OwnTrained:
    return train_own_classes(learned, clock=float)  # all of it, whatever else runs here


@pytest.fixture(scope="module")
def shared(
    learned: OwnClasses, trained: OwnTrained, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    path = tmp_path_factory.mktemp("shared") / "moods.safetensors"
    content = encode_own(trained.network, trained.weights, learned, trained.accuracy)
    path.write_bytes(content)
    return path


def test_that_five_drawings_a_class_teach_what_was_never_seen(
    trained: OwnTrained,
) -> None:
    unseen = moods(20, seed=7)
    pictures = np.stack([e.digit_hw for one in unseen.classes for e in one.examples])
    said = Classifier(trained.network, trained.weights).best(pictures)
    assert (said == np.repeat(range(3), 20)).mean() > 0.9
    assert trained.held_out == 3
    assert trained.accuracy is not None
    assert trained.network.labels == NAMES
    assert trained.network.reads_drawings


def test_that_the_file_is_one_of_weights_and_holds_the_examples(
    shared: Path, learned: OwnClasses, trained: OwnTrained
) -> None:
    found = opened_network(shared)
    assert found.network == trained.network
    assert found.weights is not None
    for name, values in trained.weights.items():
        assert np.array_equal(found.weights[name], values)
    assert found.validation_accuracy == pytest.approx(trained.accuracy, abs=1e-4)
    held = examples_of(shared, found.network)
    assert held.names == NAMES
    for one, other in zip(held.classes, learned.classes, strict=True):
        for mine, theirs in zip(one.examples, other.examples, strict=True):
            assert np.array_equal(mine.digit_hw, theirs.digit_hw)
    # Another program sees the same: weights, and pictures by class.
    assert load_file(shared)["examples.2"].shape == (5, 28, 28)


def test_that_the_command_line_answers_with_the_file_alone(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for at, bend in enumerate(BENDS):
        Image.fromarray(255 - face(bend, 9000 + at)).save(tmp_path / f"{at}.png")
    pictures = [str(tmp_path / f"{at}.png") for at in range(3)]
    assert main(["classify", *pictures, "--weights", str(shared), "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["label"] for line in lines] == [*NAMES]


@pytest.mark.parametrize(
    "examples",
    [
        np.zeros((2, 27, 28), np.uint8),
        np.zeros((0, 28, 28), np.uint8),
        np.zeros((2, 28, 28, 1), np.uint8),
        np.zeros((1001, 28, 28), np.uint8),
    ],
)
@pytest.mark.parametrize("name", ["examples.0", "examples.7"])
def test_that_examples_of_others_are_refused_and_the_weights_still_read(
    trained: OwnTrained, tmp_path: Path, name: str, examples: np.ndarray
) -> None:
    path = tmp_path / "odd.safetensors"
    save_file({**trained.weights, name: examples}, path)
    assert set(load_weights(path, trained.network)) == set(trained.weights)
    with pytest.raises(CnnvizError, match="examples_damaged"):
        read_examples(path, trained.network)


def test_that_numbers_that_are_no_pictures_stay_foreign_weights(
    trained: OwnTrained, tmp_path: Path
) -> None:
    path = tmp_path / "odd.safetensors"
    floats = np.zeros((2, 28, 28), np.float32)
    save_file({**trained.weights, "examples.0": floats}, path)
    with pytest.raises(CnnvizError, match="weights_extra"):
        load_weights(path, trained.network)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run have few steps."""
    monkeypatch.setattr(recipe, "steps_for", lambda _examples: 6)


@pytest.mark.usefixtures("short")
def test_that_a_seed_gives_the_same_network_and_another_one_another() -> None:
    runs = [train_own_classes(moods(3), seed=seed).weights for seed in (1, 1, 2)]
    for name, values in runs[0].items():
        assert np.array_equal(values, runs[1][name])
    assert not np.array_equal(runs[0]["conv1.weight"], runs[2]["conv1.weight"])


@pytest.mark.usefixtures("short")
def test_that_it_tells_how_far_it_is_and_can_be_given_up() -> None:
    told: list[tuple[int, int]] = []
    train_own_classes(moods(3), on_progress=lambda *place: told.append(place))
    assert told == [(5, 6), (6, 6)]
    with pytest.raises(Cancelled):
        train_own_classes(moods(3), is_cancelled=lambda: True)


class SlowComputer:
    """A clock by which a batch takes so many seconds."""

    def __init__(self, batch_s: float) -> None:
        self.batch_s, self._batches, self._before = batch_s, 0, 0

    def learn(self, step: int, _steps: int) -> None:
        self._batches += step - self._before if step > self._before else step
        self._before = step

    def seconds(self) -> float:
        return self._batches * self.batch_s


@pytest.mark.parametrize(
    ("batch_s", "before_s", "learned"),
    [(0.08, 5.0, 24), (0.08, 9.0, 10), (0.001, 5.0, 46)],
    ids=["fewer batches", "time is up", "time for all"],
)
def test_that_own_classes_are_learned_in_ten_seconds_on_a_slow_computer(
    monkeypatch: pytest.MonkeyPatch, batch_s: float, before_s: float, learned: int
) -> None:
    steps = 46 if batch_s < 0.01 else 400
    monkeypatch.setattr(recipe, "steps_for", lambda _examples: steps)
    slow = SlowComputer(batch_s)
    found = train_own_classes(
        moods(5), on_progress=slow.learn, clock=slow.seconds, begun=-before_s
    )
    assert (found.steps, found.planned) == (learned, steps)
    assert found.seconds == pytest.approx(slow.seconds() + before_s)
    assert found.seconds < 10
    assert found.held_out == 3
    assert found.accuracy is not None
    assert set(found.weights) == set(parameter_shapes(found.network))


@pytest.mark.long
def test_that_what_a_slow_computer_learns_in_its_time_is_worth_having() -> None:
    slow = SlowComputer(0.07)
    found = train_own_classes(
        moods(5), on_progress=slow.learn, clock=slow.seconds, begun=0.0
    )
    assert 50 < found.steps < found.planned / 3
    unseen = moods(20, seed=7)
    pictures = np.stack([e.digit_hw for one in unseen.classes for e in one.examples])
    said = Classifier(found.network, found.weights).best(pictures)
    assert (said == np.repeat(range(3), 20)).mean() > 0.8


@pytest.mark.usefixtures("short")
def test_that_nothing_is_held_out_of_few_examples() -> None:
    found = train_own_classes(moods(4))
    assert (found.accuracy, found.held_out) == (None, 0)
    assert len(own_recipe(moods(4))[1].train) == 6 * 32


def test_that_each_class_is_learned_from_as_often() -> None:
    few = Example(np.full((28, 28), 1, np.uint8))
    many = Example(np.full((28, 28), 2, np.uint8))
    uneven = OwnClasses((OwnClass("few", (few,) * 3), OwnClass("many", (many,) * 50)))
    _, data = own_recipe(uneven)
    counts = np.bincount(data.train.labels_n)
    assert counts[0] == counts[1]
    assert (data.train.images_nhw[:, 0, 0] == data.train.labels_n + 1).all()


def test_that_held_out_examples_are_not_learned_from() -> None:
    marked = OwnClasses(
        tuple(
            OwnClass(
                str(label),
                tuple(
                    Example(np.full((28, 28), 100 * label + number, np.uint8))
                    for number in range(10)
                ),
            )
            for label in range(2)
        )
    )
    _, data = own_recipe(marked)
    learned = set(data.train.images_nhw[:, 0, 0].tolist())
    held = set(data.test.images_nhw[:, 0, 0].tolist())
    assert (len(held), len(learned)) == (4, 16)
    assert not held & learned


def test_that_too_little_is_refused() -> None:
    with pytest.raises(CnnvizError, match="own_examples_too_few"):
        own_recipe(moods(2))
