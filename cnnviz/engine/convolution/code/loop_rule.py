"""How the loops of a program make one number of a window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopRule:
    """How the loops of a program make one number of a window.

    Attributes
    ----------
    start
        The line that the number begins with.
    start_value
        What it is then.
    update
        The line that takes in one cell; ``{}`` stands for the cell.
    plane
        The input channel, as an expression.
    finish
        The lines after the last cell.
    word
        What the number is called.
    channels
        How many input channels are taken in.
    kernel
        The kernel's numbers for one of them, where it needs a line of its own.
    first
        The first channel of the group; empty where no name is needed for it.
    weighs
        Whether cells are multiplied with the kernel's numbers.
    counts
        Whether the cells inside the picture are counted.
    border
        What the code calls the rows and columns before the picture: where they are as
        many, and else.
    """

    start: str
    update: str
    plane: str
    finish: tuple[str, ...] = ()
    word: str = "total"
    start_value: float = 0.0
    channels: int = 1
    kernel: str = ""
    first: str = ""
    weighs: bool = False
    counts: bool = False
    border: tuple[str, tuple[str, str]] = ("padding", ("top", "left"))
