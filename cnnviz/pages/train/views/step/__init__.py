"""One training step, opened: forward, loss, backward, update."""
