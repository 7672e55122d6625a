"""Where a run computes."""

import torch

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.config import DeviceName


def available_devices() -> tuple[DeviceName, ...]:
    """Return the devices that this machine has, the one that ``auto`` takes first."""
    devices: list[DeviceName] = []
    if torch.cuda.is_available():
        devices.append("cuda")
    if torch.backends.mps.is_available():
        devices.append("mps")
    return (*devices, "cpu")


def resolve_device(name: DeviceName) -> DeviceName:
    """Return the device that a name stands for on this machine.

    Raises
    ------
    CnnvizError
        ``device_unavailable`` with the devices that there are.

    Examples
    --------
    >>> resolve_device("cpu")
    'cpu'
    """
    available = available_devices()
    if name == "auto":
        return available[0]
    if name not in available:
        raise CnnvizError(
            "device_unavailable", device=name, available=", ".join(available)
        )
    return name
