"""Luisterkamer: a flight simulator for difficult conversations, in a terminal."""

__version__ = "0.1.0"
