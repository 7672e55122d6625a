"""From which level on a control is shown, and whether a class sees it: said where it is made."""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QObject

Level: TypeAlias = Literal["first", "standard", "everything"]
"""First look (the one idea of the page), what a course needs, all there is."""

LEVELS: Final[tuple[Level, ...]] = ("first", "standard", "everything")
"""The lowest first."""

_PROPERTY: Final = "level"
_CHROME: Final = "chrome"


def set_level(control: QObject, level: Level) -> None:
    """Declare from which level on a widget or action is shown, with all that is in it."""
    control.setProperty(_PROPERTY, level)


def declared_level(control: QObject) -> Level | None:
    """Return what a control itself declares."""
    level: Level | None = control.property(_PROPERTY)
    return level


def level_of(control: QObject) -> Level | None:
    """Return what a control declares, or else the nearest of what it lies in.

    Returns
    -------
    level
        ``None`` where nothing was declared on the way to the window.
    """
    holder: QObject | None = control
    while holder is not None:
        level = declared_level(holder)
        if level is not None:
            return level
        holder = holder.parent()
    return None


def set_chrome(*controls: QObject) -> None:
    """Declare widgets that serve whoever sets things: a presentation hides them."""
    for control in controls:
        control.setProperty(_CHROME, True)


def is_chrome(control: QObject) -> bool:
    """Return whether a presentation hides a widget."""
    return bool(control.property(_CHROME))
