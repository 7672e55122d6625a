"""Another learning rate, wished for in the window and asked for in a thread."""


class RateWish:
    """Hold the newest wish until the run takes it.

    Both threads only exchange one reference, which Python does whole.
    """

    def __init__(self) -> None:
        self._rate: float | None = None

    def wish(self, rate: float) -> None:
        """Wish for a learning rate, above 0; an older wish is forgotten."""
        self._rate = rate

    def take(self, _step: int) -> float | None:
        """Return what is wished for, once; the run asks before every batch."""
        rate, self._rate = self._rate, None
        return rate
