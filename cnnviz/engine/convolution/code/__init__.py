"""What an operation computes, written: as loops, their moments, a script, a definition."""
