"""How a number comes about, line by line: partial sums, bias, normalization, activation."""

from collections.abc import Collection, Mapping

import numpy as np
from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.layers import LayerSpec, Pool2d
from cnnviz.engine.networks.units import NetworkUnit
from cnnviz.pages.network.model.opened_unit import OpenedPixel, OpenedUnit
from cnnviz.pages.network.model.whole_map import WholeMap
from cnnviz.ui.network_view.columns.block_words import layer_word
from cnnviz.ui.numbers import short, signed, whole, whole_percent
from cnnviz.ui.texts import filled

Facts = Mapping[str, float | str]


def chain_lines(opened: OpenedUnit) -> tuple[str, ...]:
    """Return the lines under the value: what is added up, and what becomes of it."""
    first, *followers = opened.chain
    lines = [*_made(opened, first)]
    for unit in followers:
        lines += _bent(unit)
    return tuple(lines)


def off_lines(
    opened: OpenedUnit, switched_off: Mapping[str, Collection[int]]
) -> tuple[str, ...]:
    """Return what a number would be that is switched off; nothing for others."""
    text = QCoreApplication.translate("ChainWords", "switched off: it would be {value}")
    return tuple(
        text.format(value=short(unit.parts.value))
        for unit in opened.chain
        if unit.at[0] in switched_off.get(unit.layer.name, ())
    )


def pixel_lines(pixel: OpenedPixel) -> tuple[str, ...]:
    """Return how a level of the picture becomes what the network sees."""
    translate = QCoreApplication.translate
    level = translate("ChainWords", "level {level} of 255").format(level=pixel.level)
    share = f"{pixel.level} / 255 = {short(pixel.share)}"
    mean, deviation = signed(-pixel.mean), short(pixel.deviation)
    normal = f"({short(pixel.share)} {mean}) / {deviation} = {short(pixel.value)}"
    is_plain = pixel.mean == 0 and pixel.deviation == 1
    return (level, share) if is_plain else (level, share, normal)


def _made(opened: OpenedUnit, unit: NetworkUnit) -> list[str]:
    """Return how the block's first layer makes the number."""
    facts, windows = unit.parts.facts, unit.parts.windows
    if "coefficient" in facts:
        return _subsampled(facts)
    if "before_activation" in facts:
        return _summed(opened, facts)
    if "count" in facts:
        text = QCoreApplication.translate("ChainWords", "sum {sum} / {count} = {mean}")
        mean = float(facts["sum"]) / float(facts["count"])
        number = whole(int(float(facts["count"])))
        return [text.format(sum=_n(facts["sum"]), count=number, mean=short(mean))]
    if windows and windows[0].chosen is not None:
        count = int((~np.isnan(windows[0].cells_hw)).sum())
        text = QCoreApplication.translate(
            "ChainWords", "the one of {count} that the pooling keeps"
        )
        return [text.format(count=whole(count))]
    if facts:
        return _bent(unit)
    if len(opened.windows) == 1 and not windows:
        text = QCoreApplication.translate(
            "ChainWords", "the same number, in a new position"
        )
        return [text]
    text = QCoreApplication.translate(
        "ChainWords", "{count} {count|part|parts} together: {total}"
    )
    return [filled(text, count=len(opened.windows), total=short(unit.parts.value))]


def _n(value: float | str) -> str:
    return short(float(value))


def _summed(opened: OpenedUnit, facts: Facts) -> list[str]:
    bias, total = float(facts["bias"]), float(facts["before_activation"])
    text = QCoreApplication.translate(
        "ChainWords", "{count} partial {count|sum|sums}: {sum}"
    )
    several, summed = len(opened.windows) > 1, short(total - bias)
    lines = [filled(text, count=len(opened.windows), sum=summed)] * several
    if bias:
        text = QCoreApplication.translate("ChainWords", "with bias {bias}: {total}")
        lines.append(text.format(bias=short(bias), total=short(total)))
    return lines


def _subsampled(facts: Facts) -> list[str]:
    translate = QCoreApplication.translate
    text = translate("ChainWords", "sum of the window: {sum}")
    if "count" in facts:
        text = translate("ChainWords", "mean of the window: {sum} / {count}")
    first = text.format(sum=_n(facts["sum"]), count=_n(facts.get("count", 1)))
    text = translate("ChainWords", "× {coefficient} {bias} = {total}")
    total = _n(facts["before_activation"])
    bias = signed(float(facts["bias"]))
    return [
        first,
        text.format(coefficient=_n(facts["coefficient"]), bias=bias, total=total),
    ]


def _bent(unit: NetworkUnit) -> list[str]:
    """Return what a layer makes of one number."""
    facts, value = unit.parts.facts, short(unit.parts.value)
    given = unit.parts.terms[0].value
    translate = QCoreApplication.translate
    if "normalized" in facts:
        text = translate(
            "ChainWords", "({x} {mean}) / √({variance} + {epsilon}) = {normalized}"
        )
        first = text.format(
            x=short(given),
            mean=signed(-float(facts["mean"])),
            variance=_n(facts["variance"]),
            epsilon=_n(facts["epsilon"]),
            normalized=_n(facts["normalized"]),
        )
        text = translate("ChainWords", "× {scale} {shift} = {value}")
        shift = signed(float(facts["shift"]))
        return [first, text.format(scale=_n(facts["scale"]), shift=shift, value=value)]
    if "divisor" in facts:
        text = translate("ChainWords", "{x} / {divisor} = {value}")
        return [
            text.format(x=_n(facts["input"]), divisor=_n(facts["divisor"]), value=value)
        ]
    if "amplitude" in facts:
        text = translate("ChainWords", "{a} · tanh({s} · {x}) = {value}")
        a, s = _n(facts["amplitude"]), _n(facts["steepness"])
        return [text.format(a=a, s=s, x=short(given), value=value)]
    if "rate" in facts:
        return [translate("ChainWords", "dropout: after training it changes nothing")]
    return [_activated(facts, given, value)]


def _activated(facts: Facts, given: float, value: str) -> str:
    translate = QCoreApplication.translate
    match facts.get("function"):
        case "relu" if given > 0:
            return translate("ChainWords", "ReLU keeps it: it is positive")
        case "relu":
            return translate("ChainWords", "ReLU makes it 0: it is not positive")
        case "leaky_relu" if given < 0:
            text = translate("ChainWords", "leaky ReLU: × {slope} = {value}")
            return text.format(slope=_n(facts["slope"]), value=value)
        case "leaky_relu":
            return translate("ChainWords", "leaky ReLU keeps it: it is positive")
        case "softmax":
            text = translate("ChainWords", "its share of the sum {sum}: {value}")
            return text.format(sum=_n(facts["sum"]), value=value)
        case "none" | None:
            return translate("ChainWords", "no activation: it stays as it is")
        case function:
            return f"{function}({short(given)}) = {value}"


def row_heads(opened: OpenedUnit, source: str) -> tuple[str, str, str]:
    """Return what stands over windows, kernels and results."""
    translate = QCoreApplication.translate
    facts, windows = opened.unit.parts.facts, opened.unit.parts.windows
    window = translate("ChainWords", "Window in {layer}").format(layer=source)
    if facts.get("function") == "softmax":
        power = translate("ChainWords", "e^(x − largest)")
        return (
            translate("ChainWords", "Numbers of {layer}").format(layer=source),
            "",
            power,
        )
    if windows and windows[0].kernel_hw is None:
        is_chosen = windows[0].chosen is not None
        kept = translate("ChainWords", "Kept")
        return window, "", kept if is_chosen else translate("ChainWords", "Sum")
    if windows:
        if len(windows) > 1:  # narrow, and each row says of which map it is
            window = translate("ChainWords", "Window")
        return (
            window,
            translate("ChainWords", "Kernel"),
            translate("ChainWords", "Partial sum"),
        )
    is_map = opened.windows[0].cells_hw.size > 1
    given = (
        translate("ChainWords", "Map of {layer}")
        if is_map
        else translate("ChainWords", "Numbers of {layer}")
    )
    if opened.windows[0].kernel_hw is None:
        return given.format(layer=source), "", "x²" if "squares" in facts else ""
    code = translate("ChainWords", "Weights")
    return given.format(layer=source), code, translate("ChainWords", "Partial sum")


def map_heads(opened: WholeMap) -> tuple[str, str, str]:
    """Return what stands over the maps, kernels and partial maps of a whole map."""
    translate = QCoreApplication.translate
    first = translate("ChainWords", "Input")
    if opened.parts and opened.parts[0].kernel_hw is not None:
        partial = translate("ChainWords", "Partial map")
        return first, translate("ChainWords", "Kernel"), partial
    return first, "", ""


def map_lines(opened: WholeMap) -> tuple[str, ...]:
    """Return how a map that is opened as a whole comes about."""
    translate, lines = QCoreApplication.translate, []
    if opened.parts and opened.parts[0].kernel_hw is not None:
        text = translate("ChainWords", "{count} partial {count|map|maps}, added up")
        if len(opened.parts) > 1:
            lines.append(filled(text, count=len(opened.parts)))
    else:
        lines.append(_done_to_all(opened.block.layers[0]))
    if opened.bias is not None:
        text = translate("ChainWords", "bias {bias} at every position")
        lines.append(text.format(bias=short(opened.bias)))
    lines += [
        translate("ChainWords", "then {layer}").format(layer=layer_word(layer))
        for layer in opened.block.layers[1:]
    ]
    zeros = float((opened.values_hw == 0).mean())
    text = translate("ChainWords", "zeros: {share}")
    lines.append(text.format(share=whole_percent(zeros)))
    return tuple(lines)


def _done_to_all(layer: LayerSpec) -> str:
    """Return what a layer without kernels makes of the numbers of a map."""
    if not isinstance(layer, Pool2d):
        return layer_word(layer)
    meaning = layer.meaning()
    text = QCoreApplication.translate("LayerWords", meaning.text)
    return filled(text, **meaning.facts)
