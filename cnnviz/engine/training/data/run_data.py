"""What a run learns from and is measured on: a data set as its recipe takes it."""

from cnnviz.engine.datasets.choice.fitting import numbered
from cnnviz.engine.datasets.choice.portions import used
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.config import TrainingConfig


def run_data(dataset: Dataset, config: TrainingConfig) -> Dataset:
    """Return the pictures that a run has, and the numbers of their classes.

    A class with the name of one of the network's has that one's number. The ``train``
    split teaches, the ``test`` split is measured after every epoch, a ``final`` one once,
    at the end.

    Raises
    ------
    CnnvizError
        ``dataset_empty``, ``pictures_size_differs``, ``labels_out_of_range``, or what
        `cnnviz.engine.datasets.choice.portions.used` raises.
    """
    dataset = numbered(dataset, config.network.labels)
    check_fits(dataset, config.network)
    return used(dataset, config.data_use)


def fitting_networks(dataset: Dataset) -> tuple[Network, ...]:
    """Return the networks of the catalogue that read such pictures and name its classes.

    Those with just as many classes come first.
    """
    shape = dataset.train.images_nhw.shape[1:]
    highest = max(
        (int(one.labels_n.max()) for one in dataset.splits if len(one)), default=0
    )
    fitting = [
        network
        for network in NETWORKS.values()
        if network.picture_shape == shape and highest < len(network.labels)
    ]
    return tuple(sorted(fitting, key=lambda one: len(one.labels)))


def check_fits(dataset: Dataset, network: Network) -> None:
    """Refuse data that a network cannot learn from; raises as `run_data`."""
    expected = network.picture_shape
    for split in dataset.splits:
        if len(split) == 0:
            raise CnnvizError("dataset_empty", name=dataset.name)
        if split.images_nhw.shape[1:] != expected:
            raise CnnvizError(
                "pictures_size_differs",
                name=dataset.name,
                found=" × ".join(map(str, split.images_nhw.shape[1:])),
                expected=" × ".join(map(str, expected)),
            )
        lowest, highest = int(split.labels_n.min()), int(split.labels_n.max())
        if lowest < 0 or highest >= len(network.labels):
            raise CnnvizError(
                "labels_out_of_range",
                name=dataset.name,
                lowest=lowest,
                highest=highest,
                classes=len(network.labels),
                title=network.title,
            )
