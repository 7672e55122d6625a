"""Write the guide to the Network page: its text, with the numbers of today's weights.

``guide_texts/network.*.md`` is the text, ``$name`` in it a number or a sum.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from string import Template
from typing import Final

import numpy as np
from guide_network_unit import LABEL, GuideScene

TEXTS: Final = Path(__file__).parent / "guide_texts"
_IN_A_LINE: Final = 5  # products
_DIGITS: Final = 5
_MINUS: Final = "−"

Write = Callable[[str], str]


def network_guide(scene: GuideScene, language: str) -> str:
    """Return the guide in a language, ``en`` or ``pt-BR``."""
    text = (TEXTS / f"network.{language}.md").read_text(encoding="utf-8")
    facts = dict(_facts(scene))
    if language == "pt-BR":
        facts = {name: _in_portuguese(said) for name, said in facts.items()}
    return Template(text).substitute(facts)


def _in_portuguese(said: str) -> str:
    return said.replace(", ", "; ").replace(".", ",")


def _facts(scene: GuideScene) -> Iterator[tuple[str, str]]:
    unit, pooled, edge = scene.number, scene.pooled, scene.edge
    yield from _places(scene)
    totals = [window.total for window in unit.parts.windows]
    bias, value = _fact(unit.parts.facts["bias"]), unit.value
    rest = [0.0, *totals[1:]]
    yield "value", short(value)
    yield "value4", f"{value:.4g}"
    yield "first", short(totals[0])
    yield "parts", added(totals)
    yield "parts_bias", f"{added([*totals, bias])} ≈ {short(value)}"
    yield "parts_sum", f"{added(totals)} ≈ {short(sum(totals))}"
    yield "bias_sum", f"{added([sum(totals), bias])} ≈ {short(value)}"
    yield "relu", f"max(0, {short(value)}) = {short(value)}"
    map_hw = scene.outputs("c3_relu")[unit.at[0]]
    yield "zeros", str(int((map_hw == 0).sum()))
    yield from _products(scene)
    four = np.ravel(pooled.parts.windows[0].cells_hw)
    yield "pooled", short(pooled.value)
    yield "four", f"max({', '.join(map(short, four))}) = {short(pooled.value)}"
    (window,) = edge.parts.windows
    assert window.products_hw is not None
    rows = np.nansum(window.products_hw, axis=1)
    edge_bias = _fact(edge.parts.facts["bias"])
    yield "rows_sum", f"{added(rows)} ≈ {short(rows.sum())}"
    yield "rows_bias", f"{added([rows.sum(), edge_bias])} ≈ {short(edge.value)}"
    yield from _answers(scene)
    left = value - totals[0]
    yield "left", short(left)
    yield "left4", f"{left:.4g}"
    yield "left_sum", f"{added([value, -totals[0]])} ≈ {short(left)}"
    yield "rest_sum", f"{added([*rest, bias])} ≈ {short(left)}"


def _places(scene: GuideScene) -> Iterator[tuple[str, str]]:
    for name, at in (
        ("", scene.number.at),
        ("pooled_", scene.pooled.at),
        ("edge_", scene.edge.at),
        ("pixel_", (0, *scene.pixel)),
    ):
        for kind, number in zip(("map", "row", "column"), at, strict=True):
            yield name + kind, str(number + 1)


def _products(scene: GuideScene) -> Iterator[tuple[str, str]]:
    """Yield the products of the first window that are not 0, a few in a line."""
    window = scene.number.parts.windows[0]
    assert window.kernel_hw is not None
    pairs = zip(np.ravel(window.cells_hw), np.ravel(window.kernel_hw), strict=True)
    kept = [(float(cell), float(weight)) for cell, weight in pairs if cell > 0]
    lines, sums = [], []
    for start in range(0, len(kept), _IN_A_LINE):
        some = kept[start : start + _IN_A_LINE]
        sums.append(sum(cell * weight for cell, weight in some))
        written = " + ".join(f"{cell:.4g}×{_factor(weight)}" for cell, weight in some)
        lines.append(f"{written} ≈ {signed(sums[-1])}")
    last = f"{added(sums)} ≈ {short(window.total)}"
    yield "products", "\n".join(lines)
    yield "products_sum", last
    yield "no_products", str(window.cells_hw.size - len(kept))
    yield "some_products", str(len(kept))


def _answers(scene: GuideScene) -> Iterator[tuple[str, str]]:
    output = scene.output
    bias = _fact(output.parts.facts["bias"])
    yield "output_sum", f"{added([output.value - bias, bias])} ≈ {short(output.value)}"
    yield "output", short(output.value)
    outputs = scene.outputs("output")
    second = int(np.argsort(outputs)[-2])
    yield "second", str(second)
    yield "second_output", signed(float(outputs[second]))
    yield "sure", percent(scene.answer.percent)
    channel, answer, largest = scene.sobel
    yield "sobel_map", str(channel + 1)
    yield "spared_map", str(scene.spared + 1)
    yield "sobel_answer", str(answer.label)
    yield "sobel_largest", short(largest)
    yield from _percent("sobel", answer.percent)
    without = scene.without_map(scene.number.at[0])
    if without.label != LABEL:
        raise LookupError("without its map the answer is another: tell lesson 13 anew")
    yield "off", percent(without.percent)
    harmless, shift, answer = scene.shift
    yield "harmless", str(harmless)
    yield "shift", str(shift)
    yield "shift_answer", str(answer.label)
    yield from _percent("shift", answer.percent)


def _percent(name: str, share: float) -> Iterator[tuple[str, str]]:
    said = percent(share)
    yield f"{name}_percent", said
    yield f"{name}_left", f"100 {_MINUS} {said} = {percent(100 - float(said))}"


def short(number: float) -> str:
    """Return a number that is not negative as the guide writes it."""
    return f"{float(f'{number:.{_DIGITS}g}'):.{_DIGITS}g}"


def percent(share: float) -> str:
    """Return a share in percent as the guide writes it: never a round 100."""
    return f"{min(share, 99.999):.5g}"


def signed(number: float) -> str:
    """Return a number with its sign."""
    return (_MINUS if number < 0 else "") + short(abs(number))


def added(numbers: Sequence[float]) -> str:
    """Return numbers as a sum."""
    first, *others = map(float, numbers)
    rest = (f" {_MINUS if n < 0 else '+'} {short(abs(n))}" for n in others)
    return signed(first) + "".join(rest)


def _factor(weight: float) -> str:
    written = f"{abs(weight):.4g}"
    return f"({_MINUS}{written})" if weight < 0 else written


def _fact(fact: float | str) -> float:
    assert isinstance(fact, float)
    return fact
