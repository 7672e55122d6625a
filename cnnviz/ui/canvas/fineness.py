"""How many pixels of the screen a widget's own pixel takes, also where it is enlarged."""

from PySide6.QtWidgets import QWidget


def fineness(widget: QWidget) -> float:
    """Return what a kept picture of a widget must be finer than the widget itself.

    That is the screen's own ratio, times what a presentation enlarges the window by.
    """
    ratio = widget.devicePixelRatioF()
    proxy = widget.window().graphicsProxyWidget()
    views = [] if proxy is None else proxy.scene().views()
    return ratio * views[0].transform().m11() if views else ratio


def is_enlarged(widget: QWidget) -> bool:
    """Return whether a presentation shows the widget."""
    return widget.window().graphicsProxyWidget() is not None
