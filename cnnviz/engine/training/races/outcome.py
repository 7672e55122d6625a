"""What came out of a race, computed from its results and set beside what is claimed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import parameter_count
from cnnviz.engine.training.events import EpochDone
from cnnviz.engine.training.races.catalogue import Aspect, Expectation, Race

Verdict = Literal["holds", "partly", "fails"]

_SURE: Final = 2.0
"""Standard errors by which two accuracies must differ not to be taken for chance."""

_MUCH: Final = 0.02
"""A difference of accuracies that is great, whatever can be told apart."""

_LEAST_SHARE: Final = 0.1
"""Of time: a smaller difference is that of a machine that does other things, too."""

_RISE: Final = 0.05
"""Of a held-out loss above its best, for over-fitting to be spoken of."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to.

    Attributes
    ----------
    key
        Of its entrant.
    network
        What learned.
    epochs
        All that are over, at least one.
    pictures
        How many it was measured on.
    """

    key: str
    network: Network
    epochs: Sequence[EpochDone]
    pictures: int

    @property
    def seconds(self) -> float:
        """For learning, the turns of the others and all measuring left out."""
        return sum(epoch.seconds for epoch in self.epochs)

    @property
    def quickest_epoch(self) -> float:
        """Seconds of learning in the epoch in which the machine had least else to do."""
        return min(epoch.seconds for epoch in self.epochs)

    @property
    def parameters(self) -> int:
        """How many numbers are learned."""
        return parameter_count(self.network)

    @property
    def rise(self) -> float:
        """How far the held-out loss is above its best at the end, as a share of that."""
        losses = [epoch.validation_loss for epoch in self.epochs]
        return losses[-1] / min(losses) - 1 if min(losses) > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that came out.

    Attributes
    ----------
    code
        Of its sentence in ``cnnviz.engine.messages.races``.
    better, worse
        Keys of entrants, the first the better one.
    facts
        Numbers that the sentence tells: shares of 1 and counts.
    agrees
        Whether it is what is claimed.
    ranking
        The key of each entrant and its share of 1, the best first, where all are told.
    """

    code: str
    better: str
    worse: str
    facts: Mapping[str, float]
    agrees: bool
    ranking: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that came out, and what that means for the claim."""

    findings: tuple[Finding, ...]
    verdict: Verdict


def outcome(race: Race, results: Sequence[Result]) -> Outcome | None:
    """Return what came out; ``None`` where not all have finished as many epochs."""
    counts = {len(one.epochs) for one in results}
    if len(results) < len(race.entrants) or len(counts) != 1 or 0 in counts:
        return None
    findings = tuple(
        _LOOKS[aspect](results, expected) for aspect, expected in race.claims.items()
    )
    agreeing = sum(finding.agrees for finding in findings)
    verdict: Verdict = "partly" if agreeing else "fails"
    return Outcome(findings, "holds" if agreeing == len(findings) else verdict)


def _accuracy(results: Sequence[Result], expected: Expectation) -> Finding:
    return _compared("accuracy", results, expected, -1)


def _beginning(results: Sequence[Result], expected: Expectation) -> Finding:
    return _compared("beginning", results, expected, 0)


def _compared(
    code: str, results: Sequence[Result], expected: Expectation, epoch: int
) -> Finding:
    """Compare accuracies; what chance alone could make differ counts as the same."""

    def share(one: Result) -> float:
        return one.epochs[epoch].validation_accuracy

    ranked = sorted(results, key=share, reverse=True)
    best, worst = ranked[0], ranked[-1]
    if expected == "first_best" and best is results[0]:
        worst = ranked[1]  # even the nearest must be worse
    gap = share(best) - share(worst)
    variance = sum(
        share(one) * (1 - share(one)) / one.pictures for one in (best, worst)
    )
    limit = _SURE * sqrt(variance)
    facts = {"limit": limit, "best": share(best), "worst": share(worst)}
    is_sure = gap > limit
    if expected == "all_alike":
        agrees = not is_sure or gap <= _MUCH
    else:
        agrees = is_sure and best is results[0]
    suffix = "" if is_sure else "_same"
    ranking = tuple((one.key, share(one)) for one in ranked)
    return Finding(f"{code}{suffix}", best.key, worst.key, facts, agrees, ranking)


def _seconds(results: Sequence[Result], expected: Expectation) -> Finding:
    ranked = sorted(results, key=lambda one: one.quickest_epoch)
    quick, slow = ranked[0], ranked[-1]
    slowest = slow.quickest_epoch
    saved = 1 - quick.quickest_epoch / slowest if slowest else 0.0
    if saved <= _LEAST_SHARE:
        is_alike = expected == "all_alike"
        return Finding("seconds_same", quick.key, slow.key, {}, is_alike)
    agrees = expected == "first_best" and quick is results[0]
    return Finding("seconds", quick.key, slow.key, {"saved": saved}, agrees)


def _parameters(results: Sequence[Result], expected: Expectation) -> Finding:
    ranked = sorted(results, key=lambda one: one.parameters)
    few, many = ranked[0], ranked[-1]
    facts = {"few": few.parameters, "many": many.parameters}
    agrees = (few is results[0]) == (expected == "first_best")
    return Finding("parameters", few.key, many.key, facts, agrees)


def _over_fitting(results: Sequence[Result], expected: Expectation) -> Finding:
    ranked = sorted(results, key=lambda one: one.rise)
    least, most = ranked[0], ranked[-1]
    facts = {"least": least.rise, "most": most.rise}
    if most.rise - least.rise <= _RISE:
        is_alike = expected == "all_alike"
        return Finding("over_fitting_same", least.key, most.key, facts, is_alike)
    agrees = expected == "first_best" and least is results[0]
    if expected == "last_worst":
        agrees = most is results[-1] and most.rise - ranked[-2].rise > _RISE
    ranking = tuple((one.key, one.rise) for one in ranked)
    return Finding("over_fitting", least.key, most.key, facts, agrees, ranking)


_LOOKS: Final[Mapping[Aspect, Callable[[Sequence[Result], Expectation], Finding]]] = {
    "accuracy": _accuracy,
    "beginning": _beginning,
    "seconds": _seconds,
    "parameters": _parameters,
    "over_fitting": _over_fitting,
}
