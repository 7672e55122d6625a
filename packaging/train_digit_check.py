"""Train the check whether a drawing is a digit, and write it into a folder.

It learns from MNIST's training pictures and the built-in digits on the one side, and from
the learned kinds of ``handwriting.no_digits`` on the other. A tenth is held out; there
the threshold is chosen, so that so few digits are turned away as `TURNED_AWAY` says.

Run it with a folder, see also ``make_weights.py``::

    python packaging/train_digit_check.py RUN
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import load_file, save

from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.datasets.handwriting.no_digits import (
    LEARNED_KINDS,
    UNSEEN_KINDS,
    pictures_of,
)
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import (
    Weights,
    load_weights,
    read_metadata,
    save_weights,
)
from cnnviz.engine.reading.digit_check import (
    CHECK_NETWORK,
    CHECK_WEIGHTS,
    NO_DIGIT,
    THRESHOLD_KEY,
    DigitCheck,
    shipped_check,
)
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.augmentation import parse_augmentation
from cnnviz.engine.training.events import EpochDone, Failed, Finished
from cnnviz.engine.training.loop import train

ROUNDS: Final = ((11, 0.003, 5), (12, 0.0015, 5))
"""Seed of the drawings and of chance, highest rate, epochs: new drawings each round."""

SEED: Final = 13
"""Of the drawings that the card's figures are measured on."""

OF_EACH_KIND: Final = 1_000
BUILT_IN: Final = 40_000
HELD_OUT: Final = 0.1
TURNED_AWAY: Final = (0.006, 0.012)
"""Share of MNIST's, and of the built-in, held-out digits below the threshold, at most.

Of the built-in digits some are so odd that nobody would know them.
"""

RECIPE: Final = TrainingConfig(
    network=CHECK_NETWORK,
    batch_size=64,
    optimizer="adam",
    schedule="one_cycle",
    augmentation=parse_augmentation("rotate=6,shift=1,zoom=0.08,shear=6,elastic=0.3"),
    device="cpu",
    threads=1,
)


def main(folder: Path) -> None:
    weights: Weights | None = None
    for seed, rate, epochs in ROUNDS:
        kept = folder / f"round-{seed}.safetensors"
        if kept.exists():
            weights = load_weights(kept, CHECK_NETWORK)
            continue
        learned, held = pictures(seed)
        config = replace(RECIPE, learning_rate=rate, epochs=epochs, seed=seed)
        weights = learned_weights(config, _dataset(learned, held), weights)
        save_weights(kept, CHECK_NETWORK, weights)
    assert weights is not None
    check = DigitCheck(Classifier(CHECK_NETWORK, weights), 0.0)
    _, held = pictures(ROUNDS[-1][0])
    scores = [check.scores(split.images_nhw) for split in held]
    threshold = min(
        float(np.quantile(part, share))
        for part, share in zip(scores, TURNED_AWAY, strict=False)
    )
    said = {THRESHOLD_KEY: f"{threshold:.4f}", "data": "digits and others"}
    save_weights(folder / CHECK_WEIGHTS, CHECK_NETWORK, weights, **said)
    rejected = float((scores[-1] < threshold).mean())
    print(f"threshold {threshold:.3f}; held-out drawings rejected: {rejected:.2%}")


def pictures(seed: int) -> tuple[list[Split], list[Split]]:
    """Return what a round learns from, and what it holds out: MNIST's, built-in, none."""
    whole = (
        load_dataset("mnist").train,
        generate_digits(BUILT_IN, seed),
        no_digits(OF_EACH_KIND, seed),
    )
    parts = [_parted(each) for each in whole]
    return [learned for learned, _ in parts], [held for _, held in parts]


def _dataset(learned: Sequence[Split], held: Sequence[Split]) -> Dataset:
    labels = CHECK_NETWORK.labels
    return Dataset("digits and others", _joined(learned), _joined(held), labels)


CARD: Final = """\
# Digit check

The weights in `digit-check.safetensors`: a small network that says whether a prepared
picture looks like one digit at all. It is no network to look at or to train on the pages;
the Draw page and `cnnviz classify` ask it beside whichever network reads digits.

| | |
|---|---|
| network | two convolutions and two dense layers, {parameters:,} parameters, see `cnnviz/engine/reading/digit_check.py` |
| digits | MNIST's 60,000 training pictures and {built_in:,} built-in digits, in each round others |
| no digits | {of_each:,} drawings of each of {kinds} kinds, in each round others (`cnnviz/engine/datasets/handwriting/no_digits.py`) |
| recipe | Adam, one cycle, batches of 64, two rounds: {rounds}; pictures changed by chance |
| command | `python packaging/make_weights.py digit-check` |
| threshold | {threshold}: of a tenth of the digits that was held out, at most {away[0]:.1%} of MNIST's and {away[1]:.1%} of the built-in ones are below it |
| rejected | {learned:.1%} of new drawings of the learned kinds, **{unseen:.1%}** of {unseen_kinds} kinds never learned from |
| digits turned away | {mnist:.2%} of MNIST's 10,000 test pictures, {strokes:.2%} of 5,000 built-in digits of a new seed |
| licence | MIT, as cnnviz |

## Rejected, by kind

100 drawings of each, none of them learned from.

{by_kind}

## Digits of real people, and what people write beside them

Of 3,443 digits of 448 people that nobody has looked at (see `lenet5.md`) 1.1% are turned
away, mostly 0s with corners or crossing ends, 2s and 4s in unusual shapes; 2.0% with the
weights before these. Of the letters and signs in the same formulas that resemble no digit
(15 drawings of each kind) about 83% are.

## Beside it

Rules reject what the network lets pass: a solid blot (`reading/blot.py`), a tall thing with
a dot (`reading/dotted.py`), digits beside each other (`reading/several.py`). Drawn on the
pad in any size by any pen (40 of each kind), 93.1% of the learned and 89.5% of the unseen kinds are
rejected so: dots 100% (82% without the rule), question and exclamation marks 72% (40%), where
strokes for dots, or dots that touch, still pass. Of 6,187 digits of 737 people, another
selection from the same formulas, 0.95% are turned away, as no digit or as two, none of them by the rule for blots, which turns
away 3 more of MNIST's 10,000 test pictures.

## Limits

Letters that look like digits (O, Q, I, l, S, Z, G, g, q, b, B) were not among its examples: it
lets most of them pass, as a person would who expects a digit. It sees 28 × 28 pixels, as
the readers do: a scribble as small as a digit that fills its box may pass.
"""


def ship(run: Path, folder: Path) -> None:
    """Write a run's weights as half precision into a folder, and their card."""
    path = run / CHECK_WEIGHTS
    said = dict(read_metadata(path)) | {"stored_as": "float16"}
    half = {key: values.astype(np.float16) for key, values in load_file(path).items()}
    (folder / CHECK_WEIGHTS).write_bytes(save(half, said))
    check = shipped_check()
    rejected = {
        kind: 1 - float(check.are_digits(pictures_of(kind, 100, SEED)).mean())
        for kind in (*LEARNED_KINDS, *UNSEEN_KINDS)
    }
    strokes = generate_digits(5_000, SEED)
    text = CARD.format(
        parameters=sum(values.size for values in half.values()),
        built_in=BUILT_IN,
        rounds=" then ".join(
            f"{epochs} epochs up to {rate} (seed {seed})"
            for seed, rate, epochs in ROUNDS
        ),
        of_each=OF_EACH_KIND,
        kinds=len(LEARNED_KINDS),
        threshold=said[THRESHOLD_KEY],
        away=TURNED_AWAY,
        learned=float(np.mean([rejected[kind] for kind in LEARNED_KINDS])),
        unseen=float(np.mean([rejected[kind] for kind in UNSEEN_KINDS])),
        unseen_kinds=len(UNSEEN_KINDS),
        mnist=1 - float(check.are_digits(load_dataset("mnist").test.images_nhw).mean()),
        strokes=1 - float(check.are_digits(strokes.images_nhw).mean()),
        by_kind="\n".join(
            f"- {kind}{'' if kind in LEARNED_KINDS else ' (unseen)'}: {share:.0%}"
            for kind, share in sorted(rejected.items(), key=lambda one: one[1])
        ),
    )
    name = CHECK_WEIGHTS.removesuffix(".safetensors")
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    print(text)


def no_digits(of_each: int, seed: int) -> Split:
    """Return drawings of all learned kinds, mixed."""
    drawn = [
        pictures_of(kind, of_each, seed=seed * 1000 + place)
        for place, kind in enumerate(LEARNED_KINDS)
    ]
    rng = np.random.Generator(np.random.PCG64(seed))
    images_nhw = rng.permutation(np.concatenate(drawn))
    none = CHECK_NETWORK.labels.index(NO_DIGIT)
    return Split(images_nhw, np.full(len(images_nhw), none, np.int64))


def learned_weights(
    config: TrainingConfig, dataset: Dataset, initial: Weights | None
) -> Weights:
    """Train, say how it goes, return what was learned."""
    for event in train(config, dataset, initial_weights=initial):
        if isinstance(event, EpochDone):
            right = event.validation_accuracy
            print(f"epoch {event.epoch}: held out {right:.2%}, {event.seconds:.0f} s")
        elif isinstance(event, Failed):
            raise SystemExit(event.code)
        elif isinstance(event, Finished):
            return event.weights
    raise SystemExit("the run ended without weights")


def _parted(split: Split) -> tuple[Split, Split]:
    """Return what is learned from, and what is held out."""
    kept = int(len(split) * HELD_OUT)
    learned, held = slice(kept, None), slice(kept)
    return (
        Split(split.images_nhw[learned], split.labels_n[learned]),
        Split(split.images_nhw[held], split.labels_n[held]),
    )


def _joined(splits: Sequence[Split]) -> Split:
    return Split(
        np.concatenate([split.images_nhw for split in splits]),
        np.concatenate([split.labels_n for split in splits]),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
