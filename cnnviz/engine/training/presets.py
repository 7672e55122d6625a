"""Whole recipes with names, each described once."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from cnnviz.engine.training.config import TrainingConfig

CONTEXT: Final = "Presets"
"""Translation context of titles and meanings."""


_ONE_CYCLE: Final[Mapping[str, Any]] = {
    "batch_size": 128,
    "learning_rate": 0.006,
    "schedule": "one_cycle",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A recipe to begin with; each of its settings can be changed.

    Attributes
    ----------
    key
        What the command line calls it.
    title, meaning
        English words to show, a name and a sentence; translated in `CONTEXT`.
    data
        A key of ``datasets.catalogue.KNOWN_DATASETS``.
    network
        A key of ``networks.catalogue.NETWORKS``.
    settings
        What differs from the defaults of `TrainingConfig`, by its names.
    """

    key: str
    title: str
    meaning: str
    data: str
    network: str
    settings: Mapping[str, Any]

    def config(self) -> "TrainingConfig":
        """Return the recipe."""
        # Not for the command line's help, which names the presets: NumPy comes with it.
        from cnnviz.engine.networks.catalogue import NETWORKS
        from cnnviz.engine.training.config import TrainingConfig

        return TrainingConfig(network=NETWORKS[self.network], **self.settings)


PRESETS: Final[Mapping[str, Preset]] = MappingProxyType(
    {
        preset.key: preset
        for preset in (
            Preset(
                key="lenet5-good",
                title=QT_TRANSLATE_NOOP("Presets", "LeNet-5, good"),
                meaning=QT_TRANSLATE_NOOP(
                    "Presets",
                    "Four epochs of Adam, the rate rising high and falling again in one "
                    "cycle: as well as LeNet-5 can, 99 of 100 digits of MNIST.",
                ),
                data="mnist",
                network="lenet5",
                settings={"epochs": 4, **_ONE_CYCLE},
            ),
            Preset(
                key="lenet5-fast",
                title=QT_TRANSLATE_NOOP("Presets", "LeNet-5, fast"),
                meaning=QT_TRANSLATE_NOOP(
                    "Presets",
                    "As “LeNet-5, good”, in a single epoch: a few seconds, and "
                    "almost as many digits correct.",
                ),
                data="mnist",
                network="lenet5",
                settings={"epochs": 1, **_ONE_CYCLE},
            ),
            Preset(
                key="convnet",
                title=QT_TRANSLATE_NOOP("Presets", "Keras's convnet"),
                meaning=QT_TRANSLATE_NOOP(
                    "Presets",
                    "Five epochs of RMSprop with Keras's settings, in batches of 64: the "
                    "first convnet of many courses.",
                ),
                data="mnist",
                network="convnet",
                settings={"epochs": 5, "batch_size": 64, "optimizer": "rmsprop"}
                | {"learning_rate": 0.001, "initialization": "xavier"},
            ),
            Preset(
                key="over-fit",
                title=QT_TRANSLATE_NOOP("Presets", "Over-fit on purpose"),
                meaning=QT_TRANSLATE_NOOP(
                    "Presets",
                    "LeNet-5 on only 1,000 pictures, for long: it learns them by heart, while "
                    "its loss on pictures that it has never seen rises again.",
                ),
                data="mnist",
                network="lenet5",
                settings={"epochs": 40, "batch_size": 32, "learning_rate": 0.004}
                | {"data_use": DataUse(pictures=1000)},
            ),
            Preset(
                key="sign-language",
                title=QT_TRANSLATE_NOOP("Presets", "Sign language"),
                meaning=QT_TRANSLATE_NOOP(
                    "Presets",
                    "Twenty epochs of RMSprop in batches of 32, with dropout and batch "
                    "normalization: letters signed with a hand.",
                ),
                data="sign-mnist",
                network="sign-language",
                settings={"epochs": 20, "batch_size": 32, "optimizer": "rmsprop"}
                | {"learning_rate": 0.001, "initialization": "xavier"},
            ),
            Preset(
                key="cifar10",
                title=QT_TRANSLATE_NOOP("Presets", "CIFAR-10, plain SGD"),
                meaning=QT_TRANSLATE_NOOP(
                    "Presets",
                    "Forty epochs of SGD without momentum on small colour pictures: slow, "
                    "and about 75 of 100 right.",
                ),
                data="cifar10",
                network="cifar10",
                settings={"epochs": 40, "batch_size": 32, "optimizer": "sgd"}
                | {"learning_rate": 0.01, "momentum": 0.0, "initialization": "xavier"},
            ),
        )
    }
)
"""Every preset by its key."""
