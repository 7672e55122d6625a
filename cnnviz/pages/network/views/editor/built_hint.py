"""The sentence of the page while it shows only a part of what is being built."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.network.model.draft_check import CheckedLayer
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.numbers import whole
from cnnviz.ui.texts import plain


def built_hint(state: NetworkState, checked: Sequence[CheckedLayer]) -> str:
    """Return which layer keeps others from being shown; nothing where all are."""
    if state.answering.origin != "built" or state.place is not None:
        return ""
    broken = next((one for one in checked if one.error and not one.summary), None)
    works = sum(one.summary is not None for one in checked)
    if broken is None:
        return ""
    translate = QCoreApplication.translate
    if works:
        text = translate(
            "BuiltHint",
            "{layer} cannot work yet: shown are the {works} of {all} layers that do.",
        )
    else:
        text = translate(
            "BuiltHint",
            "{layer} cannot work yet, and so no layer does: shown is what worked last.",
        )
    label = plain(layer_label(broken.layer.name)) or "…"
    return text.format(layer=label, works=whole(works), all=whole(len(checked)))
