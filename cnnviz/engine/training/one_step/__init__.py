"""One training step, opened: forward, loss, backward, and the update of any weight."""
