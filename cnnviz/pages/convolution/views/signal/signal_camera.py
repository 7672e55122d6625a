"""Which part of a signal is seen, and how large."""

from dataclasses import replace

from cnnviz.pages.convolution.model.signal_picture import SignalPicture
from cnnviz.pages.convolution.views.signal.signal_geometry import (
    SignalView,
    brought_in,
    fitted,
    nice_range,
    panned,
    zoomed,
)


class SignalCamera:
    """Keep the view of a signal while its numbers, or the widget's size, change."""

    def __init__(self) -> None:
        self._picture: SignalPicture | None = None
        self._size = (0, 0)
        self._gutter = 0.0
        self._view: SignalView | None = None

    @property
    def view(self) -> SignalView:
        """How the rows are seen now; only once there is something to see."""
        if self._view is None:
            self._view = self._fitted()
        return self._view

    @property
    def is_zoomed(self) -> bool:
        """Whether less than everything is seen."""
        first, end = self._places()
        view = self.view
        return view.scale * (end - first) > view.width + 0.5

    def show(self, picture: SignalPicture, gutter: float) -> None:
        """See other numbers; enlarged ones stay where they are if they may."""
        old, zoomed_in = self._picture, self._view is not None and self.is_zoomed
        kept = old is not None and (old.first, old.end) == (picture.first, picture.end)
        self._picture, self._gutter = picture, gutter
        new = self._fitted()
        if kept and zoomed_in and self._view is not None:
            new = replace(new, first=self._view.first, scale=self._view.scale)
        self._view = new

    def resize(self, size: tuple[int, int]) -> None:
        """Take another size of the widget; everything is seen then."""
        self._size = size
        self._view = None

    def fit(self) -> None:
        """See everything."""
        self._view = None

    def zoom(self, factor: float, x: float) -> None:
        """Enlarge around a pixel."""
        self._view = zoomed(self.view, factor, x, self._places())

    def pan(self, pixels: float) -> None:
        """Move along the signal."""
        self._view = panned(self.view, pixels / self.view.scale, self._places())

    def bring_in(self, first: float, end: float) -> None:
        """See a window whole, moving as little as possible."""
        self._view = brought_in(self.view, first, end, self._places())

    def zoom_to(self, first: float, count: float) -> None:
        """Enlarge so that some places fill half of the width."""
        middle = first + count / 2
        self.fit()
        view = self.view
        self.zoom(view.width / (2 * count * view.scale), view.x(middle))
        view = self.view
        self._view = panned(
            view, middle - view.place(view.left + view.width / 2), self._places()
        )

    def _places(self) -> tuple[int, int]:
        picture = self._picture
        return (0, 1) if picture is None else (picture.first, picture.end)

    def _fitted(self) -> SignalView:
        shown = self._picture
        if shown is None:
            return fitted(self._size, self._gutter, (0, 1), ((0.0, 1.0),) * 4)
        return fitted(
            self._size,
            self._gutter,
            (shown.first, shown.end),
            (
                nice_range(float(shown.signal_n.min()), float(shown.signal_n.max())),
                nice_range(float(shown.kernel_k.min()), float(shown.kernel_k.max())),
                nice_range(*shown.product_range),
                nice_range(
                    float(shown.output_m.min(initial=0.0)),
                    float(shown.output_m.max(initial=0.0)),
                ),
            ),
        )
