"""What is said of data, in the window's language."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.datasets.catalogue import CONTEXT as DATASETS_CONTEXT
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.loading import user_data_folder
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.model.data_state import DataReading, DataSeen, DataState
from cnnviz.pages.train.views.recipe.recipe_words import data_title
from cnnviz.ui.numbers import short, whole, whole_percent
from cnnviz.ui.picture_text import dataset_way_out
from cnnviz.ui.texts import filled, plain, sentence


class DataWords:
    """Word what a data set holds.

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
        return QCoreApplication.translate("DataWords", text)

    def name(self, label: int) -> str:
        """Return what a class is called."""
        if label < len(self.labels):
            text = self.labels[label]
            return plain(QCoreApplication.translate(DATASETS_CONTEXT, text))
        return whole(label)

    def all_classes(self) -> str:
        """Return what all pictures together are called."""
        return self.tr("All classes")

    def part(self, index: int) -> str:
        """Return what a split is called, the training pictures first."""
        parts = self.tr("Training"), self.tr("Validation"), self.tr("Test at the end")
        return parts[index]

    def counted(self, counts: Sequence[int]) -> str:
        """Say how many pictures there are for what: ``6,000 training, 900 held out``."""
        texts = (
            self.tr("{count} training"),
            self.tr("{count} for validation"),
            self.tr("{count} for the test at the end"),
        )
        said = (
            text.format(count=whole(count))
            for text, count in zip(texts, counts, strict=False)
        )
        return ", ".join(said)

    @staticmethod
    def figures(counts: Sequence[int]) -> str:
        """Return the counts alone."""
        return " + ".join(map(whole, counts))

    @staticmethod
    def title(state: DataState) -> str:
        """Return what the data are called."""
        return "" if state.asked is None else data_title(state.asked.data)

    def seen(self, state: DataState, seen: DataSeen) -> str:
        """Say what the data are."""
        dataset = seen.dataset
        shape = dataset.train.images_nhw.shape[1:]
        colour = len(shape) == 3 and shape[0] == 3
        text = self.tr("{title}: {counts}; {rows} × {columns} pixels, grey.")
        if colour:
            text = self.tr("{title}: {counts}; {rows} × {columns} pixels, in colour.")
        return text.format(
            title=self.title(state),
            counts=self.counted([len(split) for split in dataset.splits]),
            rows=whole(shape[-2]),
            columns=whole(shape[-1]),
        )

    def notes(self, seen: DataSeen) -> str:
        """Say why the network cannot learn from them, and which can; what is unusual."""
        said = [sentence(note) for note in seen.dataset.notes]
        if seen.misfit is not None:
            said.insert(0, sentence(seen.misfit))
            text = self.tr("No network of the catalogue reads such pictures.")
            if seen.fitting:
                text = self.tr("Networks that can learn from these: {titles}.")
            said.insert(1, text.format(titles=", ".join(map(plain, seen.fitting))))
        return " ".join(said)

    def reading(self, state: DataState, reading: DataReading) -> str:
        """Say what is being read."""
        title = self.title(state)
        if reading.early is not None:
            text = self.tr("Digits are being made: {share}.")
        elif not reading.total:
            return self.tr("Reading {title}…").format(title=title)
        else:
            text = self.tr("Reading {title}: {share}.")
        share = whole_percent(reading.done / max(reading.total, 1))
        return text.format(title=title, share=share)

    def problem(self, state: DataState, problem: CnnvizError) -> str:
        """Say why they cannot be had, and what to do."""
        said, asked = sentence(problem), state.asked
        known = None if asked is None else KNOWN_DATASETS.get(asked.data)
        if known is not None and known.way_out and "not_" in problem.code:
            said = dataset_way_out(known.key, str(user_data_folder()))
        return said

    def caption(self, label: int, number: int) -> tuple[str, str]:
        """Return what stands under a picture."""
        return self.name(label), whole(number + 1)

    def picture_name(self, part: int, number: int, label: int) -> str:
        """Return what a picture is called once it is the picture."""
        texts = (
            self.tr("Training picture {number} (is {name})"),
            self.tr("Validation picture {number} (is {name})"),
            self.tr("Test picture {number} (is {name})"),
        )
        return texts[part].format(number=whole(number + 1), name=self.name(label))

    def mean(self, label: int | None, count: int) -> str:
        """Say whose mean picture it is."""
        if label is None:
            text = self.tr("Mean of {count} {count|picture|pictures}")
            return filled(text, count=count)
        text = self.tr("Mean of {count} {count|picture|pictures} of {name}")
        return filled(text, count=count, name=self.name(label))

    def pixel(
        self,
        index: int,
        shape: tuple[int, int, int],
        level: int,
        norm: tuple[float, float],
    ) -> str:
        """Say where a number of a row lies in the picture, and what the network gets."""
        channels, rows, columns = shape
        channel, rest = divmod(index, rows * columns)
        row, column = divmod(rest, columns)
        text = self.tr(
            "Number {index} of {count} is the pixel in row {row}, column {column}: {level}"
        )
        if channels > 1:
            text = self.tr(
                "Number {index} of {count} is the {colour} of row {row}, column {column}: "
                "{level}"
            )
        where = text.format(
            index=whole(index + 1),
            count=whole(channels * rows * columns),
            colour=self._colour(channel),
            row=whole(row + 1),
            column=whole(column + 1),
            level=whole(level),
        )
        mean, deviation = norm
        share = level / 255
        steps = self.tr("{level} ÷ 255 = {share}").format(
            level=whole(level), share=short(share)
        )
        if norm != (0.0, 1.0):
            text = self.tr("; ({share} − {mean}) ÷ {deviation} = {value}")
            steps += text.format(
                share=short(share),
                mean=short(mean),
                deviation=short(deviation),
                value=short((share - mean) / deviation),
            )
        return f"{where}. {steps}"

    def _colour(self, channel: int) -> str:
        return (self.tr("red"), self.tr("green"), self.tr("blue"))[channel]
