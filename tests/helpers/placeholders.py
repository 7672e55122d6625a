"""The facts that a text asks for."""

from string import Formatter

from cnnviz.engine.messages.fill import COUNTED


def placeholders(text: str) -> frozenset[str]:
    """Return the names of the facts that a text shows or counts by."""
    shown = Formatter().parse(COUNTED.sub("", text))
    counted = (name for name, _ in COUNTED.findall(text))
    return frozenset(name for _, name, _, _ in shown if name).union(counted)
