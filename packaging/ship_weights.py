"""Take the weights and the model card of a run's folder into ``resources/weights``.

The weights are stored as half-precision numbers, half as large. How much that changes of
the answers to the data's test pictures is measured and printed, for the card.

Run it with the run's folder and the name that the weights are to have::

    python packaging/ship_weights.py RUN convnet
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.choice.mixtures import parts_of
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.trace import best_of, probabilities_of
from cnnviz.engine.networks.weights import read_metadata

FOLDER = Path(__file__).parent.parent / "resources" / "weights"
MOST_LOST = 0.0005
"""Of the share right: with more, half precision does not keep the answers."""


def main(run: Path, name: str) -> None:
    said = dict(read_metadata(run / "weights.safetensors"))
    exact = load_file(run / "weights.safetensors")
    half = {key: values.astype(np.float16) for key, values in exact.items()}
    told = measure(said, exact, half)
    content = save(half, said | {"stored_as": "float16"})
    (FOLDER / f"{name}.safetensors").write_bytes(content)
    card = (run / "model_card.md").read_text(encoding="utf-8")
    (FOLDER / f"{name}.md").write_text(card, encoding="utf-8")
    print(told)


def measure(
    said: Mapping[str, str],
    exact: Mapping[str, NDArray[np.float32]],
    half: Mapping[str, NDArray[np.float16]],
) -> str:
    """Say what half precision changes; refuse what changes the answers."""
    network = NETWORKS[said["network"]]
    # Of a mixture, the first data set's test pictures.
    first, *_ = parts_of(said["data"], tuple(KNOWN_DATASETS))
    pictures = load_dataset(first.data).test
    read = {key: values.astype(np.float32) for key, values in half.items()}
    before_nk, after_nk = (
        Classifier(network, weights).outputs(pictures.images_nhw)
        for weights in (exact, read)
    )
    answers = [best_of(outputs, network.answer) for outputs in (before_nk, after_nk)]
    right = [float((each == pictures.labels_n).mean()) for each in answers]
    if abs(right[0] - right[1]) > MOST_LOST:
        raise SystemExit(f"half precision does not keep the answers: {right}")
    shares = [probabilities_of(each, network.answer) for each in (before_nk, after_nk)]
    said_of_shares = ""
    if shares[0] is not None and shares[1] is not None:
        most = float(np.abs(shares[0] - shares[1]).max())
        said_of_shares = f"; probabilities differ by {most:.4f} at most"
    return (
        f"{len(pictures.labels_n):,} test pictures: {right[0]:.2%} right, as float16 "
        f"{right[1]:.2%}; another answer to {int((answers[0] != answers[1]).sum())}"
        f"{said_of_shares}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
