"""What is said of a network whose activations have been taken away."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.changes import is_linear
from cnnviz.engine.networks.layers import GlobalPool2d, Network, Pool2d


def linear_words(network: Network) -> str:
    """Return what remains of a network without activations; nothing where it has some."""
    translate = QCoreApplication.translate
    if is_linear(network):
        return translate(
            "LinearWords",
            "No activation is left: the whole network is now one linear map.",
        )
    bent = [layer for layer in network.layers if not layer.is_linear]
    if all(isinstance(layer, Pool2d | GlobalPool2d) for layer in bent):
        return translate(
            "LinearWords",
            "No activation is left: only the pooling, which keeps the largest number, is "
            "not linear.",
        )
    return ""
