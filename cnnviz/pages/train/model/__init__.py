"""What follows from what was asked for on the Train page."""
