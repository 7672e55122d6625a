"""How far a run is: its batches and epochs, and what an epoch adds up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cnnviz.engine.training.events import Checkpoint

if TYPE_CHECKING:
    from cnnviz.engine.training.session import Session


@dataclass(slots=True)
class RunPlace:
    """How far a run is, what its epoch adds up, and how long it has not got better.

    Attributes
    ----------
    best_loss
        The lowest validation loss so far; ``None`` before the first epoch's end.
    waited
        Epochs since then.
    """

    step: int = 0
    seen: int = 0
    epoch: int = 1
    batch: int = 0
    epoch_seen: int = 0
    loss_sum: float = 0.0
    right: int = 0
    epoch_began: float = 0.0
    best_loss: float | None = None
    waited: int = 0

    @classmethod
    def of(cls, checkpoint: Checkpoint | None) -> "RunPlace":
        """Return the place of a checkpoint; the beginning without one."""
        if checkpoint is None:
            return cls()
        return cls(
            step=checkpoint.step,
            seen=checkpoint.pictures_seen,
            epoch=checkpoint.epoch,
            batch=checkpoint.batch,
            epoch_seen=checkpoint.epoch_pictures,
            loss_sum=checkpoint.loss_sum,
            right=checkpoint.right,
            epoch_began=checkpoint.seconds - checkpoint.epoch_seconds,
            best_loss=checkpoint.best_loss,
            waited=checkpoint.waited,
        )

    def go_on(self, loss: float, right: int, pictures: int) -> None:
        """Add a batch."""
        self.step += 1
        self.batch += 1
        self.seen += pictures
        self.epoch_seen += pictures
        self.loss_sum += loss * pictures
        self.right += right

    def measure(self, validation_loss: float) -> None:
        """Note what the held-out pictures gave: better, or one epoch more to wait."""
        if self.best_loss is None or validation_loss < self.best_loss:
            self.best_loss, self.waited = validation_loss, 0
        else:
            self.waited += 1

    def next_epoch(self, seconds: float) -> None:
        """Begin another epoch."""
        self.epoch += 1
        self.batch = self.epoch_seen = self.right = 0
        self.loss_sum, self.epoch_began = 0.0, seconds

    def checkpoint(self, session: "Session", seconds: float) -> Checkpoint:
        """Return all that a run needs to go on from here."""
        return Checkpoint(
            step=self.step,
            epoch=self.epoch,
            batch=self.batch,
            pictures_seen=self.seen,
            epoch_pictures=self.epoch_seen,
            seconds=seconds,
            epoch_seconds=seconds - self.epoch_began,
            loss_sum=self.loss_sum,
            right=self.right,
            arrays=session.arrays(within_epoch=self.batch > 0),
            learning_rate=session.config.learning_rate,
            momentum=session.config.momentum,
            weight_decay=session.config.weight_decay,
            best_loss=self.best_loss,
            waited=self.waited,
        )
