"""What the errors of reports, sweeps and distributed runs say; see ``catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

REPORT_SENTENCES: Final[Mapping[str, str]] = {
    "snapshot_megabytes_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "Snapshots cannot be kept in {snapshot_megabytes} MB. Choose 1 or more.",
    ),
    "run_line_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line} of {file} of the run in {folder} is damaged: only what comes before "
        "it can be read.",
    ),
    "report_ending": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} must say by its ending what is to be written: {endings}. Choose another "
        "name.",
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
    "run_processes_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "The run in {folder} was begun by {before} {before|process|processes} and cannot "
        "go on with {now}: its batches would be others. Start {before} "
        "{before|process|processes} again (torchrun --nproc-per-node {before}).",
    ),
    "torchrun_on_windows": QT_TRANSLATE_NOOP(
        "Sentences",
        "Several processes cannot train one network together on Windows: torchrun does "
        "not do that there. Use Linux or macOS, or try settings side by side with cnnviz "
        "sweep.",
    ),
    "torchrun_device": QT_TRANSLATE_NOOP(
        "Sentences",
        "Several processes cannot train one network together on the device {device}. "
        "Choose cpu, or cuda with a GPU for each process.",
    ),
    "torchrun_gpus_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "{processes} processes on this computer need a GPU each, and there "
        "{gpus|is|are} {gpus}. Start fewer (--nproc-per-node), or choose "
        "--device cpu.",
    ),
    "torchrun_not_met": QT_TRANSLATE_NOOP(
        "Sentences",
        "The {processes} processes of this run did not find each other: {reason}. Check "
        "the addresses that torchrun was given.",
    ),
    "torchrun_process_lost": QT_TRANSLATE_NOOP(
        "Sentences",
        "Another process of this run is gone. What was saved stays: start them all again "
        "with train --resume.",
    ),
    "tensorboard_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "Event files of TensorBoard are written by the package tensorboardX, which is not "
        'installed. Install it with: pip install "cnnviz[tensorboard]".',
    ),
    "tensorboard_left_out": QT_TRANSLATE_NOOP(
        "Sentences",
        "Event files of TensorBoard are written by a package that this small edition of "
        "cnnviz leaves out. Get the school edition, which has it.",
    ),
    "tensorboard_folder_taken": QT_TRANSLATE_NOOP(
        "Sentences",
        "{folder} already holds event files, with which these would be mixed up. Choose "
        "another folder.",
    ),
}
