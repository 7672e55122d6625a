"""The optimisers that a run can use, each described once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from torch.nn import Parameter
    from torch.optim import Optimizer as TorchOptimizer

    from cnnviz.engine.training.config import TrainingConfig

CONTEXT: Final = "Optimizers"
"""Translation context of the titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Optimizer:
    """How a gradient changes the weights.

    Attributes
    ----------
    key
        What the command line, model cards and run files call it.
    title
        English name to show; its translation stands in `CONTEXT`.
    default_rate
        A learning rate that suits LeNet-5 and its like.
    has_momentum
        Whether ``TrainingConfig.momentum`` plays a part.
    torch_name
        What torch calls it in ``torch.optim``.
    settings
        What else torch is told, by its own names.
    usual_decay
        Weight decay where the recipe asks for none, as torch has it.
    is_fused
        Whether torch has it in one pass over all parameters, on every device we offer.
    """

    key: str
    title: str
    default_rate: float
    has_momentum: bool = False
    torch_name: str
    settings: Mapping[str, float | bool] = field(default_factory=dict)
    usual_decay: float = 0.0
    is_fused: bool = True

    def make(
        self, parameters: "Iterable[Parameter]", config: "TrainingConfig"
    ) -> "TorchOptimizer":
        """Return torch's optimiser for some parameters; imports torch when called."""
        from torch import optim

        settings = self.settings_for(config)
        settings["fused" if self.is_fused else "foreach"] = True
        make = getattr(optim, self.torch_name)
        made: TorchOptimizer = make(parameters, lr=config.learning_rate, **settings)
        return made

    def settings_for(self, config: "TrainingConfig") -> dict[str, Any]:
        """Return what torch is told of a recipe, but for the learning rate."""
        settings: dict[str, Any] = dict(self.settings)
        if self.has_momentum:
            settings["momentum"] = config.momentum
        if settings.get("nesterov"):
            settings["nesterov"] = config.momentum > 0  # without, torch refuses it
        settings["weight_decay"] = config.weight_decay or self.usual_decay
        return settings


OPTIMIZERS: Final[Mapping[str, Optimizer]] = MappingProxyType(
    {
        optimizer.key: optimizer
        for optimizer in (
            Optimizer(
                key="adam",
                title=QT_TRANSLATE_NOOP("Optimizers", "Adam"),
                default_rate=0.001,
                torch_name="Adam",
            ),
            Optimizer(
                key="sgd",
                title=QT_TRANSLATE_NOOP("Optimizers", "SGD with momentum"),
                default_rate=0.01,
                has_momentum=True,
                torch_name="SGD",
            ),
            Optimizer(
                key="nesterov",
                title=QT_TRANSLATE_NOOP("Optimizers", "SGD with Nesterov momentum"),
                default_rate=0.01,
                has_momentum=True,
                torch_name="SGD",
                settings={"nesterov": True},
            ),
            # Rate, decay and epsilon are Keras's; torch adds epsilon to the root of the
            # mean square, Keras to the mean square.
            Optimizer(
                key="rmsprop",
                title=QT_TRANSLATE_NOOP("Optimizers", "RMSprop"),
                default_rate=0.001,
                torch_name="RMSprop",
                settings={"alpha": 0.9, "eps": 1e-7},
                is_fused=False,
            ),
            Optimizer(
                key="adamw",
                title=QT_TRANSLATE_NOOP("Optimizers", "AdamW"),
                default_rate=0.001,
                torch_name="AdamW",
                usual_decay=0.01,
            ),
            Optimizer(
                key="adadelta",
                title=QT_TRANSLATE_NOOP("Optimizers", "Adadelta"),
                default_rate=1.0,
                torch_name="Adadelta",
                is_fused=False,
            ),
        )
    }
)
