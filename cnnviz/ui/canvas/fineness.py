"""How many pixels of the screen a widget's own pixel takes, also where it is enlarged."""

from PySide6.QtWidgets import QWidget


def fineness(widget: QWidget) -> float:
    """Return what a kept picture of a widget must be finer than the widget itself.

    That is the screen's own ratio, times what a presentation enlarges the window by.
    """
    return widget.devicePixelRatioF() * enlargement(widget)


def enlargement(widget: QWidget) -> float:
    """Return by how much a presentation enlarges a widget; 1 where none shows it."""
    proxy = widget.window().graphicsProxyWidget()
    scene = None if proxy is None else proxy.scene()  # none while it is put in
    views = [] if scene is None else scene.views()
    return views[0].transform().m11() if views else 1.0


def is_enlarged(widget: QWidget) -> bool:
    """Return whether a presentation shows the widget."""
    return widget.window().graphicsProxyWidget() is not None
