"""What phones may ask for at most. Never counted per address: a whole room shares one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of the server. Times are in seconds, rates per second, sizes in bytes."""

    devices: int = 1200
    streams: int = 1200
    streams_per_device: int = 3
    connections: int = 2000
    body: int = 1024
    body_seconds: float = 5
    header_seconds: float = 8
    write_seconds: float = 10
    ping_seconds: float = 15
    present_seconds: float = 45
    device_rate: float = 5
    device_burst: int = 25
    wrong_codes_per_minute: int = 100
    stranger_rate: float = 300
    stranger_burst: int = 900
    pause_seconds: float = 1
    gather_seconds: float = 0.02


class Bucket:
    """A number of tokens that fills up with time; what is done takes one."""

    __slots__ = ("_at", "_left", "burst", "rate")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        """Begin full: *burst* tokens, and *rate* more every second up to that number."""
        self.rate, self.burst = rate, burst
        self._left, self._at = burst, now

    def has(self, now: float) -> bool:
        """Tell whether there is a token left."""
        self._left = min(self.burst, self._left + max(0.0, now - self._at) * self.rate)
        self._at = now
        return self._left >= 1

    def take(self, now: float) -> bool:
        """Take a token; False when there is none."""
        if not self.has(now):
            return False
        self._left -= 1
        return True
