"""What a trained network should be sold with: where it comes from and how good it is."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Final

import numpy as np

from cnnviz import __version__
from cnnviz.engine.messages.fill import fill
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.shown_text import shown
from cnnviz.engine.training.data.words import data_words
from cnnviz.engine.training.events import EpochDone, RecipeChanged, Started
from cnnviz.engine.training.optimizers import OPTIMIZERS

_TEMPLATE: Final = """\
# {title}, trained on {data}

| | |
|---|---|
| network | `{network}`, {parameters:,} {parameters|parameter|parameters} |
| data | {data}: {training:,} training {training|picture|pictures}, {validation:,} held out |
| accuracy | {accuracy} |
| state | {state} |
| recipe | {recipe} |
| seed | {seed} |
| command | `{command}` |
| computed on | {device}, {machine} |
| versions | cnnviz {cnnviz}, torch {torch}, NumPy {numpy}, Python {python} |
| date | {today} |

The weights are the last ones: no epoch was chosen by its held-out accuracy. The same
command gives the same losses on the same kind of machine with the same versions and
number of threads.

| epoch | training loss | training accuracy | held-out loss | held-out accuracy | seconds |
|--:|--:|--:|--:|--:|--:|
{epochs}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """What a card tells about a run.

    Attributes
    ----------
    data
        Name of the data set.
    command
        The line that repeats the run.
    started
        The run's first event.
    epochs
        One event for each epoch that was finished.
    stopped_at
        Epoch and batch at which the run was stopped early, or ``None``.
    test_accuracy
        Of the pictures kept for the end, where there are any and it came.
    rates
        The changes of the learning rate while it ran.
    """

    data: str
    command: str
    started: Started
    epochs: Sequence[EpochDone]
    stopped_at: tuple[int, int] | None = None
    test_accuracy: float | None = None
    changes: Sequence[RecipeChanged] = ()

    @property
    def accuracy(self) -> float | None:
        """Held-out accuracy after the last finished epoch; ``None`` before one."""
        return self.epochs[-1].validation_accuracy if self.epochs else None


def change_words(change: RecipeChanged) -> str:
    """Return what was changed while a run went: ``momentum 0.5 after step 40``."""
    words = (f"{name.replace('_', ' ')} {v:g}" for name, v in change.values.items())
    return f"{' and '.join(words)} after step {change.step}"


def recipe(facts: RunFacts) -> str:
    """Return the settings of a run in one line."""
    config = facts.started.config
    optimizer = OPTIMIZERS[config.optimizer]
    words = [
        optimizer.title + (f" {config.momentum:g}" if optimizer.has_momentum else ""),
        f"learning rate {config.learning_rate:g} ({config.schedule})",
        *(change_words(one) for one in facts.changes),
        f"batches of {config.batch_size}",
        fill("{count} {count|epoch|epochs}", {"count": config.epochs}),
    ]
    words += [
        f"{name.replace('_', ' ')} {value:g}"
        for name in ("weight_decay", "label_smoothing")
        if (value := getattr(config, name))
    ]
    if facts.started.processes > 1:
        words.append(f"on each of {facts.started.processes} processes")
    if config.initialization != "usual":
        words.append(f"initialization {config.initialization}")
    if config.patience is not None:
        words.append(f"patience {config.patience}")
    if config.precision != "float32":
        words.append(config.precision)
    return ", ".join([*words, *data_words(config)])


def metadata(facts: RunFacts) -> dict[str, str]:
    """Return what goes into the weight file itself, all of it text."""
    config = facts.started.config
    measured = (
        {}
        if facts.accuracy is None
        else {"validation_accuracy": f"{facts.accuracy:.4f}"}
    )
    if facts.test_accuracy is not None:
        measured["test_accuracy"] = f"{facts.test_accuracy:.4f}"
    return {
        "data": facts.data,
        "training_pictures": str(facts.started.training_pictures),
        "validation_pictures": str(facts.started.validation_pictures),
        **measured,
        "epochs": str(len(facts.epochs)),
        "recipe": recipe(facts),
        "seed": str(config.seed),
        "cnnviz": __version__,
        "torch": version("torch"),
        "date": date.today().isoformat(),
    }


def model_card(facts: RunFacts) -> str:
    """Return the card as Markdown."""
    network = facts.started.config.network
    return fill(
        _TEMPLATE,
        {
            "title": network.title,
            "network": network.name,
            "parameters": summarize(network).parameters,
            "data": _cell(facts.data),
            "training": facts.started.training_pictures,
            "validation": facts.started.validation_pictures,
            "accuracy": _accuracy_words(facts),
            "state": _state(facts),
            "recipe": recipe(facts),
            "seed": facts.started.config.seed,
            "command": _cell(facts.command),
            "device": facts.started.device,
            "machine": f"{platform.system()} {platform.machine()}",
            "cnnviz": __version__,
            "torch": version("torch"),
            "numpy": np.__version__,
            "python": platform.python_version(),
            "today": date.today().isoformat(),
            "epochs": "\n".join(_row(epoch) for epoch in facts.epochs),
        },
    )


def _cell(text: str) -> str:
    """Return what a user called something, as a table of Markdown can hold it."""
    return shown(text).replace("|", r"\|")


def _accuracy_words(facts: RunFacts) -> str:
    if facts.accuracy is None:
        return "not measured: no epoch was finished"
    words = fill(
        "**{share:.2%}** of the {count:,} held-out {count|picture|pictures}",
        {"share": facts.accuracy, "count": facts.started.validation_pictures},
    )
    if facts.test_accuracy is None:
        return words
    return f"{words}; **{facts.test_accuracy:.2%}** of the test pictures, at the end"


def _state(facts: RunFacts) -> str:
    if facts.stopped_at is None:
        done, asked = len(facts.epochs), facts.started.config.epochs
        if done == asked:
            return "finished"
        return f"finished after epoch {done} of {asked}: the held-out loss fell no more"
    epoch, batch = facts.stopped_at
    words = f"stopped early in epoch {epoch}, after batch {batch}"
    if facts.accuracy is None:
        return words
    return f"{words}; the accuracy was measured after the last whole epoch"


def _row(epoch: EpochDone) -> str:
    return (
        f"| {epoch.epoch} | {epoch.train_loss:.4f} | {epoch.train_accuracy:.2%} "
        f"| {epoch.validation_loss:.4f} | {epoch.validation_accuracy:.2%} "
        f"| {epoch.seconds:.1f} |"
    )
