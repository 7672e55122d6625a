"""The recipe of a run as a program of PyTorch that stands alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from typing import Final

from cnnviz.engine.networks.files.code_lines import broken, quoted, words_of
from cnnviz.engine.networks.files.pytorch_code import pytorch_code
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.reports.augmentation_code import augmentation_code
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.words import data_options
from cnnviz.engine.training.events import RecipeChanged
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.recipe_changes import config_after

_HEAD: Final = '''\
"""{{title}} trained on {data}: the recipe of a run of cnnviz in PyTorch.

    python {program} DATA

trains it from the first weights of the run, which lie in a file beside this one, and
prints what each epoch measured. DATA is an archive of NumPy (.npz) with x_train, y_train,
x_test and y_test: pixels from 0 to 255, N x {{size}} (one channel may be left out), and
labels from 0; or a folder with the four files of MNIST in their own format (IDX).
"cnnviz report RUN --pictures FILE.npz" writes the pictures of a run so.

The network returns {{answer}}.
"""

import gzip
import math
import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

WEIGHTS = Path(__file__).with_name({{weights}})
'''

_DATA: Final = '''

def load(place):
    """Return the pictures to learn from, the held-out ones, each with their labels."""
    place = Path(place)
    if place.suffix == ".npz":
        with np.load(place) as found:
            arrays = [found[name] for name in ("x_train", "y_train", "x_test", "y_test")]
    else:
        names = ("train-images*", "train-labels*", "t10k-images*", "t10k-labels*")
        arrays = [read_idx(min(place.glob(name))) for name in names]
    x_train, y_train, x_test, y_test = map(torch.tensor, arrays)
    x_train, x_test = (x.reshape(len(x), {shape}) for x in (x_train, x_test))
    return (x_train, y_train.long()), (x_test, y_test.long())


def read_idx(path):
    """Return the bytes of an IDX file: its fourth byte says how many sizes come first."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    sizes = np.frombuffer(data, ">u4", count=data[3], offset=4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(sizes).copy()
'''

_SCHEDULES: Final[Mapping[str, str]] = {
    "constant": """\
    return learning_rate
""",
    "step": """\
    return learning_rate * 0.1 ** ((progress >= 0.5) + (progress >= 0.75))
""",
    "cosine": """\
    return learning_rate * (1 + math.cos(math.pi * progress)) / 2
""",
    "one_cycle": """\
    if progress < 0.3:
        first, last, share = 1 / 25, 1.0, progress / 0.3
    else:
        first, last, share = 1.0, 1 / 250_000, (progress - 0.3) / 0.7
    return learning_rate * (last + (first - last) * (1 + math.cos(math.pi * share)) / 2)
""",
}

_LOOP: Final = '''

def rate_at(learning_rate, progress):
    """Return the learning rate at a share of the run, 0 (first batch) to 1 (end)."""
{schedule}

@torch.no_grad()
def measure(network, x, y):
    """Return mean loss and share right."""
    network.eval()
    loss, right = 0.0, 0
    for some, labels in zip(x.split(500), y.split(500)):
        logits = {logits_of}network(normalized(some))
        loss += F.cross_entropy(logits, labels, reduction="sum").item()
        right += (logits.argmax(dim=1) == labels).sum().item()
    network.train()
    return loss / len(x), right / len(x)


def train(training, held_out):
    """Train; return the loss of every batch, and loss and accuracy of every epoch."""
    torch.manual_seed(SEED)  # for dropout
    order_of = torch.Generator().manual_seed(SEED)
    network = build().train()
{optimizer}
    x, y = training
    steps, step, learning_rate = EPOCHS * math.ceil(len(x) / BATCH_SIZE), 0, LEARNING_RATE
    losses, epochs = [], []
    for epoch in range(1, EPOCHS + 1):
        for batch in torch.randperm(len(x), generator=order_of).split(BATCH_SIZE):
{rates}            for group in optimizer.param_groups:
                group["lr"] = rate_at(learning_rate, step / steps)
{settings}            optimizer.zero_grad()
            logits = {logits_of}network(normalized({pictures}))
            loss = F.cross_entropy(logits, y[batch], label_smoothing=LABEL_SMOOTHING)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            step += 1
        epochs.append(measure(network, *held_out))
        print(f"epoch {{epoch}}: held out: loss {{epochs[-1][0]:.4f}}, {{epochs[-1][1]:.2%}} right")
    return losses, epochs


if __name__ == "__main__":
    train(*load(sys.argv[1]))
'''

_RATES: Final = """\
            learning_rate = RATE_AFTER.get(step, learning_rate)
"""

_SETTINGS: Final = """\
                group.update(SETTINGS_AFTER.get(step, {}))
"""

_WRITTEN: Final = frozenset(
    (
        "network",
        "epochs",
        "batch_size",
        "optimizer",
        "learning_rate",
        "momentum",
        "weight_decay",
        "label_smoothing",
        "schedule",
        "seed",
        "initialization",  # it is in the first weights
        "data_use",
        "augmentation",
        # What changes no number, or only their last digits.
        "device",
        "threads",
        "snapshot_every",
        "snapshot_megabytes",
    )
)
"""Settings that a program has; others are told of in a comment."""


def recipe_code(
    config: TrainingConfig,
    data: str,
    program: str,
    weights_name: str,
    changes: Sequence[RecipeChanged] = (),
    processes: int = 1,
) -> str:
    """Return the source text of a program that trains as a run did.

    From the same first weights it takes the pictures in the same order; where nothing is
    dropped out, its numbers differ from ours in rounding only.

    Parameters
    ----------
    config
        The recipe.
    data
        What the run learned from, in words.
    program, weights_name
        Names of the program's file and, in the same folder, of the first weights.
    changes
        Of settings, that were made while it ran.
    processes
        That learned together, each from a batch of the recipe's size.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.networks.shapes.layer_shapes` raises.
    """
    network = _before_softmax(config.network)
    optimizer = OPTIMIZERS[config.optimizer]
    told = optimizer.settings_for(config)
    rates, settings = _rates(changes), _settings(config, changes)
    said = ", ".join(
        ["network.parameters()", "lr=LEARNING_RATE"]
        + [f"{name}={value!r}" for name, value in told.items()]
    )
    more = [
        "\n".join(_constants(config, rates, settings, processes)),
        _DATA.format(shape=", ".join(map(str, network.input_chw))).rstrip(),
        *filter(None, [augmentation_code(config.augmentation).rstrip()]),
        _LOOP.format(
            schedule=_SCHEDULES[config.schedule],
            logits_of="-" if network.answer == "distances" else "",
            optimizer=broken(
                f"    optimizer = torch.optim.{optimizer.torch_name}({said})"
            ),
            rates=_RATES if rates else "",
            settings=_SETTINGS if settings else "",
            pictures="changed(x[batch])" if config.augmentation.changes else "x[batch]",
        ).rstrip(),
    ]
    names = {"data": words_of(data), "program": words_of(program)}
    return pytorch_code(network, weights_name, _HEAD.format(**names), more)


def _before_softmax(network: Network) -> Network:
    """Return a network without the softmax at its end: the loss has one of its own."""
    if network.answer != "probabilities":
        return network
    return replace(network, layers=network.layers[:-1])


def _rates(changes: Sequence[RecipeChanged]) -> dict[int, float]:
    return {one.step: one.learning_rate for one in changes if one.learning_rate}


def _settings(
    config: TrainingConfig, changes: Sequence[RecipeChanged]
) -> dict[int, dict[str, float]]:
    """Return what torch's optimiser is told, by the steps behind then."""
    optimizer, found = OPTIMIZERS[config.optimizer], dict[int, dict[str, float]]()
    told = optimizer.settings_for(config)
    for change in changes:
        config = config_after(config, (change,))
        before, told = told, optimizer.settings_for(config)
        if told != before:
            found[change.step] = {
                name: value for name, value in told.items() if value != before[name]
            }
    return found


def _constants(
    config: TrainingConfig,
    rates: Mapping[int, float],
    settings: Mapping[int, Mapping[str, float]],
    processes: int,
) -> Iterator[str]:
    yield "\n\n# The recipe."
    yield f"EPOCHS = {config.epochs}"
    yield f"BATCH_SIZE = {config.batch_size * processes}"
    yield f"LEARNING_RATE = {config.learning_rate!r}"
    yield f"LABEL_SMOOTHING = {config.label_smoothing!r}"
    yield f"SEED = {config.seed}"
    if rates:
        yield "# Learning rates that were set while it ran, by the steps behind then."
        yield f"RATE_AFTER = {rates!r}"
    if settings:
        yield "# Other settings of the optimizer from then on."
        yield f"SETTINGS_AFTER = {settings!r}"
    for option, value in data_options(config).items():
        if value is not None and option != "augment":
            yield f"# In its pictures: --{option} {value}"
    for field in fields(config):
        value = getattr(config, field.name)
        usual = None if field.default is MISSING else field.default
        if field.name not in _WRITTEN and value != usual:
            yield f"# Not in this program: {field.name} = {quoted(words_of(str(value)))}"
