"""The epoch that belongs to the moment looked at."""

from dataclasses import replace

import numpy as np
import pytest

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.training.events import EpochDone
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.run.measured import measured_nearest
from cnnviz.state.run.run_curves import RunCurves
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run
from cnnviz.state.run.timeline import Timeline

PICTURES = NetworkPictures(network("lenet5"))
SHOTS = tuple(SnapshotPictures(step, 1, {}, PICTURES) for step in range(0, 40, 2))
EPOCHS = tuple(EpochDone(epoch, 1, 0.5, 0.9, 0.75, 1) for epoch in (1, 2, 3))
RUN = Run(
    epochs=EPOCHS,
    curves=RunCurves(held_out_step_e=np.array([10, 20, 30], np.float32)),
    timeline=Timeline(SHOTS),
)


@pytest.mark.parametrize(
    ("step", "epoch"), [(0, 1), (10, 1), (14, 1), (16, 2), (24, 2), (26, 3), (38, 3)]
)
def test_that_a_moment_has_the_nearest_epoch(step: int, epoch: int) -> None:
    back = replace(RUN, timeline=RUN.timeline.choosing(step))
    found = measured_nearest(back)
    assert found is not None
    assert found.epoch == epoch


def test_that_a_run_that_is_followed_has_its_last_epoch() -> None:
    assert measured_nearest(RUN) is EPOCHS[-1]
    assert measured_nearest(Run()) is None
