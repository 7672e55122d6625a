"""What the thread behind the Why tool computes: one explanation of one answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from cnnviz.engine.explain.differentiable import Differentiable
from cnnviz.engine.explain.grad_cam import grad_cam
from cnnviz.engine.explain.nearest_pictures import (
    Neighbour,
    PictureIndex,
    features_of,
)
from cnnviz.engine.explain.occlusion import Occlusion, occlude, on_pixels
from cnnviz.engine.explain.saliency import gradient_saliency, ink_wishes
from cnnviz.engine.explain.smallest_change import SmallestChange, smallest_change
from cnnviz.state.workers.inference import ReadyNetwork
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.torch_warm_up import load_native_part

Method = Literal["occlusion", "gradient", "ink", "grad_cam", "nearest", "change"]

METHODS: Final[tuple[Method, ...]] = (
    "occlusion",
    "gradient",
    "ink",
    "grad_cam",
    "nearest",
    "change",
)

NEAREST: Final = 5
"""Pictures of each class."""

_PART: Final = 500
"""Pictures after which it is said how far it is."""

_MOST_PICTURES: Final = 12_000
"""Of the training pictures that are looked at: a second of a processor."""


@dataclass(frozen=True, slots=True, eq=False)
class WhyQuestion:
    """Ask for an explanation.

    Attributes
    ----------
    method
        How to explain.
    network, seen
        Who answered, and to what: uint8, ``H x W`` or in colour ``C x H x W``.
    label, other
        The class answered, and the one it is compared with.
    target
        What a change shall be answered with; ``None``: whatever takes least.
    patch, fill
        Of an occlusion: the patch's side, and its level.
    layer
        Of Grad-CAM: the layer whose maps are taken.
    """

    method: Method
    network: ReadyNetwork
    seen: NDArray[np.uint8]
    label: int
    other: int
    target: int | None = None
    patch: int = 5
    fill: int = 0
    layer: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The training pictures that the network takes to be most alike.

    Attributes
    ----------
    source
        Key of the data set.
    looked_at
        How many of its training pictures were compared.
    images_nhw
        uint8, all that were compared.
    of_answer, of_other
        The nearest of the class answered, and of the other.
    """

    source: str
    looked_at: int
    images_nhw: NDArray[np.uint8]
    of_answer: tuple[Neighbour, ...]
    of_other: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """What came out, for whom.

    Attributes
    ----------
    question
        What was asked.
    pixels_hw
        float32: what is said of each pixel; ``None`` for methods without a map.
    occlusion
        The answers with the patch at every place.
    neighbours, change
        Of the methods of these names. There is no change where none was found, and no
        neighbour where a network has classes of its own: its pictures are not kept.
    """

    question: WhyQuestion
    pixels_hw: NDArray[np.float32] | None = None
    occlusion: Occlusion | None = None
    neighbours: Neighbours | None = None
    change: SmallestChange | None = None


@dataclass(frozen=True, slots=True)
class Comparing:
    """How far the training pictures are compared, before there is an explanation.

    Attributes
    ----------
    done, total
        Pictures; both 0 while they are read.
    """

    done: int = 0
    total: int = 0


class Explainer:
    """Answers questions, in one thread; keeps what it made of a network for the next one.

    Attributes
    ----------
    is_cancelled
        Asked now and then during what takes long.
    """

    is_cancelled: Callable[[], bool]

    def __init__(self) -> None:
        self.is_cancelled = _never
        self._gradients: tuple[ReadyNetwork, Differentiable] | None = None
        self._index: tuple[ReadyNetwork, str, PictureIndex] | None = None

    def answers(self, question: WhyQuestion) -> Iterator[Comparing | Explanation]:
        """Yield how far it is, where that takes long, and at last the explanation.

        Raises
        ------
        CnnvizError
            As `explain`.
        """
        is_known = self._index is not None and self._index[0] is question.network
        if question.method == "nearest" and _has_pictures(question) and not is_known:
            yield from self._compare(question.network)
        yield self.explain(question)

    def explain(self, question: WhyQuestion) -> Explanation:
        """Answer.

        Raises
        ------
        CnnvizError
            ``answer_not_finite``, ``reading_cancelled``, or what reading a data set
            raises.
        """
        match question.method:
            case "occlusion":
                return self._occlusion(question)
            case "nearest":
                return Explanation(question, neighbours=self._neighbours(question))
            case "change":
                return Explanation(question, change=self._change(question))
            case _:
                return Explanation(question, self._slopes(question))

    def _occlusion(self, question: WhyQuestion) -> Explanation:
        done = occlude(
            question.network.tracer,
            question.seen,
            question.patch,
            question.fill,
            self.is_cancelled,
        )
        drops = done.drops(question.label, question.other)
        return Explanation(question, on_pixels(drops, done.size), done)

    def _slopes(self, question: WhyQuestion) -> NDArray[np.float32]:
        network, seen = self._differentiable(question.network), question.seen
        label, other = question.label, question.other
        if question.method == "gradient":
            return gradient_saliency(network, seen, label, other)
        if question.method == "ink":
            return ink_wishes(network, seen, other, label)
        cam = grad_cam(network, seen, question.layer, label, other)
        return cam.pixels_hw

    def _change(self, question: WhyQuestion) -> SmallestChange | None:
        network = self._differentiable(question.network)
        tracer = question.network.tracer
        return smallest_change(network, tracer, question.seen, question.target)

    def _neighbours(self, question: WhyQuestion) -> Neighbours | None:
        if not _has_pictures(question) or self._index is None:
            return None
        _, source, index = self._index
        own_f = features_of(question.network.tracer, question.seen[np.newaxis])[0]
        return Neighbours(
            source,
            len(index.images_nhw),
            index.images_nhw,
            index.nearest(own_f, question.label, NEAREST),
            index.nearest(own_f, question.other, NEAREST),
        )

    def _differentiable(self, network: ReadyNetwork) -> Differentiable:
        if self._gradients is None or self._gradients[0] is not network:
            load_native_part()
            self._gradients = network, Differentiable(network.tracer)
        return self._gradients[1]

    def _compare(self, network: ReadyNetwork) -> Iterator[Comparing]:
        """Compute what the network makes of the training pictures, part by part."""
        yield Comparing()
        source, images_nhw, labels_n = training_pictures(self.is_cancelled)
        parts = []
        for start in range(0, len(images_nhw), _PART):
            yield Comparing(start, len(images_nhw))
            some = images_nhw[start : start + _PART]
            parts.append(features_of(network.tracer, some, self.is_cancelled))
        index = PictureIndex(images_nhw, labels_n, np.concatenate(parts))
        self._index = network, source, index


def training_pictures(
    is_cancelled: Callable[[], bool],
) -> tuple[str, NDArray[np.uint8], NDArray[np.integer]]:
    """Return the key of a data set, and some of its training pictures and labels.

    MNIST where it is on this machine, else the built-in digits.
    """
    from cnnviz.engine.datasets.loading import find_mnist, load_dataset

    source = "builtin" if find_mnist() is None else "mnist"
    train = load_dataset(source, is_cancelled=is_cancelled).train
    every = max(1, len(train) // _MOST_PICTURES)
    return source, train.images_nhw[::every], train.labels_n[::every]


def _has_pictures(question: WhyQuestion) -> bool:
    return question.network.current.network.reads_digits


class ExplainingWorker(LatestWorker[WhyQuestion, Comparing | Explanation]):
    """Explain in this thread, the newest question only."""

    def __init__(self) -> None:
        self._explainer = Explainer()
        super().__init__(self._explainer.explain, "explaining")
        self._explainer.is_cancelled = self.is_superseded

    @override
    def _answers(self, question: WhyQuestion) -> Iterator[Comparing | Explanation]:
        yield from self._explainer.answers(question)


def _never() -> bool:
    return False
