"""How well digits that people drew are read: files of strokes with labels.

Prints accuracy, by digit and over writers (``"writer"`` of an entry, if it has one), how
far the probabilities can be believed, and how many digits are turned away; then the same
drawings leaning by up to 15 degrees, at any place of the pad, in 30 to 90% of it, by any
pen. None of the drawings that the model cards speak of are in this repository::

    python tests/benchmarks/bench_real_strokes.py FILE.json ...
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from cnnviz.engine.datasets.handwriting.trajectories import Strokes, on_pad
from cnnviz.engine.images.strokes.ink_sheet import SIDE, InkSheet
from cnnviz.engine.images.strokes.stroke_file import ink_of, read_strokes
from cnnviz.engine.networks.calibration import (
    expected_calibration_error,
    mean_sureness_of_wrong,
)
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.engine.reading.reading import Seen, answers, seen_drawing

SEED = 2026
AT_ONCE = 64
PENS = (8, 48)
THICKEST_OF_SIZE = 0.2
LEANS = np.tan(np.radians(15))
LENET5 = network("lenet5")


def varied(strokes: Sequence[Sequence[Sequence[float]]]) -> Seen:
    """Return a drawing that leans, at some place, in some size, by some pen."""
    rng = np.random.default_rng(SEED + sum(map(len, strokes)))
    lean = np.array([[1, 0], [rng.uniform(-LEANS, LEANS), 1]])
    leaning: Strokes = [
        (np.array([point[:2] for point in stroke]) @ lean).astype(np.float32)
        for stroke in strokes
        if stroke
    ]
    placed = on_pad(leaning, SIDE, rng)
    size = np.ptp(np.concatenate(placed), axis=0).max()
    pen = rng.uniform(PENS[0], np.clip(THICKEST_OF_SIZE * size, PENS[0] + 2, PENS[1]))
    sheet = InkSheet()
    for stroke in placed:
        sheet.draw([(float(x), float(y)) for x, y in stroke], pen)
    return seen_drawing(sheet.array(), LENET5)


def show(
    title: str, seen: Sequence[Seen], labels: Sequence[str], writers: Sequence[str]
) -> None:
    reader = Classifier(LENET5, shipped_weights(LENET5))
    told = [
        answer
        for first in range(0, len(seen), AT_ONCE)
        for answer in answers(reader, seen[first : first + AT_ONCE])
    ]
    shares_nk = np.stack([each.shares_k for each in told if each.shares_k is not None])
    labels_n = np.array([LENET5.labels.index(label) for label in labels])
    right_n = shares_nk.argmax(axis=1) == labels_n
    away = 1 - np.mean([answer.is_digit for answer in told])
    several = np.mean([bool(answer.several) for answer in told])
    print(
        f"  {title}: {right_n.mean():.2%} of {len(seen):,}; "
        f"ECE {expected_calibration_error(shares_nk, labels_n):.2%}, wrong at "
        f"{mean_sureness_of_wrong(shares_nk, labels_n):.2f}; "
        f"turned away {away:.2%}, {several:.2%} as several"
    )
    by_digit = [right_n[labels_n == digit] for digit in np.unique(labels_n)]
    print("    by digit " + " ".join(f"{right.mean():.1%}" for right in by_digit))
    by_writer = defaultdict(list)
    for writer, right in zip(writers, right_n, strict=True):
        by_writer[writer].append(right)
    means = sorted(float(np.mean(rights)) for rights in by_writer.values())
    worst = means[: max(1, len(means) // 10)]
    print(
        f"    {len(means)} writers, {np.mean(np.array(means) == 1):.0%} of them always "
        f"read right; the worst tenth {np.mean(worst):.1%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    for path in parser.parse_args().files:
        drawings = read_strokes(path.read_bytes(), str(path), LENET5.labels)
        entries = json.loads(path.read_text(encoding="utf-8"))
        labels = [each.label for each in drawings if each.label is not None]
        if len(labels) != len(drawings):
            raise SystemExit(f"{path}: some drawings have no label")
        writers = [str(each.get("writer", "")) for each in entries]
        print(path.name)
        drawn = [seen_drawing(ink_of(each), LENET5) for each in drawings]
        show("as drawn", drawn, labels, writers)
        show("varied", [varied(each["strokes"]) for each in entries], labels, writers)


if __name__ == "__main__":
    main()
