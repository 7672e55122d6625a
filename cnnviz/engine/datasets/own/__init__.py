"""Classes of one's own: any names, each with a few drawings."""
