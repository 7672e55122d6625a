"""What the errors of reports, sweeps and distributed runs say; see ``catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

REPORT_SENTENCES: Final[Mapping[str, str]] = {
    "run_line_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line} of {file} of the run in {folder} is damaged: only what comes before "
        "it can be read.",
    ),
    "sweep_settings_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "{folder} holds a run with other settings than are asked for now. Choose another "
        "folder for this sweep, or ask for the same settings.",
    ),
    "sweep_folders_alike": QT_TRANSLATE_NOOP(
        "Sentences",
        "The settings {first} and {second} would be kept in one folder. Give their values "
        "names that differ in more than signs.",
    ),
    "tensorboard_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "Event files of TensorBoard are written by the package tensorboardX, which is not "
        'installed. Install it with: pip install "cnnviz[tensorboard]".',
    ),
    "tensorboard_folder_taken": QT_TRANSLATE_NOOP(
        "Sentences",
        "{folder} already holds event files, with which these would be mixed up. Choose "
        "another folder.",
    ),
}
