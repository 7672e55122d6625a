"""What a resumed run can go wrong on: lots, running numbers, kernels of several maps."""

from cnnviz.engine.networks.layers import (
    Activation,
    BatchNorm,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    Network,
)

CHANCE = Network(
    name="chance",
    title="Chance",
    input_chw=(1, 28, 28),
    normalization=(0.1, 0.3),
    labels=tuple("0123456789"),
    layers=(
        Conv2d(name="c1", channels=3, kernel=(5, 5), stride=(3, 3)),
        BatchNorm(name="bn1"),
        Activation(name="relu1", kind="relu"),
        Dropout(name="drop1", rate=0.25),
        # Of several channels: torch lays such kernels out in memory in its own way.
        Conv2d(name="c2", channels=4, kernel=(3, 3)),
        Flatten(name="flatten"),
        Dropout(name="drop2", rate=0.5),
        Linear(name="output", units=10),
    ),
)
"""A network that draws lots at every step, and keeps running numbers."""
