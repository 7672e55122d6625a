"""What could be changed when settings cannot be, each fix tried on the operation itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cnnviz.pages.convolution.model.fields import FIELDS, Change, Field, Fields, Value
from cnnviz.pages.convolution.model.lab_operation import error_code
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    with_bank,
    with_kernel_size,
)
from cnnviz.pages.convolution.model.limits import closest
from cnnviz.state.lab_input import LabInput

MOST_FIXES: Final = 2
_MOST_CHANGES: Final = 8

# Where a field that only helps is changed before the one that the error is about.
_FIRST: Final = {
    "kernel_larger_than_padded_input": ("dilation", "padding"),
    "padding_beyond_reflection": ("padding_mode",),
    "padding_beyond_circle": ("padding_mode",),
    "kernel_longer_than_signal": ("signal_padding",),
}


@dataclass(frozen=True, slots=True)
class Fix:
    """A way from settings that cannot be to possible ones.

    Attributes
    ----------
    changes
        What is to be set, the first at the invalid field or one that it depends on;
        more than one where several things are impossible at the same time.
    settings
        The settings then; they are possible.
    """

    changes: tuple[Change, ...]
    settings: LabSettings


def fields_of(code: str, settings: LabSettings, fields: Fields) -> list[Field]:
    """Return the fields that an error depends on, those that it is about first."""
    own = [field for field in fields.values() if settings.operation in field.operations]
    about = [field for field in own if code in field.codes]
    return about + [field for field in own if code in field.helps]


def suggest_fixes(
    code: str,
    settings: LabSettings,
    good: LabSettings | None,
    given: LabInput,
    fields: Fields = FIELDS,
) -> tuple[Fix, ...]:
    """Return at most two fixes, those that change least; each leads to what can be.

    Parameters
    ----------
    code
        Of the error that the settings led to.
    settings, given
        What was asked for, and on which picture.
    good
        The last settings of this operation that were possible.
    fields
        The settings that there are.
    """
    search = _Search(good, given, fields)
    found: list[Fix] = []
    for change in search.changes(code, settings):
        fix = search.carried_on(change, settings)
        if fix is None or any(fix.settings == one.settings for one in found):
            continue
        if change.field == "reset" and found:
            continue
        found.append(fix)
        if sum(len(fix.changes) == 1 for fix in found) == MOST_FIXES:
            break  # none changes less
    found.sort(key=lambda fix: len(fix.changes))
    return tuple(found[:MOST_FIXES])


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    good: LabSettings | None
    given: LabInput
    fields: Fields

    def changes(self, code: str, settings: LabSettings) -> Iterator[Change]:
        """Yield what could be changed, the nearest first; not all of it need help."""
        first = _FIRST.get(code, ())
        found = fields_of(code, settings, self.fields)
        found.sort(key=lambda field: field.kind == "flag")
        for field in sorted(found, key=lambda field: field.key not in first):
            yield from self._nearest(code, field, settings)
        for field in found:
            if self.good is not None and code in field.codes:
                yield Change(field.key, field.get(self.good))
            if field.found is not None:
                offered = field.found(settings, self.given)
                yield from (Change(field.key, value) for value in offered)
            for value in (*field.suggested, *field.choices):
                yield Change(field.key, value)
        yield Change("reset")

    def _nearest(
        self, code: str, field: Field, settings: LabSettings
    ) -> Iterator[Change]:
        """Yield the value nearest to that of now with which the error is gone."""
        numbers = field.numbers(settings, self.given)
        if numbers:
            nearest = self._nearest_numbers(code, field, settings, numbers)
            if nearest is not None:
                is_one = field.kind == "whole"
                yield Change(field.key, nearest[0] if is_one else nearest)
            return
        names = (*field.suggested, *field.choices)
        values: tuple[Value, ...] = (True,) if field.kind == "flag" else names
        for value in values:
            if error_code(field.set(settings, value), self.given) != code:
                yield Change(field.key, value)
                return

    def _nearest_numbers(
        self,
        code: str,
        field: Field,
        settings: LabSettings,
        numbers: tuple[int, ...],
    ) -> tuple[int, ...] | None:
        """Return the numbers that differ least from those of now and help.

        All are set alike first: where several directions are in the way, none helps
        alone.
        """
        least, most = field.range
        places = tuple(range(len(numbers)))

        def left(values: tuple[int, ...], *others: str) -> str:
            """Return this error, or one of others, if these values still lead to it."""
            taken = field.with_numbers(settings, values)
            if field.kind == "whole" and field.get(taken) != values[0]:
                return code
            found = error_code(taken, self.given)
            return found if found in (code, *others) else ""

        def fitting(values: tuple[int, ...], at: tuple[int, ...]) -> int | None:
            """Return the closest value that fits in some places, if any does."""

            def code_at(value: int) -> str:
                """Return what is left with one value in these places."""
                return left(_moved(values, at, value), *field.answers_for)

            start = numbers[at[0]]
            grown = closest(code_at, start, start, most) if field.grows else None
            return closest(code_at, start, least, most) if grown is None else grown

        clamped = tuple(min(max(number, least), most) for number in numbers)
        if clamped != numbers and not left(clamped):
            return clamped
        alike = fitting(numbers, places)
        if alike is None:
            for place in places:
                if (alone := fitting(numbers, (place,))) is not None:
                    return _moved(numbers, (place,), alone)
            return None
        values = (alike,) * len(numbers)
        for place in reversed(places):
            if (own := fitting(values, (place,))) is not None:
                values = _moved(values, (place,), own)
        return values

    def carried_on(self, change: Change, settings: LabSettings) -> Fix | None:
        """Make a change, and those needed after it; ``None`` if none leads out."""
        changes = [change]
        fixed = changed(settings, change, self.fields)
        if fixed == settings:
            return None
        while code := error_code(fixed, self.given):
            # A field that was set already is not set again, or two could take turns.
            done = {change.field for change in changes}
            following = next(
                (
                    found
                    for found in self.changes(code, fixed)
                    if found.field not in done
                    and changed(fixed, found, self.fields) != fixed
                ),
                None,
            )
            if following is None or len(changes) == _MOST_CHANGES:
                return None
            changes.append(following)
            fixed = changed(fixed, following, self.fields)
        return Fix(tuple(changes), fixed)


def changed(
    settings: LabSettings, change: Change, fields: Fields = FIELDS
) -> LabSettings:
    """Return the settings with one change made.

    Examples
    --------
    >>> from cnnviz.pages.convolution.model.lab_settings import initial_settings
    >>> changed(initial_settings(), Change("stride", (2, 2))).stride
    (2, 2)
    """
    if change.field == "reset":
        return _reset(settings, fields)
    return fields[change.field].set(settings, change.value)


def _reset(settings: LabSettings, fields: Fields) -> LabSettings:
    """Return settings that are possible on every picture."""
    for field in fields.values():
        if field.safe is not None and settings.operation in field.operations:
            settings = field.set(settings, field.safe)
    return with_kernel_size(with_bank(settings, settings.bank), settings.bank.size)


def _moved(
    numbers: tuple[int, ...], places: tuple[int, ...], value: int
) -> tuple[int, ...]:
    """Return numbers of which those at some places are another."""
    return tuple(value if at in places else old for at, old in enumerate(numbers))
