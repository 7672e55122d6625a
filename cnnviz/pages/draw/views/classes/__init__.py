"""The tool Own classes."""
