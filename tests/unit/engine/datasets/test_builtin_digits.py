"""The built-in digits: always the same, balanced, and like MNIST's in build."""

from dataclasses import fields
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from cnnviz.engine.datasets.builtin_digits import (
    LABELS,
    WAYS,
    builtin_dataset,
    choose_ways,
    generate_digits,
    make_ahead,
)
from cnnviz.engine.datasets.handwriting.curves import control_points, curves_of
from cnnviz.engine.datasets.handwriting.hands import Variation, choose_pens, write
from cnnviz.engine.datasets.handwriting.motion import Motion, few_points
from cnnviz.engine.datasets.handwriting.rendering import draw
from cnnviz.engine.datasets.handwriting.stroke_types import way_of
from cnnviz.engine.datasets.split import Split
from cnnviz.engine.images.preparation import prepare_drawing


@pytest.fixture(scope="module")
def digits() -> Split:
    return generate_digits(2_000, seed=4)


def centres_of_mass(images_nhw: NDArray[np.uint8]) -> NDArray[np.float64]:
    ink = images_nhw.astype(np.float64)
    mass = ink.sum(axis=(1, 2))
    rows = (ink.sum(axis=2) * np.arange(28)).sum(axis=1) / mass
    columns = (ink.sum(axis=1) * np.arange(28)).sum(axis=1) / mass
    return np.stack([rows, columns], axis=1)


def test_that_a_seed_always_gives_the_same_pictures(digits: Split) -> None:
    again = generate_digits(2_000, seed=4)
    np.testing.assert_array_equal(again.images_nhw, digits.images_nhw)
    np.testing.assert_array_equal(again.labels_n, digits.labels_n)


def test_that_another_seed_gives_other_pictures(digits: Split) -> None:
    other = generate_digits(2_000, seed=5)
    assert (other.images_nhw != digits.images_nhw).any(axis=(1, 2)).all()


def test_that_no_two_digits_are_alike(digits: Split) -> None:
    assert len({image.tobytes() for image in digits.images_nhw}) == len(digits)


def test_that_pictures_are_uint8_28_by_28_and_labels_int64(digits: Split) -> None:
    assert digits.images_nhw.shape == (2_000, 28, 28)
    assert digits.images_nhw.dtype == np.uint8
    assert digits.labels_n.dtype == np.int64


def test_that_classes_are_balanced_and_in_random_order(digits: Split) -> None:
    assert np.bincount(digits.labels_n).tolist() == [200] * 10
    assert (np.diff(digits.labels_n) == 0).mean() == pytest.approx(0.1, abs=0.04)


@pytest.mark.parametrize("count", [0, 1, 7, 23])
def test_that_any_count_can_be_asked_for(count: int) -> None:
    few = generate_digits(count, seed=0)
    assert few.images_nhw.shape == (count, 28, 28)
    counts = np.bincount(few.labels_n, minlength=10)
    assert counts.max() - counts.min() <= 1


def test_that_ink_is_spread_about_as_in_mnist(digits: Split) -> None:
    scaled = digits.images_nhw / 255
    # MNIST's training pictures have 0.1307 and 0.3081.
    assert scaled.mean() == pytest.approx(0.1307, abs=0.008)
    assert scaled.std() == pytest.approx(0.3081, abs=0.012)
    # And 81 % of their pixels are blank.
    assert (digits.images_nhw == 0).mean() == pytest.approx(0.81, abs=0.02)


def test_that_every_digit_has_full_ink_and_its_own_kind_of_line(digits: Split) -> None:
    assert (digits.images_nhw.max(axis=(1, 2)) == 255).all()
    inks = digits.images_nhw.mean(axis=(1, 2))
    assert np.percentile(inks, 95) > 2 * np.percentile(inks, 5)


def test_that_centres_of_mass_are_in_the_middle(digits: Split) -> None:
    away = np.abs(centres_of_mass(digits.images_nhw) - 14)
    # Whole pixels: at most half a pixel off, but for a digit held in by the frame.
    assert (away <= 0.51).mean() > 0.99
    assert away.max() < 3


def test_that_each_digit_is_20_pixels_long(digits: Split) -> None:
    inked = digits.images_nhw > 0
    tall = inked.any(axis=2).sum(axis=1)
    wide = inked.any(axis=1).sum(axis=1)
    longest = np.maximum(tall, wide)
    assert longest.max() <= 20
    assert (longest >= 19).mean() > 0.97


def test_that_preparing_a_built_in_digit_again_hardly_changes_it(
    digits: Split,
) -> None:
    changes = [
        np.abs(prepare_drawing(image).digit_hw.astype(float) - image).mean()
        for image in digits.images_nhw[:200]
    ]
    assert np.median(changes) < 1
    assert np.percentile(changes, 90) < 15


def test_that_every_way_of_writing_occurs() -> None:
    labels_n = np.repeat(np.arange(10), 400)
    ways_n = choose_ways(labels_n, np.random.default_rng(0))
    assert set(ways_n.tolist()) == set(range(len(WAYS)))
    np.testing.assert_array_equal([WAYS[way].digit for way in ways_n], labels_n)


def test_that_each_digit_has_several_ways_with_names_of_their_own() -> None:
    for digit in range(10):
        names = [way.name for way in WAYS if way.digit == digit]
        assert len(names) >= 4
        assert len(names) == len(set(names))


def test_that_all_shapes_of_a_way_have_the_same_build() -> None:
    for way in WAYS:
        curves = curves_of(way.shapes[0])
        for shape in way.shapes:
            own = curves_of(shape)
            np.testing.assert_array_equal(own.weights_pk, curves.weights_pk)
            points = control_points(shape)
            # Every stroke goes through its points, and a shape is about 1 high.
            path = own.weights_pk @ points
            gaps = np.linalg.norm(path[:, np.newaxis] - points, axis=2).min(axis=0)
            assert gaps.max() < 1e-6
            assert np.ptp(points[:, 1]) == pytest.approx(1, abs=0.2), way.name


def test_that_there_are_a_dozen_ways_of_every_digit_and_more() -> None:
    assert np.bincount([way.digit for way in WAYS]).min() >= 12


def test_that_a_corner_stays_sharp_and_a_curve_smooth() -> None:
    corner = ((0.0, 0.0), (1.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    curve = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    sharp = curves_of((corner,)).weights_pk @ control_points((corner,))
    round_ = curves_of((curve,)).weights_pk @ control_points((curve,))
    assert sharp[:, 0].max() == 1
    assert round_[:, 0].max() > 1


def test_that_the_paper_is_bent_by_as_much_as_is_asked() -> None:
    still: dict[str, Any] = {field.name: 0.0 for field in fields(Variation)}
    still["motion"] = Motion(**{field.name: 0.0 for field in fields(Motion)})
    flat, slight, strong = (
        write(
            WAYS[0], 2000, np.random.default_rng(5), Variation(**still | {"warp": w})
        )[0]
        for w in (0.0, 0.035, 0.07)
    )
    # Two waves a direction, their heights normal (of warp and 0.9 warp), times a sine:
    # a point moves by about warp * sqrt((1 + 0.81) / 2), less the cut at 1.8 deviations.
    assert (slight - flat).std() == pytest.approx(0.035 * 0.95, rel=0.15)
    assert (strong - flat).std() == pytest.approx(0.07 * 0.95, rel=0.15)


@pytest.mark.parametrize("is_curve", [False, True])
def test_that_a_quick_hand_keeps_its_ends_and_straight_lines(is_curve: bool) -> None:
    strokes = ((0, 11), (11, 16))
    few_pp = few_points(strokes, 4, is_curve=is_curve)
    np.testing.assert_allclose(few_pp.sum(axis=1), 1, rtol=1e-6)
    ends = [0, 10, 11, 15]
    np.testing.assert_array_equal(few_pp[ends], np.eye(16)[ends])
    assert not few_pp[:11, 11:].any()  # strokes know nothing of each other
    line = np.linspace(0, 1, 11)
    np.testing.assert_allclose(few_pp[:11, :11] @ line, line, atol=0.06)


def test_that_a_way_is_read_from_text() -> None:
    way = way_of(7, "short", "0,0 50,0! 20,100 / 10,50 60,50", share=2)
    assert way.shapes == (
        (((0, 0), (0.5, 0), (0.5, 0), (0.2, 1)), ((0.1, 0.5), (0.6, 0.5))),
    )
    assert (way.digit, way.name, way.share) == (7, "short", 2)


def test_that_ways_can_be_left_out() -> None:
    ways = [way for way in WAYS if (way.digit, way.name) != (7, "bar")]
    labels_n = np.full(500, 7)
    chosen = choose_ways(labels_n, np.random.default_rng(0), ways)
    assert "bar" not in {ways[way].name for way in chosen}
    assert len(generate_digits(30, seed=0, ways=ways)) == 30


def test_that_drawing_agrees_with_a_large_drawing_prepared() -> None:
    rng = np.random.default_rng(3)
    way = next(way for way in WAYS if (way.digit, way.name) == (2, "loop"))
    path, starts = write(way, 20, rng)
    pens = choose_pens(20, len(starts), rng)
    pens.pressure_ns[:] = 1
    pens.softness_n[:] = 1
    small = draw(path, starts, pens)
    changes = []
    for index in range(20):
        large = _drawn_large(path[index], starts, float(pens.radius_n[index]))
        expected = prepare_drawing(large).digit_hw.astype(float)
        # A centre of mass midway between two pixels may round to the other one.
        changes.append(
            min(
                np.abs(small[index] - np.roll(expected, (down, right), (0, 1))).mean()
                for down in (-1, 0, 1)
                for right in (-1, 0, 1)
            )
        )
    assert np.percentile(changes, 80) < 4


def _drawn_large(
    path: NDArray[np.float32], starts: NDArray[np.intp], radius: float
) -> NDArray[np.uint8]:
    """Return ink of a path at 240 pixels a digit height, by brute force."""
    scale = 240
    points = (path - path.min(axis=0) + radius + 0.05) * scale
    rows, columns = np.indices(
        np.ceil(points.max(axis=0) + radius * scale + 5)[::-1].astype(int)
    )
    grid = np.stack([columns, rows], axis=-1) + 0.5
    ink = np.zeros(rows.shape, dtype=bool)
    for start in starts:
        begin, line = points[start], points[start + 1] - points[start]
        share = ((grid - begin) @ line / max(line @ line, 1e-9)).clip(0, 1)
        foot = begin + share[..., np.newaxis] * line
        ink |= np.linalg.norm(grid - foot, axis=-1) <= radius * scale
    return ink.astype(np.uint8) * 255


def few_digits(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[int, int], Split]:
    """Let the data set have few digits, none of them made yet; return what is made."""
    module = "cnnviz.engine.datasets.builtin_digits"
    kept: dict[tuple[int, int], Split] = {}
    for name, count in (("TRAINING_PICTURES", 60), ("TEST_PICTURES", 20)):
        monkeypatch.setattr(f"{module}.{name}", count)
    monkeypatch.setattr(f"{module}._kept", kept)
    return kept


def test_that_the_built_in_data_set_is_made_once_and_its_splits_differ(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few_digits(monkeypatch)
    dataset = builtin_dataset()
    assert builtin_dataset().train is dataset.train
    assert (dataset.name, dataset.labels) == ("builtin", LABELS)
    assert (len(dataset.train), len(dataset.test)) == (60, 20)
    train = {image.tobytes() for image in dataset.train.images_nhw}
    assert not train & {image.tobytes() for image in dataset.test.images_nhw}


def test_that_digits_made_ahead_are_those_of_the_data_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = few_digits(monkeypatch)
    asked = iter([False, False, True])  # given up on the way
    make_ahead(lambda: next(asked))
    assert not kept
    make_ahead(lambda: False)
    assert builtin_dataset().train is kept[1, 60]
    np.testing.assert_array_equal(
        kept[2, 20].images_nhw, generate_digits(20, seed=2).images_nhw
    )


def test_that_a_small_network_learns_to_read_held_out_digits() -> None:
    torch.manual_seed(0)
    lenet = nn.Sequential(
        *(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(16, 120, 5), nn.ReLU(), nn.Flatten()),
        *(nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10)),
    )
    optimizer = torch.optim.Adam(lenet.parameters(), lr=0.002)
    teach, held_out = generate_digits(8_000, seed=1), generate_digits(1_000, seed=2)
    images, labels = _as_tensors(teach)
    for _ in range(3):
        for batch in torch.randperm(len(images)).split(64):
            optimizer.zero_grad()
            nn.functional.cross_entropy(lenet(images[batch]), labels[batch]).backward()
            optimizer.step()
    images, labels = _as_tensors(held_out)
    with torch.no_grad():
        right = (lenet(images).argmax(dim=1) == labels).float().mean()
    assert right > 0.85


def _as_tensors(split: Split) -> tuple[torch.Tensor, torch.Tensor]:
    scaled = torch.tensor(split.images_nhw[:, np.newaxis]) / 255
    return (scaled - 0.1307) / 0.3081, torch.tensor(split.labels_n)
