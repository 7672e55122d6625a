"""Pictures changed before they are learned from: each change against a known answer."""

import json
import math
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.augmentation import (
    MOST,
    PRESETS,
    UNCHANGED,
    Augmentation,
    parse_augmentation,
    written,
)
from cnnviz.engine.training.data.augmenter import (
    Augmenter,
    affine_places,
    erased,
    moved,
    preview,
    thickened,
)
from cnnviz.engine.training.events import BatchDone, Checkpoint, Finished, Snapshot
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.model_card import RunFacts, recipe
from cnnviz.engine.training.run_folder import (
    SETTINGS,
    RunSettings,
    read_settings,
    write_settings,
)
from cnnviz.engine.training.run_saving import command_line
from tests.helpers.bar_digits import bar_dataset

ALL = Augmentation(
    rotate=20, shift=3, zoom=0.2, shear=10, elastic=1, thickness=0.7,
    mirror=0.5, noise=0.1, erase=0.3,
)  # fmt: skip


def picture(height: int = 9, width: int = 9, seed: int = 0) -> Tensor:
    levels = np.random.default_rng(seed).integers(0, 256, (1, 1, height, width))
    return torch.tensor(levels, dtype=torch.float32)


def changed(
    pictures: Tensor,
    *,
    rotate: float = 0,
    shift: tuple[float, float] = (0, 0),
    zoom: float = 0,
    shear: float = 0,
    mirror: bool = False,
) -> Tensor:
    places = affine_places(
        (pictures.shape[2], pictures.shape[3]),
        torch.tensor([math.radians(rotate)]),
        torch.tensor([shift], dtype=torch.float32),
        torch.tensor([float(zoom)]),
        torch.tensor([math.radians(shear)]),
        torch.tensor([mirror]),
    )
    return moved(pictures, places)


def assert_same(found: Tensor, expected: Tensor) -> None:
    torch.testing.assert_close(found, expected, rtol=0, atol=0.02)


@pytest.mark.parametrize("size", [(9, 9), (8, 8), (7, 12)])
def test_that_a_picture_that_is_not_moved_stays_as_it_is(size: tuple[int, int]) -> None:
    assert_same(changed(picture(*size)), picture(*size))


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("side", [8, 9])
def test_that_a_quarter_turn_is_clockwise(turns: int, side: int) -> None:
    expected = torch.rot90(picture(side, side), -turns, (2, 3))
    assert_same(changed(picture(side, side), rotate=90 * turns), expected)


def test_that_a_shift_is_to_the_right_and_down_onto_paper() -> None:
    expected = torch.zeros(1, 1, 7, 12)
    expected[:, :, 2:, 3:] = picture(7, 12)[:, :, :-2, :-3]
    assert_same(changed(picture(7, 12), shift=(3, 2)), expected)


def test_that_colours_go_on_beyond_their_border() -> None:
    colours = picture(6, 6).expand(1, 3, 6, 6).contiguous()
    found = changed(colours, shift=(2, 0))
    assert_same(found[..., 2:], colours[..., :-2])
    assert_same(found[..., :2], colours[..., :1].expand(1, 3, 6, 2))


def test_that_a_mirror_exchanges_left_and_right() -> None:
    assert_same(changed(picture(7, 12), mirror=True), picture(7, 12).flip(3))


def test_that_twice_the_size_shows_the_middle_twice_as_large() -> None:
    ramp = torch.arange(9.0).expand(1, 1, 9, 9).contiguous()
    found = changed(ramp, zoom=1)
    assert_same(found[0, 0, 4], torch.arange(9.0) / 2 + 2)
    back = changed(changed(picture(5, 5), zoom=1), zoom=-0.5)
    assert_same(back[0, 0, 2, 2], picture(5, 5)[0, 0, 2, 2])


def test_that_upright_lines_lean_by_their_angle() -> None:
    line = torch.zeros(1, 1, 9, 9)
    line[..., 4] = 255
    found = changed(line, shear=45)[0, 0]
    assert_same(found.argmax(dim=1).float(), torch.arange(9.0))


def test_that_the_order_is_size_lean_turn_shift() -> None:
    # A point at (1, 0) from the middle: mirrored to (-1, 0), doubled, turned to (0, -2).
    point = torch.zeros(1, 1, 11, 11)
    point[0, 0, 5, 6] = 255
    found = changed(point, mirror=True, zoom=1, rotate=90, shift=(3, 1))
    assert divmod(int(found.argmax()), 11) == (5 - 2 + 1, 5 + 3)


def test_that_ink_grows_by_a_pixel_and_shrinks_again() -> None:
    dot = torch.zeros(4, 1, 7, 7)
    dot[:, :, 3, 3] = 200
    plus = dot.clone()
    plus[:, :, 2:5, 3] = plus[:, :, 3, 2:5] = 200
    found = thickened(dot, torch.tensor([1.0, 0.5, 0.0, -1.0]))
    assert_same(found[0], plus[0])
    assert_same(found[1], (dot[0] + plus[0]) / 2)
    assert_same(found[2], dot[2])
    assert_same(found[3], torch.zeros(1, 7, 7))
    two = thickened(dot[:1], torch.tensor([2.0]))[0, 0] > 0
    rows, columns = torch.meshgrid(torch.arange(7), torch.arange(7), indexing="ij")
    assert torch.equal(two, (rows - 3).abs() + (columns - 3).abs() <= 2)


def test_that_a_rectangle_is_erased_and_nothing_beside_it() -> None:
    whole = picture(6, 8) + 1
    found = erased(whole, torch.tensor([[1.0, 2.0, 3.0, 7.0]]))
    expected = whole.clone()
    expected[:, :, 1:3, 2:7] = 0
    assert torch.equal(found, expected)


def test_that_noise_has_its_deviation_and_stays_within_the_levels() -> None:
    grey = torch.full((200, 28, 28), 128, dtype=torch.uint8)
    found = Augmenter(Augmentation(noise=0.1), 0)(grey)
    assert abs(float(found.std()) - 25.5) < 0.3
    assert abs(float(found.mean()) - 128) < 0.3
    far = Augmenter(Augmentation(noise=1), 0)(grey)
    assert (float(far.min()), float(far.max())) == (0, 255)


def test_that_a_bend_moves_neighbours_together_and_by_its_amount() -> None:
    ramp = torch.arange(100, 128, dtype=torch.uint8).expand(400, 28, 28).contiguous()
    found = Augmenter(Augmentation(elastic=1), 0)(ramp)
    by = (found - ramp)[:, 8:20, 8:20]
    assert abs(float(by.std()) - 1) < 0.05
    neighbours = by[:, :, 1:] * by[:, :, :-1]
    assert float(neighbours.mean()) > 0.9
    distant = by[:, 0, 0] * by[:, 11, 11]
    assert abs(float(distant.mean())) < 0.2


def drawn(**amounts: float) -> Tensor:
    """Return many pictures of one dot, changed."""
    dot = torch.zeros(300, 29, 29, dtype=torch.uint8)
    dot[:, 14, 20] = 255
    return Augmenter(Augmentation(**amounts), 3)(dot)


def places(pictures: Tensor) -> tuple[Tensor, Tensor]:
    """Return rows and columns of the centre of mass, from the middle."""
    cells = torch.arange(29.0) - 14
    mass = pictures.sum((1, 2))
    return (pictures.sum(2) @ cells) / mass, (pictures.sum(1) @ cells) / mass


def test_that_amounts_are_drawn_from_one_end_to_the_other() -> None:
    rows, columns = places(drawn(shift=4))
    for found in (rows, columns - 6):
        assert -4.01 < float(found.min()) < -3.8
        assert 3.8 < float(found.max()) < 4.01
        assert abs(float(found.std()) - 8 / math.sqrt(12)) < 0.2
    rows, columns = places(drawn(rotate=30))
    angles = torch.rad2deg(torch.atan2(rows, columns))
    assert -30.5 < float(angles.min()) < -28
    assert 28 < float(angles.max()) < 30.5
    _, columns = places(drawn(zoom=0.5))
    assert 2.9 < float(columns.min()) < 3.2
    assert 8.8 < float(columns.max()) < 9.1
    rows, columns = places(drawn(mirror=0.25))
    assert set(columns.round().tolist()) == {-6, 6}
    assert 50 < int((columns < 0).sum()) < 100
    whole = torch.full((300, 20, 20), 9, dtype=torch.uint8)
    gone = (Augmenter(Augmentation(erase=0.5), 0)(whole) == 0).sum((1, 2))
    assert int(gone.max()) <= 100
    assert int(gone.max()) > 80


def test_that_nothing_is_drawn_where_nothing_is_changed() -> None:
    pictures = torch.zeros(3, 5, 5, dtype=torch.uint8)
    augmenter = Augmenter(UNCHANGED, 0)
    before = augmenter.chance()
    assert augmenter(pictures) is pictures
    assert torch.equal(augmenter.chance(), before)


@pytest.mark.parametrize("shape", [(4, 28, 28), (4, 3, 32, 32), (1, 5, 9)])
def test_that_the_generator_is_its_own_and_the_pictures_are_left(
    shape: tuple[int, ...],
) -> None:
    pictures = torch.randint(0, 256, shape, dtype=torch.uint8)
    kept, state = pictures.clone(), torch.get_rng_state()
    found = Augmenter(ALL, 7)(pictures)
    assert (found.shape, found.dtype) == (pictures.shape, torch.float32)
    assert 0 <= float(found.min()) <= float(found.max()) <= 255
    assert torch.equal(torch.get_rng_state(), state)
    assert torch.equal(pictures, kept)
    assert torch.equal(Augmenter(ALL, 7)(pictures), found)
    assert not torch.equal(Augmenter(ALL, 8)(pictures), found)


def test_that_a_preview_of_more_begins_with_the_same() -> None:
    digit = picture(28, 28)[0, 0].to(torch.uint8).numpy()
    many = preview(digit, PRESETS["digits"], 5, 6)
    assert (many.shape, many.dtype) == ((6, 28, 28), np.uint8)
    assert np.array_equal(preview(digit, PRESETS["digits"], 5, 2), many[:2])
    assert not np.array_equal(many[0], many[1])
    assert np.array_equal(preview(digit, UNCHANGED, 5, 1)[0], digit)
    colours = np.zeros((3, 8, 8), np.uint8)
    assert preview(colours, PRESETS["photos"], 0, 2).shape == (2, 3, 8, 8)
    assert preview(digit, ALL, 0, 0).shape == (0, 28, 28)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", UNCHANGED),
        ("rotate=10,shift=2,zoom=0.1", Augmentation(rotate=10, shift=2, zoom=0.1)),
        (" Rotate = 5 , mirror", Augmentation(rotate=5, mirror=0.5)),
        ("digits", PRESETS["digits"]),
        ("digits,rotate=0", replace(PRESETS["digits"], rotate=0)),
    ],
)
def test_that_amounts_are_read_as_they_are_written(
    text: str, asked: Augmentation
) -> None:
    assert parse_augmentation(text) == asked
    assert parse_augmentation(written(asked)) == asked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rotat=3", "“rotat”"),
        ("rotate", "value “” of rotate"),
        ("rotate=ten", "“ten”"),
        ("rotate=nan", "“nan”"),
        ("rotate=181", "rotate is 181.0; it goes from 0 to 180"),
        ("shift=-1", "shift is -1.0"),
        ("zoom=1", "zoom is 1.0"),
        ("digits=1", "“digits”"),
    ],
)
def test_that_amounts_that_cannot_be_are_told(text: str, said: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        parse_augmentation(text)
    assert said in sentence(caught.value)


def test_that_the_largest_amounts_give_pictures_too() -> None:
    largest = Augmentation(**MOST)
    found = Augmenter(largest, 0)(torch.full((20, 12, 12), 200, dtype=torch.uint8))
    assert bool(torch.isfinite(found).all())


QUICK = TrainingConfig(
    network=network("lenet5"),
    epochs=2,
    batch_size=40,
    device="cpu",
    threads=1,
    seed=5,
    augmentation=ALL,
    data_use=DataUse(pictures=200, validation=0.2, label_noise=0.1),
)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return bar_dataset()


def end(config: TrainingConfig, dataset: Dataset) -> Finished:
    *_, last = train(config, dataset)
    assert isinstance(last, Finished)
    return last


def test_that_a_resumed_run_changes_pictures_as_it_would_have(dataset: Dataset) -> None:
    expected = end(QUICK, dataset)
    checkpoint, finished = None, None
    for events in (1, 9, 3, 8, 40):
        with closing(
            train(QUICK, dataset, checkpoint_wanted=lambda: True, resumed=checkpoint)
        ) as running:
            for event in islice(running, events):
                if isinstance(event, Checkpoint):
                    checkpoint = event
                if isinstance(event, Finished):
                    finished = event
    assert finished is not None
    for name, values in expected.weights.items():
        np.testing.assert_array_equal(finished.weights[name], values)
    assert finished.test_accuracy == expected.test_accuracy


def losses(config: TrainingConfig, dataset: Dataset) -> list[float]:
    return [one.loss for one in train(config, dataset) if isinstance(one, BatchDone)]


def test_that_snapshots_change_no_picture_and_each_epoch_has_others(
    dataset: Dataset,
) -> None:
    seldom, often = (
        losses(replace(QUICK, snapshot_every=every), dataset) for every in (99, 1)
    )
    assert seldom == often
    still = replace(QUICK, augmentation=UNCHANGED)
    assert losses(still, dataset) != seldom
    # Without any change the order of the pictures is the same: the first batch shows it.
    small = replace(QUICK, augmentation=Augmentation(noise=1e-6))
    first, other = losses(small, dataset)[0], losses(still, dataset)[0]
    assert first == pytest.approx(other, abs=1e-4)


def test_that_a_run_measures_the_test_pictures_once_at_its_end(
    dataset: Dataset,
) -> None:
    events = list(train(QUICK, dataset))
    started, last = events[0], events[-1]
    assert started.training_pictures == 160  # type: ignore[union-attr]
    assert started.validation_pictures == 40  # type: ignore[union-attr]
    assert isinstance(last, Finished)
    assert last.test_accuracy is not None
    weights = [one for one in events if isinstance(one, Snapshot)][-1].weights
    # Measured as the validation pictures of a run that only measures.
    whole = replace(QUICK, data_use=DataUse(), epochs=1, learning_rate=1e-12)
    again = list(train(whole, dataset, initial_weights=weights))[-1]
    assert isinstance(again, Finished)
    assert again.validation_accuracy == last.test_accuracy
    assert again.test_accuracy is None


def test_that_a_folder_keeps_how_data_are_used_and_changed(tmp_path: Path) -> None:
    write_settings(tmp_path, RunSettings(QUICK, "builtin", "x", "cnnviz"))
    found = read_settings(tmp_path).config
    assert (found.data_use, found.augmentation) == (QUICK.data_use, ALL)
    said = json.loads((tmp_path / SETTINGS).read_text())
    for name in ("data_use", "augmentation"):
        del said["config"][name]
    (tmp_path / SETTINGS).write_text(json.dumps(said))
    older = read_settings(tmp_path).config
    assert (older.data_use, older.augmentation) == (DataUse(), UNCHANGED)
    said["config"]["augmentation"] = {"rotate": "far"}
    (tmp_path / SETTINGS).write_text(json.dumps(said))
    with pytest.raises(CnnvizError) as caught:
        read_settings(tmp_path)
    assert caught.value.code == "run_damaged"


def test_that_card_and_command_tell_it(dataset: Dataset) -> None:
    started = next(train(QUICK, dataset))
    said = recipe(RunFacts(data="bars", command="", started=started, epochs=()))  # type: ignore[arg-type]
    assert "200 pictures used, 0.2 of them held out for validation" in said
    assert f"augmentation {written(ALL)}" in said
    line = command_line("lenet5", "bars", QUICK)
    assert line.endswith(
        "--use 200 --validation 0.2 --label-noise 0.1 --augment " + written(ALL)
    )
