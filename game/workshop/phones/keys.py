"""The secrets of a room: the code people type, the token in the QR, the key that signs cookies.

They are kept beside the log, readable by the owner only, so that phones find a resumed session again.
"""

from __future__ import annotations

import hmac
import json
import os
import re
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without I, L, O, 0 and 1, which look alike on a projector."""

CODE_LENGTH, TOKEN_LENGTH = 6, 20
SUFFIX = ".phones"
_DEVICE = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one session. `remote` opens the control page and is of no use for anything else."""

    code: str
    token: str
    remote: str
    signing: str

    def is_code(self, told: str) -> bool:
        """Tell whether *told* is the room code, however it was typed."""
        return is_same("".join(filter(str.isalnum, told)).upper(), self.code)

    def cookie(self, device: str) -> str:
        """Return the cookie that proves that *device* was let in."""
        return f"{device}.{self._signature('device', device)}"

    def device(self, cookie: str) -> str | None:
        """Return whose cookie this is; None when we did not sign it."""
        device, _, signature = cookie.partition(".")
        if not _DEVICE.fullmatch(device) or not is_same(signature, self._signature("device", device)):
            return None
        return device

    @property
    def control_cookie(self) -> str:
        """The cookie of who may control the session."""
        return self._signature("control", self.remote)

    def seal(self, told: str) -> str:
        """Return a name for *told* that tells nothing of it."""
        return self._signature("option", told)[:12]

    def _signature(self, purpose: str, told: str) -> str:
        return hmac.digest(self.signing.encode(), f"{purpose}:{told}".encode(), "sha256").hex()


def is_same(told: str, secret: str) -> bool:
    """Compare in a time that tells nothing of where the two differ."""
    return hmac.compare_digest(told.encode("utf-8", "replace"), secret.encode())


def new_device() -> str:
    """Return a name for a phone: random, and of this session only."""
    return secrets.token_hex(8)


def new_keys() -> Keys:
    """Return new secrets."""
    return Keys(_random(CODE_LENGTH), _random(TOKEN_LENGTH), _random(TOKEN_LENGTH), secrets.token_hex(32))


def keys_for(log: Path | None) -> Keys:
    """Return the secrets kept beside *log*, or new ones, which are then kept there if that can be."""
    if log is None:
        return new_keys()
    path = log.with_suffix(SUFFIX)
    keys = _kept(path)
    if keys is None:
        keys = new_keys()
        with suppress(OSError):  # without: phones have to scan again after a restart
            _keep(path, keys)
    return keys


def forget_keys(log: Path | None) -> None:
    """Throw away the secrets kept beside *log*: the session is over."""
    if log is not None:
        with suppress(OSError):
            log.with_suffix(SUFFIX).unlink(missing_ok=True)


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _kept(path: Path) -> Keys | None:
    try:
        told = json.loads(path.read_bytes()[:4000])
    except (OSError, ValueError, RecursionError):
        return None
    match told:
        case {"code": str(code), "token": str(token), "remote": str(remote), "signing": str(signing)}:
            lengths = (len(code), len(token), len(remote))
            of_ours = set(code + token + remote) <= set(ALPHABET) and len(signing) == 64 and signing.isascii()
            if lengths == (CODE_LENGTH, TOKEN_LENGTH, TOKEN_LENGTH) and of_ours:
                return Keys(code, token, remote, signing)
    return None


def _keep(path: Path, keys: Keys) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(file, json.dumps(asdict(keys)).encode())
    finally:
        os.close(file)
    os.replace(beside, path)
