"""What ``cnnviz train`` saves, and says, when a run was stopped early."""

from pathlib import Path

from cnnviz.engine.training.run_saving import LearnedSoFar


def save_stopped(learned: LearnedSoFar, folder: Path | None) -> str:
    """Save what there is when a run was stopped early; say what was done."""
    if learned.batch is None or learned.started is None:
        return "stopped before the first batch; nothing saved"
    place = (
        f"stopped in epoch {learned.batch.epoch} of {learned.started.config.epochs}, "
        f"after batch {learned.batch.batch} of {learned.started.batches_per_epoch}"
    )
    if folder is None:
        return f"{place}; nothing saved (--out FOLDER keeps what was learned)"
    if learned.saved_at is None:
        return f"{place}; nothing saved: too little was learned"
    epoch, batch = learned.saved_at
    path = learned.save(folder)
    return f"{place}; saved the weights of epoch {epoch}, batch {batch} to {path}"
