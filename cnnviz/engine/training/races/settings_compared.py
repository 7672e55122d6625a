"""In which settings several runs differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.event_records import config_record


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting in which runs differ.

    Attributes
    ----------
    setting
        ``network``, ``data``, or a field of `TrainingConfig`.
    values
        Of each run.
    """

    setting: str
    values: tuple[object, ...]


@lru_cache(maxsize=256)
def _record(config: TrainingConfig) -> Mapping[str, object]:
    # Many runs are compared twice a second while they grow: their recipes do not change.
    return config_record(config)


def settings_that_differ(
    runs: Sequence[tuple[TrainingConfig, str]],
) -> tuple[Difference, ...]:
    """Return the settings that are not the same in all runs, network and data first.

    Parameters
    ----------
    runs
        The recipe of each, and the name of its data.

    Examples
    --------
    >>> slow, quick = TrainingConfig(), TrainingConfig(learning_rate=0.01)
    >>> settings_that_differ([(slow, "mnist"), (quick, "mnist")])
    (Difference(setting='learning_rate', values=(0.001, 0.01)),)
    """
    records = [
        {**_record(config), "network": config.network, "data": data}
        for config, data in runs
    ]
    names = ["network", "data"]
    names += [name for name in records[0] if name not in names] if records else []
    found = []
    for name in names:
        values = tuple(record.get(name) for record in records)
        if any(value != values[0] for value in values):
            titles = (getattr(value, "title", value) for value in values)
            shown = tuple(titles) if name == "network" else values
            found.append(Difference(name, shown))
    return tuple(found)
