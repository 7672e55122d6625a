"""The tool Stages: how a drawing becomes what the network sees."""
