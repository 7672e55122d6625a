"""See inside convolutional networks: the program and its engine."""

__version__ = "0.1.0"
