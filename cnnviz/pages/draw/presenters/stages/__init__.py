"""Behind the tool Stages."""
