"""Get the YAML language server (the one in VS Code) for the test that drives it.

`python3 scripts/language_server.py` needs node and npm. It goes into `.cache/`, which git leaves alone;
without it the test is skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".cache" / "language-server"
PACKAGE = "yaml-language-server@2.0.0"


def main() -> int:
    """Install the package; return npm's exit status, 2 without npm."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm?", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    quiet = ("--no-save", "--no-audit", "--no-fund")
    return subprocess.run([npm, "install", "--prefix", str(FOLDER), *quiet, PACKAGE], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
