"""What of a number the Convolution page can be given: it has one channel, or three."""

from dataclasses import replace

import numpy as np

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.pages.network.model.unit_walk import UnitWalk
from cnnviz.state.lab_wish import LabWish

_CHANNELS = (1, 3)


def planes_brought(found: UnitWalk, chosen: int | None = None) -> tuple[int, ...]:
    """Return which of the maps that are read are brought: all, or one of too many.

    That is the ``chosen`` one, or else the one that adds or takes away most.
    """
    if len(found.channels) in _CHANNELS:
        return tuple(range(len(found.channels)))
    if chosen is None:
        chosen = int(np.abs(found.walk.step.channel_sums_c).argmax())
    return (chosen,)


def lab_wish(found: UnitWalk, planes: tuple[int, ...], name: str, said: str) -> LabWish:
    """Return a number as the Convolution page can show it.

    Of some maps only, it is what they add to the sum: without bias and activation.

    Parameters
    ----------
    found
        How the number is made.
    planes
        Which of the maps that it reads are brought.
    name, said
        What they are called, and what is said of them.
    """
    operation, walk = found.walk.operation, found.walk
    whole = LabWish(
        name=name,
        numbers_chw=np.array(operation.input_chw[list(planes)], np.float32),
        spec=found.spec,
        activation=walk.activation,
        cell=walk.cell,
        said=said,
    )
    if not isinstance(operation, Convolution):
        return whole
    kernels_oikk = np.array(operation.kernels_oikk[:, list(planes)], np.float32)
    if len(planes) < len(found.channels):
        none = ActivationSpec()
        return replace(whole, kernels_oikk=kernels_oikk, activation=none)
    bias = 0.0 if operation.bias_o is None else float(operation.bias_o[0])
    return replace(whole, kernels_oikk=kernels_oikk, bias=bias)
