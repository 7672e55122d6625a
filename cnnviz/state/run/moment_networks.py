"""The networks of the other pages, as of the moment that is looked at."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Slot

from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.run.run_state import Run
from cnnviz.state.run.run_timeline import RunTimeline
from cnnviz.state.store import Store


class MomentNetworks(QObject):
    """Let a page's network go along with the timeline, where it is of the run.

    Whoever moves the timeline on a page means that page: its network becomes the run's,
    and so does that of a page that showed the same. Who moved it where no network is
    chosen means the page that is looked at next. ``before`` holds the network that
    the page in front had, while one can go back to it.

    Parameters
    ----------
    timeline
        What is looked at.
    networks
        Key of a page -> the network that is chosen for it.
    """

    def __init__(
        self,
        timeline: RunTimeline,
        networks: Mapping[str, NetworkStore],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeline, self._networks = timeline, networks
        self._before: dict[str, CurrentNetwork] = {}
        self._page = ""
        self._awaited = False
        self.before: Store[CurrentNetwork | None] = Store(None, self)
        timeline.run.changed.connect(self._on_run_changed)
        timeline.moved.connect(self._on_moved)
        for store in networks.values():
            store.changed.connect(self._render)

    def set_page(self, page: str) -> None:
        """Learn which page is in front."""
        self._page = page
        if self._awaited and page in self._networks:
            self._on_moved()
        self._render()

    def show_here(self) -> None:
        """Put the run's network on the page in front, as if its timeline was moved."""
        self._on_moved()

    def give_back(self) -> None:
        """Let the pages have the networks that were chosen before."""
        for page, store in self._networks.items():
            if store.state.is_moment and page in self._before:
                store.replace(self._before[page])

    @Slot()
    def _on_moved(self) -> None:
        """Put the run's network on the page whose timeline was moved."""
        store = self._networks.get(self._page)
        is_back = self._timeline.run.state.timeline.chosen is not None
        self._awaited = store is None and is_back
        if store is not None and not store.state.is_moment:
            key = store.state.key
            self._take(
                page for page, each in self._networks.items() if each.state.key == key
            )

    @Slot(object, object)
    def _on_run_changed(self, new: Run, old: Run) -> None:
        shown, before = new.timeline.shown, old.timeline.shown
        if shown is None or (before is not None and shown.weights is before.weights):
            return
        is_hand = new.timeline.chosen != old.timeline.chosen
        self._take(
            page
            for page, store in self._networks.items()
            if store.state.run == new.number
            and (store.state.is_moment or (is_hand and store.state.origin == "trained"))
        )

    def _take(self, pages: Iterable[str]) -> None:
        """Let pages show the moment, and note what they showed before."""
        moment = self._timeline.run.state.moment
        if moment is None:
            return
        stores = {page: self._networks[page] for page in pages}
        for page, store in stores.items():  # before one is replaced: another may follow
            if not store.state.is_moment:
                self._before[page] = store.state
        for store in stores.values():
            store.replace(moment)

    @Slot()
    def _render(self) -> None:
        store = self._networks.get(self._page)
        is_moment = store is not None and store.state.is_moment
        self.before.replace(self._before.get(self._page) if is_moment else None)
