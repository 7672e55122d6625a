"""Another program that writes a run into a folder, as the command does."""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import Finished, TrainingEvent
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.runs.run_keeping import KeptRun, new_run
from cnnviz.state.run.recipe import Recipe, training_config
from tests.helpers.training_fakes import LENET5, FakeEngine, tiny_dataset

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = training_config(Recipe(epochs=3), LENET5)


class OtherProgram:
    """Writes a run of three epochs of five batches into a folder, as the command does."""

    def __init__(self, folder: Path, config: TrainingConfig = CONFIG) -> None:
        self.folder = folder
        self.kept: KeptRun = new_run(folder)
        self.kept.begin(tiny_dataset(), config, "builtin", "cnnviz train lenet5")
        # By a clock that stands still, saving takes no time: each snapshot is written.
        self.writer = RunWriter(folder, LENET5, self.kept.told, now=float)
        self.events: Iterator[TrainingEvent] = FakeEngine().train(
            config,
            tiny_dataset(),
            probe_hw=lambda: None,
            snapshot_wanted=lambda: True,
            checkpoint_wanted=lambda: False,
            resumed=None,
        )

    def write(self, events: int) -> None:
        for event in islice(self.events, events):
            if not isinstance(event, Finished):
                self.writer.take(event)

    def end(self) -> None:
        self.write(10**6)
        self.writer.close()
        self.kept.folder.close()
