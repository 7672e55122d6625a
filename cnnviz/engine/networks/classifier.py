"""A network with its weights, ready to answer."""

import numpy as np
import torch
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.tracing import check_pictures, normalized, trace
from cnnviz.engine.networks.weights import Weights, check_weights

# As large as pays on a CPU: beyond it the maps of a batch fall out of the cache.
_PICTURES_AT_ONCE = 500


class Classifier:
    """Classifies pictures on the CPU; use it from one thread at a time.

    Parameters
    ----------
    network
        The description.
    weights
        Its parameters; copied, so the caller may go on changing them.

    Raises
    ------
    CnnvizError
        ``weights_mismatch`` or ``weights_not_finite``.

    Examples
    --------
    >>> from cnnviz.engine.networks.weights import shipped_weights
    >>> from cnnviz.engine.networks.zoo import network
    >>> lenet5 = network("lenet5")
    >>> classifier = Classifier(lenet5, shipped_weights(lenet5))
    >>> blank_nhw = np.zeros((3, 28, 28), np.uint8)
    >>> classifier.probabilities(blank_nhw).shape
    (3, 10)
    """

    def __init__(self, network: Network, weights: Weights) -> None:
        check_weights(network, weights)
        self.network = network
        self._module = build(network)
        self._module.load_state_dict(
            {name: torch.tensor(values) for name, values in weights.items()}
        )
        self._module.eval()

    def trace(self, digit_hw: NDArray[np.uint8]) -> Trace:
        """Return every layer's output for one uint8 picture of the input's size.

        Raises
        ------
        CnnvizError
            ``digit_shape_differs``.
        """
        return trace(self._module, self.network, digit_hw)

    def probabilities(self, images_nhw: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return float32 ``N x classes`` for uint8 pictures ``N x H x W``.

        Raises
        ------
        CnnvizError
            ``digit_shape_differs``, or ``answer_not_finite`` when weights are so large
            that a sum left the range of float32.
        """
        check_pictures(self.network, images_nhw)
        answers_nk = np.empty((len(images_nhw), len(self.network.labels)), np.float32)
        with torch.inference_mode():
            for start in range(0, len(images_nhw), _PICTURES_AT_ONCE):
                some = slice(start, start + _PICTURES_AT_ONCE)
                batch = normalized(self.network, torch.tensor(images_nhw[some]))
                answers_nk[some] = torch.softmax(self._module(batch), dim=1).numpy()
        if not np.isfinite(answers_nk).all():
            raise CnnvizError("answer_not_finite", title=self.network.title)
        return answers_nk
