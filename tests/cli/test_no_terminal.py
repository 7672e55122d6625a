"""Programs that Windows starts without a terminal still say why they end."""

import sys

import pytest

from cnnviz.cli.console import stderr


@pytest.mark.parametrize("has_stderr", [True, False])
def test_that_a_refusal_without_a_standard_error_is_shown_in_a_box(
    has_stderr: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(stderr, "show_message", shown.append)
    monkeypatch.setattr(sys, "__stderr__", sys.stderr if has_stderr else None)
    stderr.print_error("no display:\nthe screen is off")
    assert shown == ([] if has_stderr else ["no display: the screen is off"])
