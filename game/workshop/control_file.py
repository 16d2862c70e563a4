"""The private file that tells the notes where the session is: its port on this machine, and its secret."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FILE = "control.json"
LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Address:
    """Where a session listens on 127.0.0.1, and the secret that opens it."""

    port: int
    secret: str


def write_address(home: Path, address: Address) -> None:
    """Write *address* in *home* so that only this user can read it. Raises OSError.

    It takes the place of what a session left behind that did not end by itself.
    """
    home.mkdir(parents=True, exist_ok=True)
    beside = home / f".{FILE}.{os.getpid()}.{secrets.token_hex(4)}"
    data = json.dumps({"port": address.port, "secret": address.secret}).encode()
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.replace(beside, home / FILE)
    finally:
        beside.unlink(missing_ok=True)


def read_address(home: Path) -> Address | None:
    """Return the address in *home*; None where there is none, or nothing that can be one."""
    try:
        with (home / FILE).open("rb") as file:
            told = json.loads(file.read(LONGEST))
    except (OSError, ValueError, RecursionError):
        return None
    match told:
        case {"port": int(port), "secret": str(secret)} if 0 < port < 65536 and secret and port is not True:
            return Address(port, secret)
    return None


def remove_address(home: Path, address: Address) -> None:
    """Remove the file, if it is (still) that of *address*: a later session may have written its own."""
    if read_address(home) == address:
        with suppress(OSError):
            (home / FILE).unlink()
