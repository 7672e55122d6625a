"""What is said of mistakes, in the window's language."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.events import EpochDone
from cnnviz.engine.training.mistakes import Confusion, hardest_class
from cnnviz.engine.training.predictions import Predictions
from cnnviz.pages.train.views.recipe.recipe_words import data_title
from cnnviz.state.run.run_state import Run
from cnnviz.ui.numbers import percent, whole, whole_percent
from cnnviz.ui.texts import filled, plain, sentence


def first_epoch_done(run: Run) -> float:
    """Return the share of the first epoch that is over, in whole percents."""
    if run.started is None or run.last_batch is None:
        return 0.0
    share = run.last_batch.step / max(1, run.started.batches_per_epoch)
    return int(100 * min(1.0, share)) / 100


class MistakeWords:
    """Word what was measured.

    Attributes
    ----------
    labels
        What the classes are called.
    """

    def __init__(self) -> None:
        self.labels: tuple[str, ...] = ()

    @staticmethod
    def tr(text: str) -> str:
        """Return a text in the language of the window."""
        return QCoreApplication.translate("MistakeWords", text)

    def _name(self, index: int) -> str:
        known = index < len(self.labels)
        return plain(self.labels[index]) if known else whole(index)

    def measured(self, epoch: EpochDone, run: Run) -> str:
        """Say how many pictures were right, and when."""
        said = epoch.predictions
        count = 0 if said is None else len(said.labels_n)
        wrong = count - round(epoch.validation_accuracy * count)
        if run.timeline.chosen is None:
            text = self.tr(
                "After epoch {epoch}, the network gets {wrong} of {count} validation "
                "pictures wrong."
            )
        else:
            text = self.tr(
                "At the nearest epoch, {epoch}, the network gets {wrong} of {count} "
                "validation pictures wrong."
            )
        return filled(text, epoch=epoch.epoch, wrong=wrong, count=count)

    def hardest(self, confusion: Confusion) -> str:
        """Say which class is the hardest."""
        score = hardest_class(confusion)
        if score is None or score.recall is None or score.taken_for is None:
            return self.tr("No class has a mistake.")
        other, times = score.taken_for
        return filled(
            self.tr(
                "The hardest class is {name}: {share} right. Its mistakes are most often "
                "taken for {other} ({times} {times|time|times})."
            ),
            name=self._name(score.index),
            share=percent(score.recall),
            other=self._name(other),
            times=times,
        )

    def nothing(self, run: Run, epoch: EpochDone | None) -> tuple[str, str]:
        """Say why there is nothing to show, and what will come or is to be done."""
        if epoch is not None:
            return self.tr("No mistakes were kept in this run."), self.tr(
                "It is older than the list of mistakes: start another one to see them."
            )
        what = self.tr(
            "The network is then tested on all validation pictures. Here you see "
            "which classes it confuses, and the pictures that it gets wrong."
        )
        if run.is_active:
            text = self.tr("{share} of the first epoch is done.")
            said = text.format(share=percent(first_epoch_done(run), 0))
            title = self.tr("The mistakes come after the first epoch.")
            return title, f"{what} {said}"
        if run.curves.batches:
            return self.tr(
                "The training ended before its first epoch was over."
            ), self.tr(
                "Mistakes are counted after each epoch: start again, and let it go on."
            )
        return self.tr("Click Start: the mistakes appear here after each epoch."), what

    def missing(self, run: Run, problem: CnnvizError | None, *, is_other: bool) -> str:
        """Say why the pictures of a run are not shown, or not yet."""
        if problem is not None:
            return sentence(problem)
        text = self.tr("Reading the pictures of {data}…")
        if is_other:
            text = self.tr(
                "{data} has other pictures here than where this run was measured: only "
                "what was said of them can be shown."
            )
        return text.format(data=data_title(run.data))

    def listed(self, cell: tuple[int, int] | None, count: int) -> str:
        """Say which pictures are listed."""
        if cell is None:
            return self.tr("Most confident mistakes")
        if cell[0] == cell[1]:
            text = self.tr("{true}, said {true}: {count} {count|picture|pictures}")
        else:
            text = self.tr("{true}, taken for {said}: {count} {count|picture|pictures}")
        true, said = map(self._name, cell)
        return filled(text, true=true, said=said, count=count)

    def captions(self, said: Predictions) -> Callable[[int], tuple[str, str]]:
        """Return what stands under each picture: what was said, and what it is."""

        def caption(number: int) -> tuple[str, str]:
            sure = whole_percent(float(said.confidence_n[number]))
            name = self._name(int(said.predicted_n[number]))
            first = self.tr("said {name} ({sure})").format(name=name, sure=sure)
            true = self._name(int(said.labels_n[number]))
            return first, self.tr("is {name}").format(name=true)

        return caption

    @staticmethod
    def no_caption(_number: int) -> tuple[str, str]:
        """Say nothing."""
        return "", ""

    def picture_name(self, number: int, label: int) -> str:
        """Return what a held-out picture is called once it is the picture."""
        text = self.tr("Validation picture {number} (is {name})")
        return text.format(number=whole(number + 1), name=self._name(label))
