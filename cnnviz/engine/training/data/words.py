"""What a recipe does with its data, as a card says it and as the command line asks it."""

from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.augmentation import written


def data_options(config: TrainingConfig) -> dict[str, object]:
    """Return the options of ``cnnviz train`` that ask for it; ``None`` for the usual."""
    use = config.data_use
    return {
        "use": use.pictures,
        "validation": use.validation or None,
        "label-noise": use.label_noise or None,
        "data-seed": use.seed or None,
        "augment": written(config.augmentation) or None,
    }


def data_words(config: TrainingConfig) -> list[str]:
    """Return what is not as usual, in a few words each."""
    use, words = config.data_use, list[str]()
    if use.pictures is not None:
        words.append(f"{use.pictures:,} pictures used")
    if use.validation:
        words.append(f"{use.validation:g} of them held out for validation")
    if use.label_noise:
        words.append(f"{use.label_noise:g} of the labels wrong")
    if use.seed:
        words.append(f"data seed {use.seed}")
    if config.augmentation.changes:
        words.append(f"augmentation {written(config.augmentation)}")
    return words
