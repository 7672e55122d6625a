"""What a pen draws: strokes become ink, for the pad and for files alike."""
