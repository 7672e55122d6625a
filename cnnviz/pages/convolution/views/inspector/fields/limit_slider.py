"""A slider that ends where its setting would become impossible."""

from typing_extensions import override

from cnnviz.pages.convolution.model.limits import Limits
from cnnviz.ui.controls.range_slider import RangeSlider
from cnnviz.ui.numbers import whole


class LimitSlider(RangeSlider):
    """One number for all directions; whatever it can be dragged to is possible."""

    def render_limits(self, value: int, limits: Limits | None) -> None:
        """Show a number between the limits of now; without limits nothing can help."""
        between = None if limits is None else (limits.least, limits.most)
        self.render_range(value, between)

    @override
    def range_text(self, least: int, most: int) -> str:
        return self.tr("{name}: {least} to {most}, all of them possible").format(
            name=self.accessibleName(), least=whole(least), most=whole(most)
        )

    @override
    def off_text(self) -> str:
        return self.tr("No value works here. Change another setting first")
