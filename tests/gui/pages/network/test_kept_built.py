"""A built network as kept work: looked at again, or offered with its draft."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.weights import save_weights, shipped_weights
from cnnviz.pages.network.presenters.kept_built import FoundDraft, KeptBuilt
from cnnviz.state.current_network import CurrentNetwork
from tests.helpers.built_network import build
from tests.helpers.session import session

__all__ = ["session"]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def kept(session: Session) -> KeptBuilt:
    return KeptBuilt(session.looking.built, session.looking.choices, session.root)


def look_at(session: Session, qtbot: QtBot, network: CurrentNetwork) -> None:
    session.looking.choices.choose(network)
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answering is network, timeout=5_000)


def written(kept: KeptBuilt, folder: Path) -> FoundDraft:
    path = folder / kept.file_name
    kept.writing()(path)
    return kept.read(path)


def test_that_opening_the_editor_is_no_work(
    session: Session, kept: KeptBuilt, qtbot: QtBot
) -> None:
    session.window.show_page("network")
    qtbot.keyClick(session.window, Qt.Key.Key_N)
    editor = session.looking.built.editor
    qtbot.waitUntil(lambda: editor.draft.origin is not None, timeout=5_000)
    assert kept.is_as_at_first


def test_that_what_is_looked_at_is_looked_at_again(
    session: Session, kept: KeptBuilt, qtbot: QtBot, tmp_path: Path
) -> None:
    built = build(session, qtbot)
    found = written(kept, tmp_path)
    assert found.is_shown
    assert found.network.network == built.network
    assert found.network.weights is not None
    assert built.weights is not None
    for name, values in built.weights.items():
        assert (found.network.weights[name] == values).all()
    (part,) = kept.replacements(found)
    assert (part.store, part.new) == (session.looking.choices.current, found.network)


def test_that_what_was_left_is_offered_with_its_draft(
    session: Session, kept: KeptBuilt, qtbot: QtBot, tmp_path: Path
) -> None:
    build(session, qtbot)
    look_at(session, qtbot, session.networks.state)
    found = written(kept, tmp_path)
    assert kept.replacements(found) == ()
    kept.show(found)
    assert found.network in session.looking.choices.store.state
    assert session.looking.choices.current.state is session.networks.state
    look_at(session, qtbot, found.network)
    assert session.looking.built.editor.draft is found.draft
    assert written(kept, tmp_path).is_shown


def test_that_a_file_without_a_draft_is_refused(
    session: Session, kept: KeptBuilt, tmp_path: Path
) -> None:
    network = session.networks.state.network
    path = tmp_path / kept.file_name
    save_weights(path, network, shipped_weights(network))
    with pytest.raises(CnnvizError):
        kept.read(path)
