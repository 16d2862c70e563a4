"""What a kind of problem is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem. The texts may use the values named in braces."""

    id: str
    nl: str
    en: str
    help_nl: str
    help_en: str

    @property
    def is_error(self) -> bool:
        """Tell whether a level with this problem cannot be played."""
        return self.id.startswith("E")

    @property
    def is_remark(self) -> bool:
        """Tell whether it is a remark on how a level teaches, to be accepted where it is meant."""
        return self.id.startswith("W4") and self.id != "W451"
