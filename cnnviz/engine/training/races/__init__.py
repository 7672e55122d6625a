"""Races: runs that differ in one thing, started together."""
