"""How far the slider of a setting goes in a layer, beside all its other settings."""

from dataclasses import replace

import numpy as np

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.network.model.draft_check import CheckedLayer
from cnnviz.pages.network.model.layer_field import LayerField, SliderRange
from cnnviz.pages.network.model.network_draft import Value


def slider_reach(one: CheckedLayer, field: LayerField) -> SliderRange | None:
    """Return the range of a setting's slider; ``None`` where the setting has none.

    Where only what is possible counts, the layer itself is asked, number by number. Where
    no number helps, or what it reads is not known, the range stays as the table has it.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.pages.network.model.draft_check import checked
    >>> from cnnviz.pages.network.model.layer_fields import fields_of
    >>> from cnnviz.pages.network.model.network_draft import draft_of
    >>> c5 = checked(draft_of(network("lenet5")))[6]  # it reads 16 maps of 5 × 5
    >>> [slider_reach(c5, field).most for field in fields_of(c5.layer)[:3]]
    [256, 5.0, 8.0]
    """
    slider = field.slider
    if slider is None or not slider.only_possible or not one.inputs or one.waits_for:
        return slider
    count = round((slider.most - slider.least) / slider.step)
    numbers = np.linspace(slider.least, slider.most, count + 1).tolist()
    possible = [number for number in numbers if _fits(one, field, number)]
    if not possible:
        return slider
    return replace(slider, least=possible[0], most=possible[-1])


def _fits(one: CheckedLayer, field: LayerField, number: float) -> bool:
    layer = one.layer.with_value(field.name, _value(field, number))
    names = tuple(f"input{place}" for place in range(len(one.inputs)))
    try:
        layer.spec(names).output_shape(one.inputs)
    except CnnvizError:
        return False
    return True


def _value(field: LayerField, number: float) -> Value:
    """Return what a setting holds at a number; both sides of a pair are the same."""
    if field.kind in ("pair", "padding"):
        return int(number), int(number)
    return int(number) if field.kind == "whole" else number
