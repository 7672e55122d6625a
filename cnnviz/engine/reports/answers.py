"""What a run's network says of the held-out pictures, and the pictures it is wrong about."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.choice.fitting import Fit
from cnnviz.engine.datasets.choice.portions import used
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.trace import best_of, probabilities_of
from cnnviz.engine.reports.run_record import RunRecord
from cnnviz.engine.reports.run_weights import newest_weights
from cnnviz.engine.training.predictions import Predictions, read_predictions
from cnnviz.engine.training.run_folder import fingerprint


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What was said of the held-out pictures.

    Attributes
    ----------
    predictions
        Of each; ``None`` where nothing is known.
    epoch
        After which it was said; 0 for what the newest weights say now.
    images_nhw
        The held-out pictures, uint8; ``None`` where they are not at hand.
    missing
        Why the pictures are not there; ``None`` of pictures that are others now.
    """

    predictions: Predictions | None
    epoch: int
    images_nhw: NDArray[np.uint8] | None
    missing: CnnvizError | None = None


def answers(run: RunRecord) -> Answers:
    """Return what was said after the newest epoch that kept it, or is said now.

    The pictures are read from where they were, and are only used where they are the very
    ones.
    """
    if run.settings is None:
        return Answers(None, 0, None)
    network = run.settings.config.network
    predictions, epoch = _kept(run, len(network.labels))
    dataset, missing = the_pictures(run)
    if dataset is None:
        return Answers(predictions, epoch, None, missing)
    if predictions is None:
        predictions = _computed(run, network, dataset)
    elif len(predictions.labels_n) != len(dataset.test):
        return Answers(predictions, epoch, None)
    return Answers(predictions, epoch, dataset.test.images_nhw)


def _kept(run: RunRecord, classes: int) -> tuple[Predictions | None, int]:
    for epoch in range(len(run.epochs), 0, -1):
        found = read_predictions(run.folder, epoch, classes)
        if found is not None:
            return found, epoch
    return None, 0


def the_pictures(run: RunRecord) -> tuple[Dataset | None, CnnvizError | None]:
    """Return the data set of a run if it is the very one; otherwise why it is not there.

    The reason is ``None`` where there is one that differs.
    """
    if run.settings is None:
        return None, None
    try:
        config = run.settings.config
        fit = Fit(
            config.network.input_chw, config.network.labels, config.network.drawings
        )
        dataset = load_dataset(run.settings.data, fit=fit)
    except CnnvizError as error:
        return None, error
    is_same = fingerprint(dataset) == run.settings.fingerprint
    return (used(dataset, config.data_use) if is_same else None), None


def _computed(run: RunRecord, network: Network, dataset: Dataset) -> Predictions | None:
    weights = newest_weights(run, network)
    if weights is None:
        return None
    outputs_nk = Classifier(network, weights).outputs(dataset.test.images_nhw)
    probabilities_nk = probabilities_of(outputs_nk, network.answer)
    best_n = best_of(outputs_nk, network.answer)
    # Mere scores say nothing of how sure they are.
    sure_n = (
        np.ones(len(best_n)) if probabilities_nk is None else probabilities_nk.max(1)
    )
    labels_n = dataset.test.labels_n
    return Predictions.of(len(network.labels), labels_n, best_n, sure_n)
