"""What is said of several runs, in the window's language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.datasets.arranged import FEW_PICTURES, arrangement_of
from cnnviz.engine.datasets.catalogue import CONTEXT as DATASETS_CONTEXT
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.messages.races import CONTEXT as RACES_CONTEXT
from cnnviz.engine.networks.shapes import parameter_count
from cnnviz.engine.training.events import CHANGEABLE
from cnnviz.engine.training.races.outcome import Outcome
from cnnviz.engine.training.races.settings_compared import settings_that_differ
from cnnviz.engine.training.races.words import outcome_words
from cnnviz.pages.train.views.data.change_amounts import AMOUNTS
from cnnviz.pages.train.views.data.change_amounts import CONTEXT as CHANGES_CONTEXT
from cnnviz.pages.train.views.recipe.field_texts import (
    CHOICES,
    FIELD_TEXTS,
    choice_title,
)
from cnnviz.pages.train.views.recipe.field_texts import CONTEXT as RECIPE_CONTEXT
from cnnviz.pages.train.views.recipe.recipe_words import changed_words
from cnnviz.state.run.lanes import Lane
from cnnviz.ui.network_title import title_words
from cnnviz.ui.numbers import fixed, percent, short, whole
from cnnviz.ui.texts import plain

SETTINGS: Final[Mapping[str, str]] = {
    "network": QT_TRANSLATE_NOOP("Lanes", "Network"),
    "data": QT_TRANSLATE_NOOP("Lanes", "Data"),
    "epochs": QT_TRANSLATE_NOOP("Lanes", "Epochs"),
    "batch_size": QT_TRANSLATE_NOOP("Lanes", "Batch"),
    "optimizer": QT_TRANSLATE_NOOP("Lanes", "Optimizer"),
    "learning_rate": QT_TRANSLATE_NOOP("Lanes", "Learning rate"),
    "momentum": QT_TRANSLATE_NOOP("Lanes", "Momentum"),
    "weight_decay": QT_TRANSLATE_NOOP("Lanes", "Weight decay"),
    "label_smoothing": QT_TRANSLATE_NOOP("Lanes", "Label smoothing"),
    "schedule": QT_TRANSLATE_NOOP("Lanes", "Schedule"),
    "seed": QT_TRANSLATE_NOOP("Lanes", "Seed"),
    "device": QT_TRANSLATE_NOOP("Lanes", "Device"),
    "threads": QT_TRANSLATE_NOOP("Lanes", "Threads"),
    "precision": QT_TRANSLATE_NOOP("Lanes", "Precision"),
    "initialization": QT_TRANSLATE_NOOP("Lanes", "First weights"),
    "patience": QT_TRANSLATE_NOOP("Lanes", "Early stop after"),
    "augmentation": QT_TRANSLATE_NOOP("Lanes", "Augmentation"),
    "data_use": QT_TRANSLATE_NOOP("Lanes", "Data used"),
}
_HOW_WRITTEN: Final = ("snapshot_every", "snapshot_megabytes")
"""Settings of how a run is kept: they change nothing of what is learned."""


def _say(text: str) -> str:
    return QCoreApplication.translate("Lanes", text)


def race_text(text: str) -> str:
    """Return a text of the races in the language of the window."""
    return QCoreApplication.translate(RACES_CONTEXT, text)


def outcome_said(race: str, outcome: Outcome) -> str:
    """Return what came out of a race."""
    return outcome_words(race, outcome, say=race_text, share=percent, count=whole)


def lane_name(lane: Lane) -> str:
    """Return what a run is called; of a race its translation."""
    return plain(title_words(race_text(lane.name)))


Row = tuple[str, tuple[str, ...]]


def table_rows(lanes: Sequence[Lane]) -> tuple[Row, ...]:
    """Return what differs between runs, and what they came to: a name, a value a run."""
    return (*differing_rows(lanes), *_results(lanes))


def differing_rows(lanes: Sequence[Lane]) -> tuple[Row, ...]:
    """Return the settings that differ between runs, and what each has to learn."""
    rows = list(_differences(lanes))
    networks = [lane.run.network for lane in lanes]
    counts = [0 if one is None else parameter_count(one) for one in networks]
    if len(set(counts)) > 1:
        name = QCoreApplication.translate("Lanes", "Numbers to learn")
        rows.append((name, tuple(map(whole, counts))))
    return tuple(rows)


def difference_names(lanes: Sequence[Lane]) -> tuple[str, ...]:
    """Return what each run is called by: the values that differ, or its own name."""
    values = [values for _, values in _differences(lanes)]
    if not values:
        return tuple(map(lane_name, lanes))
    return tuple(" · ".join(of_run) for of_run in zip(*values, strict=True))


def _differences(lanes: Sequence[Lane]) -> Iterator[Row]:
    runs = [lane.run for lane in lanes]
    known = [(run.config, run.data) for run in runs if run.config is not None]
    found: dict[str, tuple[object, ...]] = {
        one.setting: one.values for one in settings_that_differ(known)
    }
    for setting in CHANGEABLE:  # and what was changed while they went
        both = tuple(
            (getattr(run.config, setting), getattr(run.config_now, setting))
            for run in runs
            if run.config is not None
        )
        if any(value != both[0] for value in both):
            found[setting] = both
    for setting, values in found.items():
        if setting not in _HOW_WRITTEN:
            name = _say(SETTINGS.get(setting, setting.replace("_", " ")))
            yield name, tuple(map(_WORDS.get(setting, _written), values))


def _changed(values: object) -> str:
    """Return what a run began with and, where it is another, what it came to."""
    assert isinstance(values, tuple)
    return changed_words("{value}", *values)


def _data_words(value: object) -> str:
    """Return what a data set is called, and how it is arranged."""
    arranged = arrangement_of(str(value))
    how, data = ("", str(value)) if arranged is None else arranged
    known = KNOWN_DATASETS.get(data)
    name = plain(Path(data).name)
    if known is not None:
        name = QCoreApplication.translate(DATASETS_CONTEXT, known.title)
    if how == "shuffled":
        text = QCoreApplication.translate("Lanes", "{name}, pixels shuffled")
        return text.format(name=name)
    if how == "few":
        text = QCoreApplication.translate("Lanes", "{count} pictures of {name}")
        return text.format(count=whole(FEW_PICTURES), name=name)
    return name


def _augmentation_words(value: object) -> str:
    """Return how far pictures are changed: ``rotate 10°, shift 2 px``."""
    translate, told = QCoreApplication.translate, list[str]()
    for name, amount in AMOUNTS.items():
        far = value.get(name) if isinstance(value, dict) else None
        if far:
            label = translate(CHANGES_CONTEXT, amount.label).lower()
            unit = translate(CHANGES_CONTEXT, amount.suffix)
            is_share = amount.scale == 100
            told.append(f"{label} {percent(far, 0) if is_share else short(far) + unit}")
    return ", ".join(told) or "–"


def _use_words(value: object) -> str:
    """Return what is taken of the data: ``pictures 1,000, label noise 0.1``."""
    told, use = list[str](), value if isinstance(value, dict) else {}
    for name, each in use.items():
        if each:
            label = FIELD_TEXTS["data_seed" if name == "seed" else name].label
            words = QCoreApplication.translate(RECIPE_CONTEXT, label)
            told.append(f"{words.replace('&', '').lower()} {_written(each)}")
    return ", ".join(told) or "–"


def _chosen(name: str, value: object) -> str:
    return choice_title(name, str(value)) if value in CHOICES[name] else _written(value)


_WORDS: Final[Mapping[str, Callable[[object], str]]] = {
    "data": _data_words,
    **{name: partial(_chosen, name) for name in CHOICES},
    **dict.fromkeys(CHANGEABLE, _changed),
    "augmentation": _augmentation_words,
    "data_use": _use_words,
}
"""Of settings whose values have names; of all others they are written."""


def _written(value: object) -> str:
    match value:
        case None:
            return "–"
        case bool():
            return str(value)
        case int():
            return whole(value)
        case float():
            return short(value)
        case _:
            return plain(str(value))


def _results(lanes: Sequence[Lane]) -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    last = [lane.run.epochs[-1] if lane.run.epochs else None for lane in lanes]
    seconds = [sum(epoch.seconds for epoch in lane.run.epochs) for lane in lanes]

    def values(write: Callable[[int], str]) -> tuple[str, ...]:
        return tuple(
            "–" if epoch is None else write(number) for number, epoch in enumerate(last)
        )

    def accuracy(number: int) -> str:
        epoch = last[number]
        return "" if epoch is None else percent(epoch.validation_accuracy, 2)

    def loss(number: int) -> str:
        epoch = last[number]
        return "" if epoch is None else short(epoch.validation_loss, 3)

    return (
        (
            translate("Lanes", "Epochs done"),
            values(lambda n: whole(len(lanes[n].run.epochs))),
        ),
        (translate("Lanes", "Validation accuracy"), values(accuracy)),
        (translate("Lanes", "Validation loss"), values(loss)),
        (
            translate("Lanes", "Seconds of learning"),
            values(lambda n: fixed(seconds[n], 1)),
        ),
    )
