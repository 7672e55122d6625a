"""Processes that learn together: torch's own DistributedDataParallel, and what it costs."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Final

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch._C._distributed_c10d import GradBucket
from torch.distributed.algorithms.ddp_comm_hooks.default_hooks import allreduce_hook
from torch.futures import Future
from torch.nn.parallel import DistributedDataParallel

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import NetworkModule
from cnnviz.engine.training.config import DeviceName
from cnnviz.engine.training.distributed.place import Place

_LOST: Final = ("gloo", "NCCL", "Connection closed", "Connection reset", "peer")
"""What the complaints of torch's backends say when another process is gone."""


class Group:
    """The processes of a run, as one of them sees them.

    Parameters
    ----------
    place
        Which one this is.
    device
        Where each of them computes.

    Attributes
    ----------
    is_told
        Whether this process was told to stop.
    agreed
        Whether any was: all stop after the same step.
    """

    def __init__(self, place: Place, device: DeviceName) -> None:
        self.place, self.device = place, device
        self.is_told: Callable[[], bool] = bool
        self.agreed = False

    def is_agreed(self) -> bool:
        """Whether all stop now."""
        return self.agreed

    @property
    def writes(self) -> bool:
        """Whether this process is the one that writes and speaks."""
        return self.place.rank == 0


@contextmanager
def joined(place: Place, asked: DeviceName) -> Iterator[Group]:
    """Meet the other processes, and leave them at the end.

    Parameters
    ----------
    place
        Which process this is.
    asked
        The device of the recipe: ``auto`` is a GPU for each process where there are so
        many, and otherwise the CPU.

    Raises
    ------
    CnnvizError
        ``torchrun_on_windows``, ``torchrun_device``, ``torchrun_gpus_too_few``, all
        before anything starts; ``torchrun_not_met``.
    """
    device = _device(place, asked)
    backend = "nccl" if device == "cuda" else "gloo"
    if device == "cuda":
        torch.cuda.set_device(place.local_rank)
    try:
        dist.init_process_group(backend)
    except (RuntimeError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise CnnvizError(
            "torchrun_not_met", processes=place.processes, reason=reason
        ) from error
    try:
        yield Group(place, device)
    finally:
        dist.destroy_process_group()


def _device(place: Place, asked: DeviceName) -> DeviceName:
    if sys.platform == "win32":
        raise CnnvizError("torchrun_on_windows")
    if asked == "mps":
        raise CnnvizError("torchrun_device", device=asked)
    gpus = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if asked == "cuda" and gpus < place.local_processes:
        raise CnnvizError(
            "torchrun_gpus_too_few", processes=place.local_processes, gpus=gpus
        )
    has_gpus = gpus >= place.local_processes
    return "cuda" if has_gpus and asked != "cpu" else "cpu"


class SharedModule:
    """A module whose gradients are means over all processes.

    Parameters
    ----------
    module
        What learns, on its device.
    group
        Who learns.
    """

    def __init__(self, module: NetworkModule, group: Group) -> None:
        self._group = group
        self._shared = DistributedDataParallel(_Logits(module))
        self._shared.register_comm_hook(self, _averaged)
        self._is_idle = False
        self._begun = self._ready = self._waited = 0.0
        self.timing: dict[str, float] = {}

    @property
    def processes(self) -> int:
        """How many there are."""
        return self._group.place.processes

    def own(self, batch_n: Tensor) -> Tensor:
        """Return this process's part of a batch; one picture where there is none for it.

        That one counts nothing: every process has to take part in every mean.
        """
        self._begun, self._waited = perf_counter(), 0.0
        own_n = batch_n.tensor_split(self.processes)[self._group.place.rank]
        self._is_idle = not len(own_n)
        return batch_n[:1] if self._is_idle else own_n

    def logits(self, images: Tensor) -> Tensor:
        """Return what the loss is taken of."""
        logits: Tensor = self._shared(images)
        return logits

    def backward(self, loss: Tensor) -> None:
        """Take the gradients of a loss summed over this process's pictures.

        Afterwards they are those of the whole batch, in every process.
        """
        # DistributedDataParallel takes the mean over processes, where we want the sum.
        scale = 0 if self._is_idle else self.processes
        with _others_there():
            torch.autograd.backward(loss * scale)
        self._waited += perf_counter() - self._ready

    def summed(self, loss: Tensor, right: Tensor) -> tuple[float, int]:
        """Return loss and right answers of all processes; note whether one was told to stop."""
        told = torch.tensor(float(self._group.is_told()), device=loss.device)
        own = torch.stack([loss.detach(), right.to(loss.dtype)])
        numbers = torch.cat([own * (not self._is_idle), told[None]]).double()
        before = perf_counter()
        with _others_there():
            dist.all_reduce(numbers)
            all_loss, all_right, any_told = numbers.tolist()
        now = perf_counter()
        self._waited += now - before
        self._group.agreed = any_told > 0
        self.timing = {
            "compute_seconds": now - self._begun - self._waited,
            "wait_seconds": self._waited,
        }
        return all_loss, round(all_right)

    def note_ready(self) -> None:
        """Note that gradients of this process are ready: from here on it waits."""
        self._ready = perf_counter()


class _Logits(nn.Module):
    """A network's logits as a module's output, as DistributedDataParallel wants it."""

    def __init__(self, network: NetworkModule) -> None:
        super().__init__()
        self.network = network

    def forward(self, images: Tensor) -> Tensor:
        return self.network.logits(images)


def _averaged(shared: SharedModule, bucket: GradBucket) -> Future[Tensor]:
    """Let torch average some gradients, and note when they were ready.

    Torch reads the annotations.
    """
    shared.note_ready()
    return allreduce_hook(None, bucket)  # type: ignore[arg-type] # all processes


@contextmanager
def _others_there() -> Iterator[None]:
    """Say in a sentence that another process is gone."""
    try:
        yield
    except RuntimeError as error:
        if any(sign in str(error) for sign in _LOST):
            raise CnnvizError("torchrun_process_lost") from error
        raise
