"""Kernels that were copied in other programs, pasted into the table of the kernel tab."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTableView

Lab = Any  # the fixture's; conftest cannot be imported


def rows_of(lab: Lab) -> list[list[float]]:
    rows: list[list[float]] = lab.state.settings.bank.plane(0).tolist()
    return rows


def paste(lab: Lab, text: str, cell: tuple[int, int] = (0, 0)) -> None:
    table = lab.reach(QTableView, "kernel_table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(*cell))
    QGuiApplication.clipboard().setText(text)
    lab.bot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("0\t-1\n-1\t5,5\n", [[0, -1], [-1, 5.5]]),
        ("array([[ 0., -1.],\n       [-1.,  5.]])", [[0, -1], [-1, 5]]),
        (
            "[1 2 1; 2 4 2; 1 2 1] / 16",
            [
                [1 / 16, 2 / 16, 1 / 16],
                [2 / 16, 4 / 16, 2 / 16],
                [1 / 16, 2 / 16, 1 / 16],
            ],
        ),
        ("1/4 1/2 1/4", [[0.25, 0.5, 0.25]]),
    ],
)
def test_that_a_copied_kernel_is_pasted_whole(
    lab: Lab, text: str, rows: list[list[float]]
) -> None:
    paste(lab, text)
    assert rows_of(lab) == rows
    assert lab.undo.count() == 1


def test_that_a_copied_number_is_pasted_into_its_cell(lab: Lab) -> None:
    before = rows_of(lab)
    paste(lab, "7", (1, 2))
    before[1][2] = 7
    assert rows_of(lab) == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,000\t2", "can be 1 or 1000"),
        ("\n".join(["0 " * 16] * 3), "3 × 16"),
        ("[[[1]], [[2]]]", "2 tables"),
    ],
)
def test_that_what_is_no_kernel_says_why_below_the_table(
    lab: Lab, text: str, words: str
) -> None:
    before = rows_of(lab)
    paste(lab, text)
    assert rows_of(lab) == before
    assert words in lab.reach(QLabel, "kernel_note").text()
