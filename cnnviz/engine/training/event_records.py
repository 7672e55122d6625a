"""Events as plain numbers and words: what ``--json`` prints and a run's folder keeps."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from types import MappingProxyType
from typing import Any, Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import (
    CHANGEABLE,
    BatchDone,
    Checkpoint,
    EpochDone,
    Failed,
    Finished,
    RecipeChanged,
    Snapshot,
    Started,
    TrainingEvent,
)
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.engine.training.runs.told_values import check_values

_MOST_CLASSES: Final = 26
"""Of a confusion that is told, one for each letter: its line stays below 3 kB."""

Done = BatchDone | EpochDone | RecipeChanged
"""What a record tells whole, so that it can be read back."""

_OPTIONAL: Final[Mapping[type[Done], tuple[str, ...]]] = {
    BatchDone: ("compute_seconds", "wait_seconds"),
    EpochDone: (),
    RecipeChanged: CHANGEABLE,
}
"""Fields that a record may lack."""

_KINDS: Final[Mapping[str, type[Done]]] = MappingProxyType(
    {
        "batch": BatchDone,
        "epoch": EpochDone,
        "change": RecipeChanged,
        "rate": RecipeChanged,  # of runs that are older than other changes
    }
)


_OF_START: Final = (
    "device",
    "training_pictures",
    "validation_pictures",
    "batches_per_epoch",
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
                **({"processes": event.processes} if event.processes > 1 else {}),
            }
        case BatchDone():
            return {"event": "batch", **_told(event)}
        case Snapshot():
            return {"event": "snapshot", "epoch": event.epoch, "step": event.step}
        case EpochDone():
            return _epoch_record(event)
        case Finished():
            kept = (
                {}
                if event.test_accuracy is None
                else {"test_accuracy": event.test_accuracy}
            )
            return {
                "event": "finished",
                "validation_accuracy": event.validation_accuracy,
                "seconds": event.seconds,
                "stopped_early": event.stopped_early,
                **kept,
            }
        case RecipeChanged():
            return {"event": "change", **_told(event)}
        case Failed(code=code, facts=facts):
            message = sentence(CnnvizError(code, **facts))
            return {"event": "failed", "code": code, "message": message}
        case Checkpoint() | LayersMeasured():
            return None


def _epoch_record(event: EpochDone) -> dict[str, object]:
    record = {"event": "epoch", **_told(event)}
    said = event.predictions
    if said is not None and said.classes <= _MOST_CLASSES:
        record["confusion"] = said.confusion().tolist()
    return record


def _told(event: Done) -> dict[str, object]:
    # Not asdict: that takes ten times as long, and would copy what was said of each
    # picture.
    told = {name: getattr(event, name) for name in told_fields(type(event))}
    for name in _OPTIONAL[type(event)]:
        if (value := getattr(event, name)) is not None:
            told[name] = value
    return told


def told_fields(kind: type[Done]) -> list[str]:
    """Name what each record of such an event has as the event has it."""
    left_out = ("predictions", *_OPTIONAL[kind])
    return [field.name for field in fields(kind) if field.name not in left_out]


def config_record(config: TrainingConfig) -> dict[str, object]:
    """Return a recipe with its network by name."""
    return {**asdict(config), "network": config.network.name}


def done_of(record: Mapping[str, Any]) -> Done | None:
    """Return the event that a record tells whole; ``None`` for all other records.

    Raises
    ------
    KeyError, TypeError, ValueError
        Where something of it is missing, or is no such thing.
    """
    kind = _KINDS.get(str(record.get("event")))
    if kind is None:
        return None
    told: dict[str, Any] = {name: record[name] for name in told_fields(kind)}
    told |= {name: record.get(name) for name in _OPTIONAL[kind]}
    check_values(kind, told)
    done = kind(**told)
    if isinstance(done, RecipeChanged):
        _check_change(done)
    return done


def _check_change(change: RecipeChanged) -> None:
    """Refuse a change that no run could have made."""
    momentum = change.momentum or 0.0
    if not change.values or momentum >= 1 or change.learning_rate == 0:
        raise ValueError("change")


def check_started(record: Mapping[str, Any]) -> None:
    """Refuse a record of a start whose numbers nobody could count with.

    Raises
    ------
    KeyError, TypeError, ValueError
        Where something of it is missing, or is no such thing.
    """
    told = {name: record[name] for name in _OF_START}
    told["processes"] = record.get("processes", 1)
    check_values(Started, told)
    if not all(told.values()):
        raise ValueError("started")
