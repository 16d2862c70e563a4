"""Group sessions: one conversation played by a room that votes, argues and votes again.

A session is its list of acts, as a game is its list of replies: everything shown is derived from it, and
the log on disk is that list. May not import the screens.
"""
