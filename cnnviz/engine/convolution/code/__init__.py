"""What an operation computes, written as Python: loops, their moments, and a script."""
