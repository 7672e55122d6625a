"""What the threads behind the tool Own classes do; torch is loaded by the training only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from cnnviz.engine.datasets.own.collection import (
    MOST_CLASSES,
    Example,
    OwnClasses,
    example_of_ink,
    example_of_picture,
)
from cnnviz.engine.datasets.own.keeping import (
    KeptClasses,
    picture_paths,
    read_example,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as, write_whole
from cnnviz.engine.training.own.sharing import encode_own, examples_of
from cnnviz.pages.draw.presenters.classes.own_state import Learned
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.torch_warm_up import load_native_part
from cnnviz.state.workers.weight_file import opened_network

NETWORK_FILE = "network.safetensors"
"""Beside the collection: what was trained on it last."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a job has found, for the presenter to put in force.

    Attributes
    ----------
    kept
        The collection of before, and what was trained on it.
    opened
        A network of a file, with its classes.
    examples
        Pictures by the class that they are for; ``""`` is the one that was chosen.
    place
        Which class that was.
    refused
        How many pictures could not be read.
    """

    kept: OwnClasses | None = None
    learned: Learned | None = None
    opened: Learned | None = None
    examples: dict[str, list[Example]] = field(default_factory=dict)
    place: int = 0
    refused: int = 0


def load_kept(kept: KeptClasses, folder: Path) -> Found:
    """Return what was kept; a network that is damaged is trained again."""
    classes = kept.load()
    learned = None
    path = folder / NETWORK_FILE
    if path.is_file():
        try:
            learned = opened_own(path)
        except CnnvizError:
            learned = None
    return Found(kept=classes, learned=learned)


def opened_own(path: Path) -> Learned:
    """Return the network of a file, and the examples that it was trained on.

    Raises
    ------
    CnnvizError
        What `opened_network` and `examples_of` raise.
    """
    found = opened_network(path)
    classes = examples_of(path, found.network)
    labels = classes.names
    if labels != found.network.labels:  # names that cannot be seen whole
        found = replace(found, network=replace(found.network, labels=labels))
    return Learned(replace(found, origin="own", file=""), classes)


def prepared(shared: SharedPicture, place: int) -> Found:
    """Return the picture of now as an example.

    Raises
    ------
    CnnvizError
        ``drawing_empty``.
    """
    if shared.ink_hw is not None:
        example = example_of_ink(shared.ink_hw)
    else:
        example = example_of_picture(shared.picture)
    return Found(examples={"": [example]}, place=place)


def read_pictures(paths: Sequence[Path], place: int) -> Found:
    """Return the pictures of files, or of a folder, as examples.

    Those of no class are of one that is called as their folder, where ``place`` is below 0.

    Raises
    ------
    CnnvizError
        ``own_pictures_none``, or why the only one could not be read.
    """
    found: dict[str, list[Example]] = {}
    refused: list[CnnvizError] = []
    for path in paths:
        for called, files in [*picture_paths(path).items()][: MOST_CLASSES + 1]:
            name = called or ("" if place >= 0 else path.name)
            for file in files:
                try:
                    found.setdefault(name, []).append(read_example(file))
                except CnnvizError as error:
                    refused.append(error)
    found = {name: examples for name, examples in found.items() if examples}
    if not found and len(refused) == 1:
        raise refused[0]
    if not found:
        raise CnnvizError("own_pictures_none", file=paths[0].name)
    return Found(examples=found, place=place, refused=len(refused))


def keep_classes(kept: KeptClasses, wanted: OwnClasses) -> Found:
    """Write what has changed."""
    kept.keep(wanted)
    return Found()


def keep_network(folder: Path, learned: Learned) -> Found:
    """Write a network beside the collection."""
    write_own(folder / NETWORK_FILE, learned)
    return Found()


def write_own(path: Path, learned: Learned) -> None:
    """Write a network with its examples, in one file.

    Raises
    ------
    CnnvizError
        ``file_unwritable``.
    """
    network = learned.network
    assert network.weights is not None
    accuracy = network.validation_accuracy
    content = encode_own(network.network, network.weights, learned.classes, accuracy)
    with failing_as("file_unwritable", str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)


def trained(
    wanted: OwnClasses,
    is_cancelled: Callable[[], bool],
    on_progress: Callable[[int, int], object],
) -> Learned:
    """Train a network on a collection.

    Raises
    ------
    Cancelled
        It was given up.
    CnnvizError
        What `train_own_classes` raises.
    """
    begun = perf_counter()
    load_native_part()
    from cnnviz.engine.training.own.training import train_own_classes

    found = train_own_classes(
        wanted, is_cancelled=is_cancelled, on_progress=on_progress, begun=begun
    )
    network = CurrentNetwork(
        found.network, found.weights, "own", found.accuracy, step=found.steps
    )
    learned = 100 * found.steps // found.planned
    return Learned(network, wanted, found.held_out, found.seconds, learned)
