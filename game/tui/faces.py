"""Faces in text. Sympathy is the face; it can be read without colour and without the number."""

from __future__ import annotations

FACES = ("(ò_ó)", "(¬_¬)", "(•_•)", "(•‿•)", "(^‿^)")
"""From icy to fond: one face for every fifth of the meter."""

CROWD_FACES = ("(ò_ó)", "(¬_¬)", "(-_-)", "(o_o)", "(•‿•)", "(^‿^)")
"""A crowd has sleepers too."""

YOUR_FACE = "(•_•)"
WIDTH = 5

_SEATS = (-18, 6, -8, 14, 2, -14, 18, -4)
"""How much warmer or cooler than the hall each seat is: nobody in a hall feels the same."""


def face(sympathy: int) -> str:
    """Return the face for *sympathy* (0-100)."""
    return FACES[min(len(FACES) - 1, max(0, sympathy) * len(FACES) // 101)]


def bystander_face(sympathy: int) -> str:
    """Return the face of somebody who only watches: half as moved."""
    return face(50 + (sympathy - 50) // 2)


def crowd(sympathy: int, rows: int, columns: int) -> list[str]:
    """Return rows of faces for a hall with *sympathy* (0-100)."""
    steps = len(CROWD_FACES)
    faces = []
    for row in range(rows):
        seats = [_SEATS[(row * columns + column) % len(_SEATS)] for column in range(columns)]
        moods = [min(100, max(0, sympathy + seat)) for seat in seats]
        faces.append(" ".join(CROWD_FACES[min(steps - 1, mood * steps // 101)] for mood in moods))
    return faces
