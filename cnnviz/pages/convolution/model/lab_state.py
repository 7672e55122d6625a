"""All that the Convolution page shows."""

from dataclasses import dataclass

from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.engine.convolution.walk import Outcome, Walk
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.model.output_picture import OutputPicture
from cnnviz.pages.convolution.model.validation import Invalid
from cnnviz.state.lab_input import LabInput


@dataclass(frozen=True, slots=True, eq=False)
class LabState:
    """All that the Convolution page shows.

    Attributes
    ----------
    settings
        What was asked for, possible or not.
    given
        The picture as it is worked on; ``None`` before the first.
    walk
        The last good walk across this picture; ``None`` when there was none, as when
        the picture is smaller than the kernel.
    step, outcome
        Everything behind the number of the walk's position, and what becomes of it.
    output
        The output that was computed last; of an earlier walk for the moments until the
        worker has answered.
    invalid
        Why the settings are not those of the walk; ``None`` when they are.
    shown_channel
        Which *input* channel's window, kernel and products are seen, counted from 0.
    playing
        Whether the window walks by itself.
    steps_per_second
        How fast it does.
    whole_output_shown
        Whether output cells beyond the position are shown too.
    """

    settings: LabSettings
    given: LabInput | None = None
    walk: Walk | None = None
    step: AnyStep | None = None
    outcome: Outcome | None = None
    output: OutputPicture | None = None
    invalid: Invalid | None = None
    shown_channel: int = 0
    playing: bool = False
    steps_per_second: float = 4.0
    whole_output_shown: bool = False

    @property
    def output_channel(self) -> int:
        """Which output channel is seen: that of the walk."""
        return 0 if self.walk is None else self.walk.output_channel

    @property
    def input_channels(self) -> int:
        """How many channels the picture has."""
        return 1 if self.given is None else self.given.channels
