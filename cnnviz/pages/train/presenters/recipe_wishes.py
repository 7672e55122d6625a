"""Other settings of a run, wished for in the window and asked for in a thread."""

from queue import Empty, SimpleQueue


class RecipeWishes:
    """Hold the wishes until the run takes them."""

    def __init__(self) -> None:
        self._wishes: SimpleQueue[tuple[str, float]] = SimpleQueue()

    def wish(self, name: str, value: float) -> None:
        """Wish for a setting, by its name in the recipe: an older wish for it is no more."""
        self._wishes.put((name, value))

    def take(self, _step: int) -> dict[str, float]:
        """Return what is wished for, once; the run asks before every batch."""
        found: dict[str, float] = {}
        while True:
            try:
                name, value = self._wishes.get_nowait()
            except Empty:
                return found
            found[name] = value
