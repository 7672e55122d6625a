"""The foot of the window while there is a run: its moments, and the way through them."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.level import set_level
from cnnviz.state.run.kernel_seen import KernelSeen
from cnnviz.state.run.probe_scores import Scores
from cnnviz.state.run.run_state import Run
from cnnviz.ui.class_text import class_word
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.theme import mixed
from cnnviz.ui.timeline.timeline_marks import epoch_of, marks_of
from cnnviz.ui.timeline.timeline_slider import TimelineSlider


@dataclass(frozen=True, slots=True, eq=False)
class TimelineShown:
    """What the bar shows.

    Attributes
    ----------
    run, scores
        The moments, and how sure the network was at each.
    before
        The network that was chosen before, where one can go back to it.
    kernels
        The learned kernels at work, on the page that shows kernels; else ``None``.
    """

    run: Run
    scores: Scores
    before: CurrentNetwork | None = None
    kernels: tuple[KernelSeen, ...] | None = None

    @property
    def followed(self) -> tuple[KernelSeen, ...]:
        """The kernels that go along with this run."""
        name = "" if self.run.network is None else self.run.network.name
        return tuple(each for each in self.kernels or () if each.network == name)

    @property
    def offers_kernel(self) -> bool:
        """Whether no kernel goes along, though the network has some."""
        has_some = self.run.network is not None and self.run.network.has_kernels
        return self.kernels is not None and has_some and not self.followed


class TimelineBar(Retranslated):
    """Show the moments of a run, and say which one every page shows.

    Attributes
    ----------
    slider
        The moments.
    give_back
        The button that lets the page have the network chosen before.
    take_kernel
        The button that puts a kernel of the run on the page.
    """

    def __init__(
        self, play: QAction, live: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._shown = TimelineShown(Run(), Scores())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider = TimelineSlider(self)
        self._play, self._live = _button(self, play), _button(self, live)
        self._live.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._label, self._hint = FittingLabel(self), FittingLabel(self)
        self._label.setObjectName("timeline_label")
        self._label.setFont(half_bold(self._label.font()))
        self._label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._hint.setObjectName("timeline_hint")
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.give_back, self.take_kernel = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        self._words = QWidget(self)
        in_row(
            self._label,
            (self._hint, 1),
            self.take_kernel,
            self.give_back,
            gap=tokens.SPACE_L,
            of=self._words,
        )
        self._words.setFixedHeight(tokens.ICON_L)
        row = in_row(self._play, (self.slider, 1), self._live, gap=tokens.SPACE_M)
        column = in_column(row, self._words, gap=0, of=self)
        column.setContentsMargins(
            tokens.SPACE_XL, tokens.SPACE_XS, tokens.SPACE_XL, tokens.SPACE_XS
        )

    def render_shown(self, shown: TimelineShown) -> None:
        """Show another moment, or what came to the run."""
        self._shown = shown
        self.slider.render_marks(marks_of(shown.run, shown.scores))
        self._say()

    def set_low(self, low: bool) -> None:
        """Leave the words out, where the window has no room for them."""
        self._words.setHidden(low)

    def _say(self) -> None:
        run, before = self._shown.run, self._shown.before
        self._label.setText(self._moment_text())
        self._hint.set_forms(self._hint_forms())
        self.slider.setAccessibleDescription(self._moment_text())
        self.take_kernel.setVisible(self._shown.offers_kernel)
        self.take_kernel.setEnabled(run.moment is not None)
        self.give_back.setVisible(before is not None)
        if before is not None:
            text = self.tr("Back to {network}")
            self.give_back.setText(text.format(network=plain(network_title(before))))
        is_live = run.timeline.chosen is None
        self._live.setDown(is_live)

    def _moment_text(self) -> str:
        run = self._shown.run
        marks = self.slider.marks
        if marks.at == 0:
            return self.tr("Before the first batch: random weights")
        epochs = 0 if run.config is None else run.config.epochs
        return self.tr("Batch {batch} · epoch {epoch} of {epochs}").format(
            batch=whole(marks.at),
            epoch=whole(epoch_of(run, marks.at)),
            epochs=whole(epochs),
        )

    def _hint_forms(self) -> tuple[str, ...]:
        if self._shown.kernels is not None:
            return (self._kernel_hint(),)
        drag = self.tr("drag to see every page as it was then")
        run, best = self._shown.run, self._shown.scores.best
        if run.network is None or not 0 <= best < len(run.network.labels):
            return (drag,)
        text = self.tr("{drag}; small bars: how sure it was of your {label}")
        if not run.network.reads_digits:  # a word would want its article
            text = self.tr("{drag}; small bars: how sure it was of “{label}”")
        label = class_word(run.network.labels, best)
        return text.format(drag=drag, label=label), drag

    def _kernel_hint(self) -> str:
        """Say what changes on the page that shows kernels, or how something does."""
        followed = self._shown.followed
        if self._shown.offers_kernel:
            return self.tr(
                "the kernel here does not come from this network: take one that does, "
                "and see it learn"
            )
        if not followed:
            return self.tr("this network has no kernels: nothing here changes with it")
        if len(followed) > 1:
            text = self.tr("drag to see these {count} kernels as they were then")
            return text.format(count=whole(len(followed)))
        text = self.tr(
            "drag to see kernel {number} of {layer} and its bias as they were then"
        )
        only = followed[0]
        number, layer = whole(only.kernel + 1), plain(layer_label(only.layer))
        return text.format(number=number, layer=layer)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Part the bar from the page with a hairline."""
        look = self.palette()
        text = look.color(QPalette.ColorRole.WindowText)
        ground = look.color(QPalette.ColorRole.Window)
        with QPainter(self) as painter:
            painter.setPen(mixed(text, ground, tokens.MIX_GROOVE))
            painter.drawLine(0, 0, self.width(), 0)

    @override
    def _retranslate(self) -> None:
        set_names(
            self.slider,
            "timeline_slider",
            self.tr("Training timeline"),
            self.tr("Look at the network at an earlier batch"),
        )
        self.slider.set_best_text(self.tr("{epoch}, best"))
        self.give_back.setText(self.tr("Back to {network}").format(network=""))
        set_names(
            self.give_back,
            "timeline_give_back",
            self.tr("Back to the network chosen before"),
            self.tr("Show the network that was chosen here before the timeline moved"),
        )
        self.take_kernel.setText(self.tr("Use a learned kernel"))
        set_names(
            self.take_kernel,
            "timeline_take_kernel",
            self.tr("Use a learned kernel"),
            self.tr("Put a kernel of the network that learns to work here"),
        )
        self._say()


def _button(parent: QWidget, action: QAction) -> QToolButton:
    button = tool_button(parent, action, tokens.ICON)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setMinimumSize(QSize(tokens.HIT_LARGE, tokens.HIT_LARGE))
    button.setObjectName(f"{action.objectName()}_button")
    return button
