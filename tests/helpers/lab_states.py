"""States of the lab without a presenter, made from settings and numbers."""

from dataclasses import replace

import numpy as np

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_operation import operation_of
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    initial_settings,
    with_bank,
)
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.state.lab_input import LabInput


def asked(kernels_oikk: np.ndarray, **changes: object) -> LabSettings:
    """Return the first settings with other kernels and other changes."""
    settings = with_bank(
        initial_settings(), KernelBank(np.asarray(kernels_oikk, np.float32))
    )
    return replace(settings, **changes)  # type: ignore[arg-type]


def state_of(
    settings: LabSettings,
    values_chw: np.ndarray,
    position: int = 0,
    output: int = 0,
    shown: int = 0,
) -> LabState:
    """Return the state of a walk, as a presenter would make it."""
    values = np.asarray(values_chw, np.float32)
    given = LabInput(values, values.astype(np.uint8), "grey", 0, 255)
    activation = ActivationSpec(kind=settings.activation, slope=settings.slope)
    walk = Walk(operation_of(settings, given), activation, output, position)
    return LabState(
        settings,
        given,
        walk=walk,
        step=walk.step,
        outcome=walk.outcome,
        shown_channel=shown,
    )
