"""What a layer is called, on whichever page it is shown."""

from PySide6.QtCore import QCoreApplication


def layer_label(name: str) -> str:
    """Return a layer's name as it stands in figures: ``c1`` is C1.

    Examples
    --------
    >>> layer_label("c1"), layer_label("conv1"), layer_label("output")
    ('C1', 'Conv1', 'Output')
    """
    if name == "output":  # not a name of its own: what it is for
        return QCoreApplication.translate("LayerWords", "Output")
    return name.upper() if len(name) <= 3 else name.capitalize()
