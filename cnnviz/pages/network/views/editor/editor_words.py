"""What layers, their figures and the ways out are called in the editor."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.layers import PICTURE, LayerSpec
from cnnviz.pages.network.model.draft_check import CheckedLayer
from cnnviz.pages.network.model.draft_fixes import FIX_TEXTS, Fix
from cnnviz.pages.network.model.layer_field import LayerField
from cnnviz.pages.network.model.network_draft import (
    PICTURE_ID,
    LayerDraft,
    NetworkDraft,
)
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.network_view.layer_text import shape_text
from cnnviz.ui.numbers import fixed, short, whole
from cnnviz.ui.texts import filled, plain


def field_text(text: str) -> str:
    """Return a text of `layer_fields` in the language of the window."""
    return QCoreApplication.translate("LayerFields", text) if text else ""


def kind_name(kind: type[LayerSpec]) -> str:
    """Return what a kind of layer is called in a list to choose from."""
    translate = QCoreApplication.translate
    word = translate("LayerWords", kind.word)
    if kind.key == "scaled_tanh":  # its word is that of the other activations
        word = translate("EditorWords", "scaled tanh")
    return word[:1].upper() + word[1:]


def label_of(draft: NetworkDraft, layer_id: int) -> str:
    """Return what a layer, or the picture, is called."""
    layer = draft.layer(layer_id)
    if layer_id == PICTURE_ID or layer is None:
        return QCoreApplication.translate("EditorWords", "Picture")
    return plain(layer_label(layer.name)) or "…"


def layer_line(one: CheckedLayer) -> str:
    """Return name and operation: ``C1 · convolution 5 × 5``."""
    label = plain(layer_label(one.layer.name)) or "…"
    if one.spec is None:
        return f"{label} · {kind_name(one.layer.spec_type).lower()}"
    title = one.spec.title()
    text = QCoreApplication.translate("LayerWords", title.text)
    return filled(text, label=label, **title.facts)


def reads_line(draft: NetworkDraft, layer: LayerDraft, above: int) -> str:
    """Return what a layer reads, where that is not the one above it alone."""
    return "" if layer.reads == (above,) else reads_text(draft, layer)


def reads_text(draft: NetworkDraft, layer: LayerDraft) -> str:
    """Return the names of what a layer reads."""
    return ", ".join(label_of(draft, read) for read in layer.reads)


def fix_text(fix: Fix) -> str:
    """Return what the button of a way out says."""
    text = QCoreApplication.translate("NetworkFixes", FIX_TEXTS[fix.code])
    value = fix.value
    if isinstance(value, tuple):
        shown = shape_text(tuple(side for side in value if isinstance(side, int)))
    elif isinstance(value, bool) or value is None:
        shown = ""
    elif isinstance(value, float):
        shown = short(value)
    else:
        shown = whole(value) if isinstance(value, int) else _choice(fix, value)
    return text.format(field=field_text(fix.field), value=shown)


def _choice(fix: Fix, value: str) -> str:
    """Return a name as it is written, or what the layer of that name is called."""
    if fix.field or fix.code == "rename":
        return plain(value)
    if value == PICTURE:
        return QCoreApplication.translate("EditorWords", "Picture")
    return plain(layer_label(value))


def choice_names(field: LayerField) -> tuple[str, ...]:
    """Return what the choices of a setting are called."""
    return tuple(map(field_text, field.choice_names))


def bytes_text(count: int) -> str:
    """Write an amount of memory: ``0.3 MB``."""
    if count >= 100_000:
        return f"{fixed(count / 1e6, 1)} MB"
    return f"{fixed(count / 1e3, 1)} kB"


def figures_text(one: CheckedLayer) -> str:
    """Return what a layer that works owns, costs and sees."""
    line = one.summary
    if line is None:
        return ""
    translate = QCoreApplication.translate
    parts = []
    if line.parameters:
        text = translate("EditorWords", "{sum} = {count} {count|parameter|parameters}")
        parts.append(filled(text, sum=line.parameter_sum, count=line.parameters))
    if line.multiply_adds:
        text = translate("EditorWords", "{count} {count|multiply-add|multiply-adds}")
        parts.append(filled(text, count=line.multiply_adds))
    text = translate("EditorWords", "each number sees {size}")
    parts.append(text.format(size=shape_text(line.receptive_field)))
    return " · ".join(parts)


def totals_texts(known: Sequence[CheckedLayer]) -> tuple[str, str]:
    """Return parameters, and multiply-adds with memory, of all layers that work."""
    lines = [one.summary for one in known if one.summary is not None]
    parameters = sum(line.parameters for line in lines)
    not_learned = sum(line.not_learned for line in lines)
    translate = QCoreApplication.translate
    first = filled(
        translate("EditorWords", "{count} {count|parameter|parameters}"),
        count=parameters,
    )
    if not_learned:
        text = translate("EditorWords", "{all} ({count} not learned)")
        first = text.format(all=first, count=whole(not_learned))
    second = filled(
        translate("EditorWords", "{count} {count|multiply-add|multiply-adds}"),
        count=sum(line.multiply_adds for line in lines),
    )
    memory = bytes_text(sum(line.memory for line in lines))
    return first, f"{second} · {memory}"
