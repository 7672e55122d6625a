"""What an operation computes, written as Python: loops, their trace, and a script."""
