"""What pictures networks are made for: their scale, and the names of their classes."""

from typing import Final

from cnnviz.engine.networks.layers.network import Normalization

# J and Z are signed with a movement, so that no single picture shows them.
SIGNED_LETTERS: Final = tuple("ABCDEFGHIKLMNOPQRSTUVWXY")

CIFAR10_CLASSES: Final = (
    "airplane", "automobile", "bird", "cat", "deer",
    "dog", "frog", "horse", "ship", "truck",
)  # fmt: skip

TINY_VGG_CLASSES: Final = (
    "lifeboat", "ladybug", "pizza", "bell pepper", "school bus",
    "koala", "espresso", "red panda", "orange", "sport car",
)  # fmt: skip

# The 1,000 classes of ImageNet are known by number, unless a file brings their names.
IMAGENET_CLASSES: Final = tuple(map(str, range(1000)))

AS_IT_IS: Final[Normalization] = (0.0, 1.0)
"""Only divided by 255."""

MNIST: Final[Normalization] = (0.1307, 0.3081)
"""Mean and standard deviation of MNIST's 60,000 training pictures."""

IMAGENET: Final[tuple[Normalization, ...]] = (
    (0.485, 0.229),
    (0.456, 0.224),
    (0.406, 0.225),
)
"""Mean and standard deviation of red, green and blue over ImageNet."""
