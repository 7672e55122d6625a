"""Make the shipped weights again: each by the command that its model card names.

LeNet-5's probabilities are then made believable (a temperature, found on pictures that
its figures are not measured on, goes into the last layer), and its model card is written;
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
from pathlib import Path
from typing import Final

import lenet5_card
import numpy as np
import ship_weights
import train_digit_check

from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.networks.calibration import at_temperature, best_temperature
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import load_weights, read_metadata, save_weights
from cnnviz.engine.reading.digit_check import CHECK_WEIGHTS

RUNS: Final = Path(__file__).parent.parent / "build" / "weights"
CHECK: Final = "digit-check"
COMMAND: Final = re.compile(r"\| command \| `cnnviz (train .+?)` \|")
CALIBRATION_SEED: Final = 3
CALIBRATION_PICTURES: Final = 10_000


def main(names: list[str]) -> None:
    cards = {card.stem for card in ship_weights.FOLDER.glob("*.md")}
    for name in names or sorted(cards):
        print(f"== {name}", flush=True)
        run = RUNS / name
        if name == CHECK:
            make_check(run)
        else:
            train(name, run)
            if name == "lenet5":
                calibrate(run)
                ship_weights.main(run, name)
                lenet5_card.write(run, ship_weights.FOLDER)
            else:
                card = (ship_weights.FOLDER / f"{name}.md").read_text("utf-8")
                ship_weights.main(run, name)
                (ship_weights.FOLDER / f"{name}.md").write_text(card, "utf-8")


def train(name: str, run: Path) -> None:
    """Run the command of a model card, unless its run is there."""
    if (run / "weights.safetensors").exists():
        return
    card = (ship_weights.FOLDER / f"{name}.md").read_text("utf-8")
    found = COMMAND.search(card)
    if found is None:
        raise SystemExit(f"the model card of {name} names no command")
    words = [*shlex.split(found[1]), "--out", str(run)]
    subprocess.run([sys.executable, "-m", "cnnviz", *words], check=True)


def calibrate(run: Path) -> None:
    """Put the temperature into the last layer of a run's weights, once."""
    path = run / "weights.safetensors"
    said = dict(read_metadata(path))
    if "temperature" in said:
        return
    network = NETWORKS[said["network"]]
    weights = load_weights(path, network)
    classifier = Classifier(network, weights)
    # Half of each. MNIST's were learned from, if as changed by chance: what is left of
    # them for measuring is the test set alone.
    strokes = generate_digits(CALIBRATION_PICTURES, CALIBRATION_SEED)
    mnist = load_dataset("mnist").train
    images_nhw = np.concatenate(
        [strokes.images_nhw, mnist.images_nhw[:CALIBRATION_PICTURES]]
    )
    labels_n = np.concatenate([strokes.labels_n, mnist.labels_n[:CALIBRATION_PICTURES]])
    temperature = best_temperature(classifier.outputs(images_nhw), labels_n)
    print(f"temperature {temperature:.3f}")
    said["temperature"] = f"{temperature:.3f}"
    del said["network"]
    shutil.copyfile(path, run / "weights-before.safetensors")
    save_weights(path, network, at_temperature(network, weights, temperature), **said)


def make_check(run: Path) -> None:
    """Train the check whether a drawing is a digit, unless it is there."""
    if not (run / CHECK_WEIGHTS).exists():
        train_digit_check.main(run)
    train_digit_check.ship(run, ship_weights.FOLDER)


if __name__ == "__main__":
    main(sys.argv[1:])
