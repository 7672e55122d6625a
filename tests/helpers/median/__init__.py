"""An operation that the program does not know: a median filter, in a package of its own."""
