"""Behind the tool Drawings, and behind files of strokes."""
