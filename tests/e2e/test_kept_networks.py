"""A network is built on the Network page, the program ends, and is started again."""

import pytest

from tests.helpers.started_program import start

TELL = """
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPushButton, QSpinBox
    CONTROL = Qt.KeyboardModifier.ControlModifier
    def named():
        return session.window.page.findChild(QPushButton, 'network_button').text()
    def told():
        editor = session.looking.built.editor
        current = session.looking.choices.current.state
        weights = {} if current.weights is None else current.weights
        print(json.dumps({
            'named': named(),
            'origin': current.origin,
            'layers': len(current.network.layers),
            'asked': [editor.draft.layer(4).value(key) for key in ('channels', 'kernel')],
            'sum': round(sum(float(abs(one).sum()) for one in weights.values()), 2),
            'said': session.window.message_bar.text,
        }), flush=True)
    def quit():
        QTest.keyClick(session.window, Qt.Key.Key_Q, CONTROL)
    def answers():
        return session.network.store.state.answer is not None
"""

BUILD = (
    TELL
    + """
    def begin():
        session.window.show_page('network')
        when(answers, build)
    def build():
        QTest.keyClick(session.window, Qt.Key.Key_N)
        session.looking.built.editor.choose(4)
        field = session.window.page.findChildren(QSpinBox, 'layer_{field}')[-1]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, '{value}')
        QTest.keyClick(field, Qt.Key.Key_Return)
        current = session.looking.choices.current
        when(lambda: current.state.origin == 'built'
             and session.network.store.state.answering is current.state, built)
    def built():
        told()
        when(lambda: is_kept('built.safetensors') and is_written(), {end})
    def is_written():
        return not (keeping._dirty or keeping._is_writing)
    session.window.first_painted.connect(begin)
"""
)

AGAIN = (
    TELL
    + """
    def show():
        session.window.show_page('network')
        when(lambda: session.network.store.state.answering
             is session.looking.choices.current.state and answers(), end)
    def end():
        told()
        {end}
    keeping.restored.connect(lambda _crash: show())
"""
)

CASES = [("channels", "18"), ("kernel_rows", "40")]
"""Kernels of C3: the network works. A window that is too high: what is below waits."""


@pytest.mark.parametrize(("field", "value"), CASES)
def test_that_what_was_built_comes_back_after_a_kill(field: str, value: str) -> None:
    setup = BUILD.replace("{field}", field).replace("{value}", value)
    status, (before,), _ = start(setup.replace("{end}", "kill"))
    assert (status, before["named"]) == (-9, "LeNet-5, built")
    status, (after,), said = start(AGAIN.replace("{end}", "quit()"))
    assert (status, said) == (0, "")
    restored = "The program ended unexpectedly last time. Your work has been restored."
    assert after == before | {"said": restored}
    assert after["asked"][0] == 18 or after["asked"][1][0] == 40


def test_that_what_was_built_is_offered_after_quitting() -> None:
    setup = BUILD.replace("{field}", "channels").replace("{value}", "18")
    status, (before,), said = start(setup.replace("{end}", "quit"))
    assert (status, said) == (0, "")
    press = """
    def take():
        told()
        bar = session.window.message_bar
        bar.findChild(QPushButton, 'message_act').click()
    keeping.offered.connect(take)
"""
    status, (offered, after), said = start(AGAIN.replace("{end}", "quit()") + press)
    assert (status, said) == (0, "")
    assert offered["said"] == "Your work from last time has been kept."
    assert offered["origin"] == "shipped"
    assert after == before | {"said": "Your work from last time is back."}


def test_that_the_network_of_before_comes_back_with_an_undo() -> None:
    setup = BUILD.replace("{field}", "channels").replace("{value}", "18")
    start(setup.replace("{end}", "kill"))
    undo = """
        QTest.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
        when(lambda: session.network.store.state.answering.origin == 'shipped', undone)
    def undone():
        told()
        quit()
"""
    status, (built, shipped), said = start(AGAIN.replace("{end}", undo.strip()))
    assert (status, said) == (0, "")
    assert (built["named"], shipped["named"]) == ("LeNet-5, built", "LeNet-5")
