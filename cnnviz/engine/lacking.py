"""Packages that not everybody has: what to say where one is missing, and how to get it."""

import platform
import sys
from importlib.util import find_spec

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.places import is_bundle


def has_torch() -> bool:
    """Whether PyTorch is there; it is not loaded, which would take seconds."""
    try:
        return find_spec("torch") is not None
    except (ImportError, ValueError):
        return False


def torch_missing() -> CnnvizError:
    """Return what to say where PyTorch is needed and missing, on this machine."""
    system = sys.platform, platform.machine().lower()
    if system == ("darwin", "x86_64"):
        return CnnvizError("torch_not_for_intel_macs")
    if system == ("win32", "arm64"):
        return CnnvizError("torch_not_for_arm_windows")
    if is_bundle():
        return CnnvizError("torch_left_out")
    # Elsewhere the ordinary build is the small one already.
    index = " --index-url https://download.pytorch.org/whl/cpu"
    line = "pip install torch" + (index if sys.platform == "linux" else "")
    return CnnvizError("torch_missing", line=line)


def lacking(error: BaseException) -> CnnvizError | None:
    """Return what to say of an import that failed for want of PyTorch, if it did."""
    if isinstance(error, ModuleNotFoundError) and error.name is not None:
        return torch_missing() if error.name.split(".")[0] == "torch" else None
    return None


def onnx_missing() -> CnnvizError:
    """Return what to say where an ONNX file is read or written without its library."""
    return CnnvizError("onnx_left_out" if is_bundle() else "onnx_missing")


def tensorboard_missing() -> CnnvizError:
    """Return what to say where events are written without their library."""
    return CnnvizError("tensorboard_left_out" if is_bundle() else "tensorboard_missing")
