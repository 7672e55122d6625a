"""Make the shipped weights again: each by the command that its model card names.

LeNet-5's are the mean of what the second and the third command left. Its probabilities are
then made believable (a temperature, found on pictures that its figures are not measured
on, goes into the last layer), and its model card is written;
the other cards stay as they are, and what was measured is printed. Minutes to hours, in
which runs that are already there are not made again.

``make weights`` runs it; with names, only for these::

    CNNVIZ_DATA=... python packaging/make_weights.py lenet5 digit-check
"""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import lenet5_card
import numpy as np
import ship_weights
import train_digit_check

from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.calibration import (
    TEMPERATURES,
    at_temperature,
    best_temperature,
    expected_calibration_error,
)
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.trace import probabilities_of
from cnnviz.engine.networks.weights import (
    Weights,
    load_weights,
    read_metadata,
    save_weights,
)
from cnnviz.engine.reading.digit_check import CHECK_WEIGHTS
from cnnviz.engine.training.devices import check_precision

RUNS: Final = Path(__file__).parent.parent / "build" / "weights"
CHECK: Final = "digit-check"
WEIGHTS: Final = "weights.safetensors"
COMMAND: Final = re.compile(r"\| (?:\w+ )?command \| `cnnviz (train .+?)` \|")
CALIBRATION_SEED: Final = 3
CALIBRATION_PICTURES: Final = 10_000
LARGEST_ERRORS: Final = (0.015, 0.01)
"""Expected calibration error on built-in digits, and on MNIST's."""


def main(names: list[str]) -> None:
    cards = {card.stem for card in ship_weights.FOLDER.glob("*.md")}
    failed = []
    for name in names or sorted(cards):
        print(f"== {name}", flush=True)
        try:
            make(name, RUNS / name)
        except (subprocess.CalledProcessError, CnnvizError) as error:
            # One whose data is not here, or that this machine cannot train, does not keep
            # the others from being made.
            print(error, flush=True)
            failed.append(name)
    if failed:
        raise SystemExit(f"not made: {', '.join(failed)}")


def make(name: str, run: Path) -> None:
    if name == CHECK:
        make_check(run)
        return
    train(name, run)
    if name == "lenet5":
        calibrate(run)
        ship_weights.main(run, name)
        lenet5_card.write(runs_of(run, 3), ship_weights.FOLDER)
    else:
        card = (ship_weights.FOLDER / f"{name}.md").read_text("utf-8")
        ship_weights.main(run, name)
        (ship_weights.FOLDER / f"{name}.md").write_text(card, "utf-8")


def train(name: str, run: Path) -> None:
    """Run the commands of a model card, unless what they make is there."""
    card = (ship_weights.FOLDER / f"{name}.md").read_text("utf-8")
    commands = COMMAND.findall(card)
    if not commands:
        raise SystemExit(f"the model card of {name} names no command")
    before = run
    for command, folder in zip(commands, runs_of(run, len(commands)), strict=True):
        start = str(before / WEIGHTS)
        follow(lenet5_card.BEFORE.sub(start, command), folder)
        before = folder


def runs_of(run: Path, count: int) -> list[Path]:
    """Return where each of so many commands writes; the last one into the run."""
    earlier = [run.with_name(f"{run.name}-{number + 1}") for number in range(count - 1)]
    return [*earlier, run]


def follow(command: str, run: Path) -> None:
    if (run / WEIGHTS).exists():
        return
    words = [*shlex.split(command), "--out", str(run)]
    if "bfloat16" in words:
        try:
            check_precision("bfloat16", "cpu")
        except CnnvizError:
            print("this processor is not quicker with bfloat16: float32", flush=True)
            words += ["--precision", "float32"]
    subprocess.run([sys.executable, "-m", "cnnviz", *words], check=True)


def calibrate(run: Path) -> None:
    """Take the mean of the last two runs, its temperature in the last layer, once."""
    path = run / WEIGHTS
    said = dict(read_metadata(path))
    if "temperature" in said:
        return
    network = NETWORKS[said["network"]]
    weights = mean_of(
        [load_weights(one / WEIGHTS, network) for one in runs_of(run, 3)[1:]]
    )
    classifier, count = Classifier(network, weights), CALIBRATION_PICTURES
    # Half of each. MNIST's were learned from, if as changed by chance: what is left of
    # them for measuring is the test set alone.
    strokes = generate_digits(CALIBRATION_PICTURES, CALIBRATION_SEED)
    mnist = load_dataset("mnist")
    held = [(strokes.images_nhw, strokes.labels_n)]
    held += [(mnist.train.images_nhw[:count], mnist.train.labels_n[:count])]
    temperature = chosen_temperature(
        [(classifier.outputs(images_nhw), labels_n) for images_nhw, labels_n in held]
    )
    right_n = classifier.best(mnist.test.images_nhw) == mnist.test.labels_n
    said["validation_accuracy"] = f"{right_n.mean():.4f}"
    said["validation_pictures"] = str(len(right_n))
    print(f"temperature {temperature:.3f}")
    said["temperature"] = f"{temperature:.3f}"
    del said["network"]
    shutil.copyfile(path, run / "weights-before.safetensors")
    save_weights(path, network, at_temperature(network, weights, temperature), **said)


def mean_of(several: Sequence[Weights]) -> Weights:
    """Return the mean of the weights of networks that have learned from each other."""
    return {key: np.mean([one[key] for one in several], axis=0) for key in several[0]}


def chosen_temperature(held: list[tuple[np.ndarray, np.ndarray]]) -> float:
    """Return the softest temperature at which all are calibrated, strokes first.

    A wrong answer is less sure then, and so is a right one: probabilities are a little low
    where most answers are right. Where there is none, the one that surprises least.
    """
    soft = [
        float(temperature)
        for temperature in TEMPERATURES
        if all(
            expected_calibration_error(probabilities(logits_nk / temperature), labels_n)
            <= largest
            for (logits_nk, labels_n), largest in zip(held, LARGEST_ERRORS, strict=True)
        )
    ]
    if soft:
        return max(soft)
    return best_temperature(
        *(np.concatenate(arrays) for arrays in zip(*held, strict=True))
    )


def probabilities(logits_nk: np.ndarray) -> np.ndarray:
    shares_nk = probabilities_of(np.asarray(logits_nk, np.float32), "logits")
    assert shares_nk is not None
    return shares_nk


def make_check(run: Path) -> None:
    """Train the check whether a drawing is a digit, unless it is there."""
    if not (run / CHECK_WEIGHTS).exists():
        train_digit_check.main(run)
    train_digit_check.ship(run, ship_weights.FOLDER)


if __name__ == "__main__":
    main(sys.argv[1:])
