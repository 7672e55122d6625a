"""Events as plain numbers and words: what ``--json`` prints and a run's folder keeps."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import (
    BatchDone,
    Checkpoint,
    EpochDone,
    Failed,
    Finished,
    Snapshot,
    Started,
    TrainingEvent,
)


def event_record(event: TrainingEvent) -> dict[str, object] | None:
    """Return an event without its arrays; ``None`` of what only a folder keeps."""
    match event:
        case Started(config=config):
            return {
                "event": "started",
                "network": config.network.name,
                "device": event.device,
                "training_pictures": event.training_pictures,
                "validation_pictures": event.validation_pictures,
                "batches_per_epoch": event.batches_per_epoch,
                "config": config_record(config),
                "notes": [sentence(note) for note in event.notes],
            }
        case BatchDone():
            return {"event": "batch", **_flat(event)}
        case Snapshot():
            return {"event": "snapshot", "epoch": event.epoch, "step": event.step}
        case EpochDone():
            return {"event": "epoch", **_flat(event)}
        case Finished():
            return {
                "event": "finished",
                "validation_accuracy": event.validation_accuracy,
                "seconds": event.seconds,
            }
        case Failed(code=code, facts=facts):
            message = sentence(CnnvizError(code, **facts))
            return {"event": "failed", "code": code, "message": message}
        case Checkpoint():
            return None


def _flat(event: BatchDone | EpochDone) -> dict[str, object]:
    """Return an event's numbers by name: ``asdict`` takes ten times as long."""
    return {name: getattr(event, name) for name in event.__slots__}


def config_record(config: TrainingConfig) -> dict[str, object]:
    """Return a recipe with its network by name."""
    return {**asdict(config), "network": config.network.name}


def done_of(record: Mapping[str, Any]) -> BatchDone | EpochDone | None:
    """Return the batch or epoch that a record tells of; ``None`` for all other records.

    Raises
    ------
    KeyError
        Where something of it is missing.
    """
    kinds: dict[str, type[BatchDone] | type[EpochDone]] = {
        "batch": BatchDone,
        "epoch": EpochDone,
    }
    kind = kinds.get(str(record.get("event")))
    if kind is None:
        return None
    return kind(**{field.name: record[field.name] for field in fields(kind)})
