"""What other programs call the numbers of a network that we know."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import weight_shapes

_PREFIXES: Final = ("module.", "_orig_mod.", "model.", "net.", "state_dict.")
"""What stands before every name: `DataParallel`, `torch.compile`, and programs that keep
the network as a part of something."""

_ALEXNET: Final = {
    "features.0": "conv1",
    "features.3": "conv2",
    "features.6": "conv3",
    "features.8": "conv4",
    "features.10": "conv5",
    "classifier.1": "fc6",
    "classifier.4": "fc7",
    "classifier.6": "fc8",
}
_BRANCHES: Final = {
    "branch1.conv": "1x1",
    "branch2.0.conv": "3x3_reduce",
    "branch2.1.conv": "3x3",
    "branch3.0.conv": "5x5_reduce",
    "branch3.1.conv": "5x5",
    "branch4.1.conv": "pool_proj",
}
_GOOGLENET: Final = {
    "conv1.conv": "conv1",
    "conv2.conv": "conv2_reduce",
    "conv3.conv": "conv2",
    "fc": "output",
    **{
        f"inception{key}.{theirs}": f"inception{key}_{ours}"
        for key in ("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b")
        for theirs, ours in _BRANCHES.items()
    },
}
_TORCHVISION: Final = {"alexnet": _ALEXNET, "googlenet": _GOOGLENET}
"""Layers as torchvision calls them, by the network's name here."""

_NORMALIZED: Final = re.compile(r"(conv[123]|inception.*)\.bn\.running_mean")
_TRAINING_ONLY: Final = re.compile(r"aux[12]\.")
"""The classifiers beside GoogLeNet, which help while it is trained."""


def own_names(network: Network, names: Iterable[str]) -> Mapping[str, str]:
    """Return what the numbers in a file are called here, by their names there.

    Prefixes are taken off; layers of AlexNet and GoogLeNet may be called as torchvision
    calls them. Numbers that are for training only are left out.

    Raises
    ------
    CnnvizError
        ``weights_of_torchvision`` for torchvision's GoogLeNet, which is another one.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> own_names(network("alexnet"), ["module.features.3.bias"])
    {'module.features.3.bias': 'conv2.bias'}
    """
    theirs = _TORCHVISION.get(network.name, {})
    ours = weight_shapes(network)
    found: dict[str, str] = {}
    for name in names:
        own = name
        while own not in ours and own.startswith(_PREFIXES):
            own = own.partition(".")[2]
        if theirs is _GOOGLENET and _NORMALIZED.fullmatch(own):
            raise CnnvizError("weights_of_torchvision", title=network.title)
        if theirs is _GOOGLENET and _TRAINING_ONLY.match(own):
            continue
        layer, _, kind = own.rpartition(".")
        if own not in ours and layer in theirs:
            own = f"{theirs[layer]}.{kind}"
        found[name] = own
    is_unique = len(set(found.values())) == len(found)
    return found if is_unique else {name: name for name in found}
