"""How well handwriting is read, and how well it is told from what is no digit.

Prints, for the shipped weights and for others (``--old FILE``) beside them: accuracy on
MNIST's test pictures and on strokes that are drawn as the pad draws them, by digit and by way of
writing, and how far the probabilities can be believed; then the share of drawings that
are rejected, by kind. With ``--hold-out`` LeNet-5 is trained anew without whole ways of
writing, and reads those: some minutes. MNIST needs CNNVIZ_DATA.
"""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.builtin_digits import WAYS, generate_digits
from cnnviz.engine.datasets.choice.mixtures import mixed
from cnnviz.engine.datasets.handwriting.no_digits import (
    LEARNED_KINDS,
    UNSEEN_KINDS,
    drawings_of,
)
from cnnviz.engine.datasets.handwriting.trajectories import (
    Strokes,
    on_pad,
    strokes_of,
)
from cnnviz.engine.datasets.loading import find_mnist, load_dataset
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.images.preparation import Preparation, prepare_drawing
from cnnviz.engine.images.strokes.ink_sheet import SIDE, InkSheet
from cnnviz.engine.networks.calibration import (
    expected_calibration_error,
    mean_sureness_of_wrong,
)
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import Weights, load_weights, shipped_weights
from cnnviz.engine.reading.digit_check import shipped_check
from cnnviz.engine.reading.judgement import all_judged

SEED = 2026
OF_EACH_WAY = 4
OF_EACH_KIND = 20
PENS = (8, 48)
THICKEST_OF_SIZE = 0.2

# One way in ten, of every digit: chosen before anything was measured, by their places.
HELD_OUT = [way for place, way in enumerate(WAYS) if place % 10 == 3]

LENET5 = network("lenet5")


def drawn(strokes: Strokes, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return a drawing on the pad as the readers see it."""
    return prepared(strokes, rng).digit_hw


def prepared(strokes: Strokes, rng: np.random.Generator) -> Preparation:
    """Return a drawing on the pad, prepared: at some place, in some size, by some pen."""
    placed = on_pad(strokes, SIDE, rng)
    size = np.ptp(np.concatenate(placed), axis=0).max()
    pen = rng.uniform(PENS[0], np.clip(THICKEST_OF_SIZE * size, PENS[0] + 2, PENS[1]))
    sheet = InkSheet()
    for stroke in placed:
        sheet.draw([(float(x), float(y)) for x, y in stroke], pen)
    return prepare_drawing(sheet.array())


def digits_on_pad() -> tuple[Split, NDArray[np.intp]]:
    """Return digits of every way, and which way each is."""
    rng = np.random.default_rng(SEED)
    pictures = [
        drawn(strokes, rng)
        for way in WAYS
        for strokes in strokes_of(way, OF_EACH_WAY, rng)
    ]
    ways_n = np.repeat(np.arange(len(WAYS)), OF_EACH_WAY)
    labels_n = np.array([WAYS[way].digit for way in ways_n])
    return Split(np.stack(pictures), labels_n), ways_n


def show_reading(name: str, classifier: Classifier, split: Split) -> NDArray[np.bool_]:
    """Print accuracy and calibration; return what was right."""
    shares_nk = classifier.probabilities(split.images_nhw)
    assert shares_nk is not None
    right_n = shares_nk.argmax(axis=1) == split.labels_n
    by_digit = [right_n[split.labels_n == digit].mean() for digit in range(10)]
    print(
        f"  {name}: {right_n.mean():.2%} of {len(split):,}; by digit "
        + " ".join(f"{share:.1%}" for share in by_digit)
        + f"; ECE {expected_calibration_error(shares_nk, split.labels_n):.2%}, "
        f"wrong at {mean_sureness_of_wrong(shares_nk, split.labels_n):.2f}"
    )
    return right_n


def show_ways(
    rights: Mapping[str, NDArray[np.bool_]], ways_n: NDArray[np.intp]
) -> None:
    """Print the share right of every way, the worst of the last weights first."""
    last = list(rights.values())[-1]
    order = sorted(range(len(WAYS)), key=lambda way: last[ways_n == way].mean())
    print(f"by way ({', '.join(rights)}):")
    for way in order:
        shares = " ".join(
            f"{right[ways_n == way].mean():4.0%}" for right in rights.values()
        )
        print(f"  {shares}  {WAYS[way].digit} {WAYS[way].name}")


def show_rejection(strokes: Split) -> None:
    check = shipped_check()
    reader = Classifier(LENET5, shipped_weights(LENET5))
    print("drawings that are no digit, rejected by the check and the rules beside it:")
    rng = np.random.default_rng(SEED)
    for title, kinds in (("learned", LEARNED_KINDS), ("unseen", UNSEEN_KINDS)):
        shares = []
        for kind in kinds:
            drawings = drawings_of(kind, OF_EACH_KIND, SEED)
            judgements = all_judged([prepared(one, rng) for one in drawings], reader)
            shares.append(float(np.mean([not each.digit for each in judgements])))
            print(f"  {shares[-1]:4.0%}  {kind} ({title})")
        print(f"  {np.mean(shares):.1%} of {len(kinds)} {title} kinds")
    told = {"digits on the pad": strokes}
    if find_mnist() is not None:
        told["MNIST's test pictures"] = load_dataset("mnist").test
    for name, split in told.items():
        away = 1 - check.are_digits(split.images_nhw).mean()
        print(f"  of {name} {away:.2%} are rejected")


def held_out_weights() -> Weights:
    """Train as the shipped weights were, quicker, without `HELD_OUT`."""
    from cnnviz.engine.training.config import TrainingConfig
    from cnnviz.engine.training.data.augmentation import parse_augmentation
    from cnnviz.engine.training.events import EpochDone, Finished
    from cnnviz.engine.training.loop import train

    kept = [way for way in WAYS if way not in HELD_OUT]
    built_in = Dataset(
        "kept ways",
        generate_digits(60_000, 1, kept),
        generate_digits(1_000, 2, kept),
        LENET5.labels,
    )
    augment = "rotate=8,shift=1,zoom=0.1,shear=8,elastic=0.5,thickness=0.4"
    config = TrainingConfig(
        epochs=3,
        learning_rate=0.003,
        schedule="one_cycle",
        label_smoothing=0.05,
        augmentation=parse_augmentation(augment),
        device="cpu",
        threads=1,
    )
    data = mixed([(load_dataset("mnist"), 1.0), (built_in, 1.0)], "mixture")
    data = replace(data, test=built_in.test)
    for event in train(config, data):
        if isinstance(event, EpochDone):
            print(f"  epoch {event.epoch}: {event.validation_accuracy:.2%}")
        elif isinstance(event, Finished):
            return event.weights
    raise SystemExit("no weights")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--old", type=Path, help="weights of LeNet-5 to read beside")
    parser.add_argument("--hold-out", action="store_true")
    asked = parser.parse_args()
    readers = {"shipped": Classifier(LENET5, shipped_weights(LENET5))}
    if asked.old is not None:
        readers = {"old": Classifier(LENET5, load_weights(asked.old, LENET5))} | readers
    strokes, ways_n = digits_on_pad()
    rights = {}
    for name, classifier in readers.items():
        print(f"{name} weights")
        if find_mnist() is not None:
            show_reading(
                "MNIST's test pictures", classifier, load_dataset("mnist").test
            )
        show_reading(
            "built-in digits, new seed", classifier, generate_digits(5_000, 77)
        )
        rights[name] = show_reading("strokes on the pad", classifier, strokes)
    show_ways(rights, ways_n)
    show_rejection(strokes)
    if asked.hold_out:
        show_held_out(strokes, ways_n)


def show_held_out(strokes: Split, ways_n: NDArray[np.intp]) -> None:
    print(
        f"trained without {len(HELD_OUT)} ways; 10 digits of each of these, on the pad"
    )
    classifier = Classifier(LENET5, held_out_weights())
    rng = np.random.default_rng(SEED + 1)
    rights = []
    for way in HELD_OUT:
        pictures = np.stack([drawn(one, rng) for one in strokes_of(way, 10, rng)])
        rights.append(float((classifier.best(pictures) == way.digit).mean()))
        print(f"  {rights[-1]:4.0%}  {way.digit} {way.name}")
    print(f"  {np.mean(rights):.1%} of {10 * len(HELD_OUT)} digits of unseen ways")


if __name__ == "__main__":
    main()
