"""Pictures as undo steps know them: kept whole, or told by the cells that were typed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cnnviz.state.lab_input import InputQuestion, lab_input
from cnnviz.state.picture.number_pictures import (
    Cell,
    CellEdit,
    PictureKind,
    cut_out,
    in_kind_after,
    kind_of,
    with_edits,
)
from cnnviz.state.picture.shared_picture import SharedPicture

if TYPE_CHECKING:
    from cnnviz.state.workers.picture_shelf import Shelved


class Kept:
    """A picture that came as a whole, at hand or (far down the undo steps) on the disk.

    Attributes
    ----------
    shared
        The picture; ``None`` while it is on the disk only.
    shelved
        Where it lies on the disk, once it has been put there.
    kind, size_hw, byte_count, is_empty_pad
        What stays known of it; the last is whether it is a drawing without ink.
    family
        Shared by all versions that differ from this one by single cells.
    """

    __slots__ = (
        "__weakref__",
        "byte_count",
        "family",
        "is_empty_pad",
        "kind",
        "shared",
        "shelved",
        "size_hw",
    )

    def __init__(self, shared: SharedPicture) -> None:
        self.shared: SharedPicture | None = shared
        self.shelved: Shelved | None = None
        self.kind = kind_of(shared)
        self.size_hw = shared.picture.size_hw
        self.byte_count = sum(
            array.nbytes
            for array in (shared.picture.pixels_chw, shared.ink_hw, shared.numbers_chw)
            if array is not None
        )
        self.is_empty_pad = shared.ink_hw is not None and not shared.ink_hw.any()
        self.family = object()

    @property
    def root(self) -> "Kept":
        """The picture that came as a whole: this one."""
        return self


@dataclass(frozen=True, slots=True, eq=False)
class Typed:
    """A picture told by another one and a number that was typed into it.

    Attributes
    ----------
    before, edit
        The other one, and what was typed.
    was
        The number that stood there.
    kind
        What is known of it before it has been made.
    family
        As of ``before``, unless the edit made another kind of picture of all of it.
    root
        The picture into which the first number was typed.
    """

    before: "Version"
    edit: CellEdit
    was: float
    kind: PictureKind
    family: object
    root: Kept

    @property
    def changes_kind(self) -> bool:
        """Whether the edit changed more than its cell."""
        return self.family is not self.before.family


Version = Kept | Typed


def typed(before: Version, edit: CellEdit, was: float) -> Typed:
    """Return the version that an edit makes of another one."""
    kind = before.kind.after(edit)
    family = before.family if kind == before.kind else object()
    return Typed(before, edit, was, kind, family, before.root)


def edits_of(version: Version) -> list[CellEdit]:
    """Return all that was typed, in order, since the picture came as a whole."""
    edits = [step.edit for step in _back(version)]
    edits.reverse()
    return edits


def number_in(version: Version, edit: CellEdit) -> float | None:
    """Return the number that stands where one is typed, as it is worked on.

    ``None`` while the picture lies on the disk, or has no such cell. All other cells
    are left alone, so it takes no time in a large picture.
    """
    shared = version.root.shared
    channel, row, column = edit.cell
    height, width = version.root.size_hw
    if shared is None or row >= height or column >= width:
        return None
    here = [
        step
        for step in _back(version)
        if step.changes_kind or step.edit.cell[1:] == (row, column)
    ]
    cell = cut_out(shared, row, column)
    for step in reversed(here):
        if step.edit.cell[1:] == (row, column):
            own = replace(step.edit, cell=(step.edit.cell[0], 0, 0))
            cell = with_edits(cell, (own,))
        else:
            cell = in_kind_after(cell, step.edit)
    given = lab_input(InputQuestion(cell, edit.colour, edit.value_range))
    if channel >= given.channels:
        return None
    return float(given.values_chw[channel, 0, 0])


def cells_between(shown: Version, wanted: Version) -> dict[Cell, float] | None:
    """Return the cells that turn one version into another, and their numbers.

    ``None`` when more than cells differ.
    """
    if shown.family is not wanted.family:
        return None
    if isinstance(wanted, Typed) and wanted.before is shown:
        return {wanted.edit.cell: wanted.edit.value}
    if isinstance(shown, Typed) and shown.before is wanted:
        return {shown.edit.cell: shown.was}
    cells: dict[Cell, float] = {}
    for step in _back_in_family(shown):
        cells[step.edit.cell] = step.was  # the oldest one is what stays
    newest: dict[Cell, float] = {}
    for step in _back_in_family(wanted):
        newest.setdefault(step.edit.cell, step.edit.value)
    return cells | newest


def _back(version: Version) -> Iterator[Typed]:
    """Yield what was typed, the newest first."""
    while isinstance(version, Typed):
        yield version
        version = version.before


def _back_in_family(version: Version) -> Iterator[Typed]:
    """Yield what was typed since the picture became what it is, the newest first."""
    for step in _back(version):
        if step.changes_kind:
            return
        yield step
