"""Networks and weights as files: read from strangers, and written for other programs."""
