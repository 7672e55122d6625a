"""The program's sentences, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.convolution.code.script import ScriptTexts


def script_texts() -> ScriptTexts:
    """Return what a copied program says."""
    translate = QCoreApplication.translate
    return ScriptTexts(
        title=translate(
            "CopiedProgram", "Run this program: it prints the numbers on the screen."
        ),
        exact=translate(
            "CopiedProgram",
            "Python counts from 0, and prints all digits; the screen rounds to a few.",
        ),
        part=translate(
            "CopiedProgram",
            "The picture is large: here is what {cell} needs of it, and no more.",
        ),
        window=translate(
            "CopiedProgram",
            "On the window alone. On the whole picture it would be: {line}",
        ),
        missing=translate("CopiedProgram", "PyTorch is not installed here."),
        agrees=translate("CopiedProgram", "PyTorch computes the same."),
    )
