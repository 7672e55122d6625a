"""The grid of a kernel's weights in the inspector."""

from typing import Any

from PySide6.QtWidgets import QTableView


def test_that_the_weights_of_a_large_kernel_are_readable(lab: Any) -> None:
    lab.walk.commands.set("kernel_size", (15, 15))
    table = lab.find(QTableView, "kernel_table")

    assert table.columnWidth(0) == table.columnWidth(14) == 46
    assert table.rowHeight(14) == 28
