"""A recipe as one line that can be read."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.loading import drawings_folder
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import RecipeChanged
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.pages.train.views.recipe.field_texts import choice_title
from cnnviz.pages.train.views.recipe.recipe_fields import localized
from cnnviz.state.run.recipe import as_typed
from cnnviz.state.run.run_state import Run
from cnnviz.ui.network_title import title_words
from cnnviz.ui.numbers import percent, whole
from cnnviz.ui.picture_text import dataset_title
from cnnviz.ui.texts import filled, plain


def data_title(data: str) -> str:
    """Return what a data set, a folder, a file or a mixture is called."""
    if data in KNOWN_DATASETS:
        return dataset_title(data)
    if data == str(drawings_folder()):
        return QCoreApplication.translate("RecipeWords", "My drawings")
    if "+" in data and os.sep not in data:
        return plain(data)
    return plain(Path(data).name)


def run_line(run: Run) -> str:
    """Return what a run is, or was, made of: ``LeNet-5 on MNIST · Adam 0.004 · …``."""
    if run.config is None:
        return ""
    started, config = run.started, run.config
    pictures = None if started is None else started.training_pictures
    title = title_words(config.network.title)
    translate = QCoreApplication.translate
    if pictures is None:
        text = translate("RecipeWords", "{network} on {data}")
        what = text.format(network=plain(title), data=data_title(run.data))
    else:
        what = filled(
            translate(
                "RecipeWords",
                "{network} on {data} ({count} {count|picture|pictures})",
            ),
            network=plain(title),
            count=pictures,
            data=data_title(run.data),
        )
    return " · ".join([what, *settings_words(config, run.config_now)])


def settings_words(
    config: TrainingConfig, now: TrainingConfig | None = None
) -> list[str]:
    """Return the settings of a recipe in a few words each; what is as usual is left out.

    ``now`` is the same with what was changed while the run went.
    """
    translate, now = QCoreApplication.translate, now or config
    title = choice_title("optimizer", config.optimizer)
    words = [
        changed_words(f"{title} {{value}}", config.learning_rate, now.learning_rate)
    ]
    if OPTIMIZERS[config.optimizer].has_momentum:
        text = translate("RecipeWords", "momentum {value}")
        words.append(changed_words(text, config.momentum, now.momentum))
    if config.schedule != "constant":
        words.append(choice_title("schedule", config.schedule).lower())
    if config.weight_decay or now.weight_decay:
        text = translate("RecipeWords", "weight decay {value}")
        words.append(changed_words(text, config.weight_decay, now.weight_decay))
    if config.label_smoothing:
        text = translate("RecipeWords", "label smoothing {value}")
        words.append(text.format(value=number_words(config.label_smoothing)))
    if config.initialization != "usual":
        text = translate("RecipeWords", "first weights: {how}")
        how = choice_title("initialization", config.initialization)
        words.append(text.format(how=how))
    text = translate("RecipeWords", "batch {size}")
    words.append(text.format(size=whole(config.batch_size)))
    text = translate("RecipeWords", "{count} {count|epoch|epochs}")
    words.append(filled(text, count=config.epochs))
    words.extend(_data_words(config))
    if config.patience is not None:
        text = translate("RecipeWords", "stops after {count} without progress")
        words.append(text.format(count=whole(config.patience)))
    if config.precision != "float32":
        words.append(config.precision)
    text = translate("RecipeWords", "seed {seed}")
    return [*words, text.format(seed=whole(config.seed))]


def change_words(change: RecipeChanged) -> str:
    """Return what was changed while a run went: ``rate 0.01, momentum 0.5``."""
    translate = QCoreApplication.translate
    texts = {
        "learning_rate": translate("RecipeWords", "rate {value}"),
        "momentum": translate("RecipeWords", "momentum {value}"),
        "weight_decay": translate("RecipeWords", "weight decay {value}"),
    }
    return ", ".join(
        texts[name].format(value=number_words(value))
        for name, value in change.values.items()
    )


def changed_words(text: str, begun: float, now: float) -> str:
    """Return a setting that a run began with, and what it is now."""
    words = text.format(value=number_words(begun))
    if now == begun:
        return words
    text = QCoreApplication.translate("RecipeWords", "{begun}, now {value}")
    return text.format(begun=words, value=number_words(now))


def _data_words(config: TrainingConfig) -> list[str]:
    """Return what is done with the data, where it is not as usual."""
    translate, use, words = QCoreApplication.translate, config.data_use, list[str]()
    if use.pictures is not None:
        text = translate("RecipeWords", "{count} {count|picture|pictures} used")
        words.append(filled(text, count=use.pictures))
    if use.validation:
        text = translate("RecipeWords", "{share} of them for validation")
        words.append(text.format(share=percent(use.validation, 0)))
    if use.label_noise:
        text = translate("RecipeWords", "{share} of the classes wrong")
        words.append(text.format(share=percent(use.label_noise, 0)))
    if use.seed:
        text = translate("RecipeWords", "data seed {seed}")
        words.append(text.format(seed=whole(use.seed)))
    if config.augmentation.changes:
        words.append(translate("RecipeWords", "pictures changed at random"))
    return words


def number_words(number: float) -> str:
    """Write a setting with the decimal sign of the language."""
    return localized(as_typed(number))
