"""What a setting of the lab is: described once, in a table, and read by everybody.

Widgets, ends of sliders, validation, fixes, undo labels and the lab file ask a `Field`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Literal, TypeAlias, TypeVar, cast

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.convolution.spec import Pair, Sides
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.lab_settings import LabSettings, OperationKind
from cnnviz.state.lab_input import LabInput
from cnnviz.state.level import Level

Value: TypeAlias = Pair | Sides | tuple[float, ...] | float | str | None
Kind = Literal["pair", "padding", "whole", "number", "choice", "flag", "row"]
Tab = Literal["window", "signal", ""]

CONTEXT = "Fields"
"""Translation context of every text of a field."""

R = TypeVar("R")


def _always(_settings: LabSettings) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Field:
    """One setting of the lab.

    Attributes
    ----------
    key
        Its name in the code, and the object name of its widget.
    kind
        What its value is, and so which widget shows it and how a file says it.
    path
        Where settings and lab file keep it, dots between the parts, if not under its
        key; see `place`.
    operations
        Which operations have it; `for_operations` says so of several fields.
    tab
        Which tab of the inspector has a row for it; empty where a widget of its own
        shows it.
    level
        From which level on it is shown.
    safe
        With what the operation is possible on every picture, if the others are safe too;
        ``None`` where any value is.
    range
        The least and the largest number that an operation may take; the largest number
        of values of a row.
    typed
        What may be typed: impossible numbers too, so that the reason can be said.
    slider_end
        How far a slider goes where more would be possible: beyond, a hand finds no
        number. 0: there is no slider.
    choices
        The names to choose from.
    codes, helps
        The errors that are this field's own, and those that a change of it may mend.
    suggested, found
        Values to offer when the one of now is impossible; found from the others.
    since
        The first version of the lab file that has it.
    grows
        Whether more is offered rather than less: what is taken away is lost.
    is_optional
        Whether the value may be ``None``.
    getter, setter
        How to read and change it, where that is more than one attribute.
    shown
        What stands in its widget on a picture, where that is not the value: a padding
        has a name, and comes to a number of rows.
    applies, is_free
        Whether it has a meaning, and whether it can be changed, beside the others.
    label, meaning, undo, fix
        English texts of the context `CONTEXT`: label, tooltip, undo label, and what a
        button says that sets it (``{label}``, ``{value}``).
    names
        What its parts are called; the last is that of its slider, or of all of it.
    choice_names, choice_tips
        Name of each choice; its tooltip, where they have any.
    notes
        What is said under a flag that is off, and that is on.
    """

    key: str
    kind: Kind
    path: str = ""
    operations: tuple[OperationKind, ...] = ()
    tab: Tab = "window"
    level: Level = "standard"
    safe: Value = None
    range: tuple[int, int] = (0, 0)
    typed: tuple[int, int] = (0, 0)
    slider_end: int = 0
    choices: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    suggested: tuple[Value, ...] = ()
    found: Callable[[LabSettings, LabInput], tuple[Value, ...]] | None = None
    since: int = 1
    grows: bool = False
    is_optional: bool = False
    getter: Callable[[LabSettings], Value] | None = None
    setter: Callable[[LabSettings, Any], LabSettings] | None = None
    shown: Callable[[LabSettings, LabInput | None], Value] | None = None
    applies: Callable[[LabSettings], bool] = _always
    is_free: Callable[[LabSettings], bool] = _always
    label: str = ""
    meaning: str = ""
    undo: str = ""
    fix: str = QT_TRANSLATE_NOOP("Fields", "{label} {value}")
    names: tuple[str, ...] = ()
    choice_names: tuple[str, ...] = ()
    choice_tips: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it is kept; empty for what follows from others, as how many kernels."""
        return "" if self.getter is not None else self.path or self.key

    def get(self, settings: LabSettings) -> Value:
        """Return what was asked for."""
        if self.getter is not None:
            return self.getter(settings)
        value: Value = attrgetter(self.place)(settings)
        return value

    def set(self, settings: LabSettings, value: Value) -> LabSettings:
        """Return the settings with another value, possible or not.

        Examples
        --------
        >>> from cnnviz.pages.convolution.model.fields import FIELDS
        >>> from cnnviz.pages.convolution.model.lab_settings import initial_settings
        >>> FIELDS["pool_size"].set(initial_settings(), (3, 3)).pooling.size
        (3, 3)
        """
        if self.setter is not None:
            return self.setter(settings, value)
        return self.put(settings, value)

    def put(self, settings: LabSettings, value: Value) -> LabSettings:
        """Return the settings with a value at its place, and nothing that goes with it."""
        return _put(settings, self.place.split("."), value)

    def shown_on(self, settings: LabSettings, given: LabInput | None) -> Value:
        """Return what its widget shows on a picture."""
        if self.shown is None:
            return self.get(settings)
        return self.shown(settings, given)

    def numbers(self, settings: LabSettings, given: LabInput) -> tuple[int, ...]:
        """Return the whole numbers that can be moved; none where it holds no numbers."""
        if self.kind == "whole":
            return (cast("int", self.get(settings)),)
        if self.kind not in ("pair", "padding"):
            return ()
        asked = self.get(settings)
        if isinstance(asked, tuple):
            return cast("Pair | Sides", asked)
        shown = cast("Pair | Sides", self.shown_on(settings, given))
        if len(shown) == 2:
            return shown
        return max(shown[:2]), max(shown[2:])

    def with_numbers(
        self, settings: LabSettings, numbers: tuple[int, ...]
    ) -> LabSettings:
        """Return the settings with other whole numbers."""
        value: Value = numbers[0] if self.kind == "whole" else numbers
        return self.set(settings, value)

    def belongs_to(self, settings: LabSettings) -> bool:
        """Whether the operation of the settings has it, and it has a meaning there."""
        return settings.operation in self.operations and self.applies(settings)

    @property
    def answers_for(self) -> tuple[str, ...]:
        """The errors that depend on this field."""
        return self.codes + self.helps


Fields: TypeAlias = Mapping[str, Field]
"""A table of fields by their keys, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field set to a value; the field ``reset`` is a whole operation's geometry."""

    field: str
    value: Value = None


def translated(text: str) -> str:
    """Return a text of a field in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


def for_operations(
    operations: tuple[OperationKind, ...], *fields: Field
) -> tuple[Field, ...]:
    """Return fields as those of some operations."""
    return tuple(replace(field, operations=operations) for field in fields)


def table(*fields: Field) -> Fields:
    """Return fields by their keys, in order."""
    assert all(field.operations for field in fields), "see for_operations"
    return {field.key: field for field in fields}


def _put(record: R, path: list[str], value: Value) -> R:
    name, *rest = path
    inner: object = _put(getattr(record, name), rest, value) if rest else value
    return replace(record, **{name: inner})  # type: ignore[type-var]
