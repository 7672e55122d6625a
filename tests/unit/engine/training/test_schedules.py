"""How the learning rate changes, against torch's own schedulers."""

import pytest
import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LRScheduler,
    MultiStepLR,
    OneCycleLR,
)

from cnnviz.engine.training.schedules import SCHEDULES

STEPS = 4000


def torchs(name: str, optimizer: torch.optim.Optimizer) -> LRScheduler:
    """Return what torch has of that kind."""
    if name == "step":
        return MultiStepLR(optimizer, [STEPS // 2, STEPS * 3 // 4], 0.1)
    if name == "cosine":
        return CosineAnnealingLR(optimizer, STEPS)
    if name == "one_cycle":
        return OneCycleLR(optimizer, 0.5, STEPS, cycle_momentum=False)
    return MultiStepLR(optimizer, [])


@pytest.mark.parametrize("name", SCHEDULES)
def test_that_rates_are_those_of_torch(name: str) -> None:
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.ones(1))], lr=0.5)
    scheduler = torchs(name, optimizer)
    for step in range(STEPS):
        theirs = optimizer.param_groups[0]["lr"]
        # torch's cycle ends one step earlier.
        assert 0.5 * SCHEDULES[name](step / STEPS) == pytest.approx(theirs, abs=5e-4)
        optimizer.step()
        scheduler.step()
