"""The scrub bar of a run: where its moments lie, painted and moved."""
