"""A network of classes of one's own, trained in seconds."""
