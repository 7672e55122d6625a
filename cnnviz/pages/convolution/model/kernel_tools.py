"""What the tools of the kernel tab do to the kernels of the lab."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np

from cnnviz.engine.convolution import kernel_transforms
from cnnviz.engine.convolution.kernel_formulas import random_kernel
from cnnviz.engine.convolution.kernel_transforms import Divisor, Kernel
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.state.picture.layer_pictures import LayerPicture, layer_picture

KernelTool = Literal[
    "turn_left",
    "turn_right",
    "mirror_sideways",
    "mirror_upside_down",
    "negate",
    "normalise",
    "clear",
    "random",
]
TOOLS: Final[tuple[KernelTool, ...]] = get_args(KernelTool)

_TURNS: Final[tuple[KernelTool, ...]] = ("turn_left", "turn_right")
_TRANSFORMS: Final[dict[KernelTool, Callable[[Kernel], Kernel]]] = {
    "turn_left": kernel_transforms.turned_left,
    "turn_right": kernel_transforms.turned_right,
    "mirror_sideways": kernel_transforms.mirrored_sideways,
    "mirror_upside_down": kernel_transforms.mirrored_upside_down,
    "negate": kernel_transforms.negated,
    "clear": np.zeros_like,
}


@dataclass(frozen=True, slots=True)
class ShownPlane:
    """Which numbers the tab shows and changes.

    Attributes
    ----------
    output
        The kernel, counted from 0.
    plane
        Which of its planes.
    channel
        Which input channel meets it.
    channels
        The input channels of the kernel's group: first, and one after the last.
    """

    output: int
    plane: int
    channel: int
    channels: tuple[int, int]

    @property
    def group_size(self) -> int:
        """How many input channels the kernel reads."""
        first, end = self.channels
        return end - first


def shown_plane(state: LabState) -> ShownPlane:
    """Return which numbers belong to the output channel and input channel that are seen.

    A channel outside the kernel's group is not read by it: the nearest one is.
    """
    settings, channels = state.settings, state.input_channels
    output = min(state.output_channel, settings.bank.outputs - 1)
    first, end = group_channels(settings, output, channels)
    channel = min(max(state.shown_channel, first), end - 1)
    plane = (channel - first) % settings.bank.planes
    return ShownPlane(output, plane, channel, (first, end))


def group_channels(
    settings: LabSettings, output: int, channels: int
) -> tuple[int, int]:
    """Return the input channels that a kernel reads: the first, and one after the last.

    Groups that do not divide are none.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from cnnviz.pages.convolution.model.lab_settings import initial_settings
    >>> bank = initial_settings().bank.with_outputs(6)
    >>> group_channels(replace(initial_settings(), bank=bank, groups=3), 4, 3)
    (2, 3)
    """
    groups, outputs = settings.groups, settings.bank.outputs
    if groups < 1 or channels % groups or outputs % groups:
        return 0, channels
    size = channels // groups
    group = output // (outputs // groups)
    return group * size, (group + 1) * size


def strip_picture(bank: KernelBank, plane: int) -> LayerPicture:
    """Return one plane of every kernel, each in colours of its own range."""
    numbers_ohw = bank.weights_oikk[:, plane]
    return layer_picture(
        LayerOutput("kernels", "kernels", numbers_ohw, can_be_negative=True),
        own_ranges=True,
    )


def with_tool(
    bank: KernelBank,
    tool: KernelTool,
    output: int,
    plane: int,
    rng: np.random.Generator,
) -> tuple[KernelBank, tuple[Divisor, float] | None]:
    """Return the kernels after one of them (or one plane of it) was worked on.

    All kernels have one size: a turn that changes it turns them all.

    Returns
    -------
    bank
        The kernels.
    divided
        For ``normalise``, what the numbers were divided by, and how much that was.
    """
    height, width = bank.size
    if tool in _TURNS and height != width:
        return KernelBank(_TRANSFORMS[tool](bank.weights_oikk)), None
    numbers = bank.plane(output, plane)
    divided: tuple[Divisor, float] | None = None
    if tool == "normalise":
        changed, divisor, by = kernel_transforms.normalised(numbers)
        divided = divisor, by
    elif tool == "random":
        changed = random_kernel(bank.size, rng)
    else:
        changed = _TRANSFORMS[tool](numbers)
    return bank.with_plane(changed, output, plane), divided
