"""What came out of a race, in words of any language."""

from collections.abc import Callable, Mapping
from typing import Final

from cnnviz.engine.messages.races import ENTRANTS, FINDINGS, VERDICTS
from cnnviz.engine.training.races.outcome import Finding, Outcome

Say = Callable[[str], str]
"""Returns an English text of ``cnnviz.engine.messages.races`` in another language."""

_COUNTS: Final = ("few", "many")


def _english(text: str) -> str:
    return text


def _share(share: float) -> str:
    return f"{share:.1%}"


def _count(count: int) -> str:
    return f"{count:,}"


def outcome_words(
    race: str,
    outcome: Outcome,
    *,
    say: Say = _english,
    share: Callable[[float], str] = _share,
    count: Callable[[int], str] = _count,
) -> str:
    """Return a sentence for each finding, and what all of them mean for the claim.

    Parameters
    ----------
    race
        The key of the race.
    outcome
        What came out.
    say, share, count
        How texts, shares of 1 and counts are written.
    """

    def sentence(finding: Finding) -> str:
        facts = {
            name: count(int(fact)) if name in _COUNTS else share(fact)
            for name, fact in finding.facts.items()
        }
        names: Mapping[str, str] = {
            role: say(ENTRANTS[race][key])
            for role, key in (("better", finding.better), ("worse", finding.worse))
        }
        ranking = "; ".join(
            f"{say(ENTRANTS[race][key])}, {share(value)}"
            for key, value in finding.ranking
        )
        return say(FINDINGS[finding.code]).format(**facts, **names, ranking=ranking)

    verdict = say(VERDICTS[outcome.verdict])
    return " ".join([*map(sentence, outcome.findings), verdict])
