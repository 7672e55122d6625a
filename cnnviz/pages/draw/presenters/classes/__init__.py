"""Behind the tool Own classes."""
