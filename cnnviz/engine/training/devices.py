"""Where a run computes."""

import torch

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.config import DeviceName
from cnnviz.engine.training.precisions import Precision


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


def check_precision(precision: Precision, device: DeviceName) -> None:
    """Refuse bfloat16 where it would be slower than float32, or is not there.

    Raises
    ------
    CnnvizError
        ``bfloat16_unsupported``.
    """
    if precision == "bfloat16" and not _computes_bfloat16(device):
        raise CnnvizError("bfloat16_unsupported", device=device)


def _computes_bfloat16(device: DeviceName) -> bool:
    if device == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    # Torch computes it everywhere, but without these by way of float32: slowly.
    has = torch.cpu.get_capabilities()
    return device == "cpu" and any(map(has.get, ("avx512_bf16", "amx_bf16", "bf16")))
