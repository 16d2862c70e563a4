"""Set everything up beside this file's project and play: `python3 scripts/start.py [ARGUMENTS]`.

Needs nothing but Python 3.11 and pip. Makes a virtual environment in `.venv`, so that it also works
where the system's Python is managed by the system. Arguments go to `luisterkamer`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


def prepare(extra: str = "") -> Path:
    """Make the environment with the project and its *extra* in it; return its Python.

    Does nothing when that was done before and `pyproject.toml` has not changed since.
    """
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + extra.encode()).hexdigest()
    stamp = ENVIRONMENT / f"luisterkamer{f'-{extra}' if extra else ''}.stamp"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return PYTHON
    print("Luisterkamer: .venv …", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        _make_environment()
    _pip("install", "--quiet", "--editable", f"{ROOT}[{extra}]" if extra else str(ROOT))
    stamp.write_text(wanted, encoding="ascii")
    return PYTHON


def _make_environment() -> None:
    """Make `.venv`; without a pip of its own where the system ships none for that."""
    command = [sys.executable, "-m", "venv", str(ENVIRONMENT)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        subprocess.run([*command, "--clear", "--without-pip"], check=True)


def _pip(*arguments: str) -> None:
    own = [str(PYTHON), "-m", "pip"]
    has_own = not subprocess.run([*own, "--version"], capture_output=True, check=False).returncode
    pip = own if has_own else [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    subprocess.run([*pip, "--disable-pip-version-check", *arguments], check=True)


def run(*command: str) -> int:
    """Run *command* in the place of this program where the system can, else wait for it."""
    if os.name == "nt":
        return subprocess.run(command, check=False).returncode
    os.execv(command[0], command)


def main() -> int:
    """Prepare and play."""
    if sys.version_info < (3, 11):  # noqa: UP036  (this file runs before anything checks the version)
        print(f"Luisterkamer: Python 3.11+ (this is {sys.version.split()[0]})", file=sys.stderr)
        return 2
    try:
        python = prepare()
    except subprocess.CalledProcessError as error:
        return error.returncode
    started_by = Path(sys.executable).name, os.path.relpath(__file__)
    # for hints that tell how to start it again, unless somebody calls it by a name of their own
    os.environ.setdefault("LUISTERKAMER_COMMAND", " ".join(started_by))
    return run(str(python), "-m", "game", *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
