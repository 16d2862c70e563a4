"""The phones that were let in: how many, how fast they ask, and when each was heard last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.workshop.phones.limits import Bucket, Limits

Clock = Callable[[], float]


@dataclass(slots=True)
class Device:
    """One phone. Nothing of it is kept but a random name."""

    id: str
    asks: Bucket
    heard: float


class Devices:
    """All phones of a session. With `locked` nobody new comes in; who was in stays."""

    def __init__(self, limits: Limits, now: Clock) -> None:
        self.locked = False
        self._limits = limits
        self._now = now
        self._known: dict[str, Device] = {}

    @property
    def is_full(self) -> bool:
        """Tell whether no more phones fit."""
        return len(self._known) >= self._limits.devices

    @property
    def present(self) -> int:
        """How many were heard lately: a sleeping or closed phone says nothing."""
        since = self._now() - self._limits.present_seconds
        return sum(device.heard >= since for device in self._known.values())

    def __len__(self) -> int:
        return len(self._known)

    def heard(self, id: str) -> Device | None:
        """Note that *id*, whose cookie is ours, was heard. None when it is new here and there is no room."""
        device = self._known.get(id)
        now = self._now()
        if device is None:
            if self.is_full:
                return None
            asks = Bucket(self._limits.device_rate, self._limits.device_burst, now)
            device = self._known[id] = Device(id, asks, now)
        device.heard = now
        return device

    def may_ask(self, device: Device) -> bool:
        """Tell whether *device* may ask for something now, and count it."""
        return device.asks.take(self._now())
