"""The rules: what a level is, where a game stands, what a reply does, what a finished game taught.

Pure: no files, no clock, no printing. Everything here is frozen; a step makes a new value.
"""
