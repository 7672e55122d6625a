"""The tool Drawings: what was drawn, brought back and drawn once more."""
