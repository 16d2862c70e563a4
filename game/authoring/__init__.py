"""From a YAML file to a level, and from a mistake to a message an author understands.

May import `game.story` and yaml, nothing else of the game.
"""
