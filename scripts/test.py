"""Set everything up and run the tests: `python3 scripts/test.py [PYTEST ARGUMENTS]`."""

from __future__ import annotations

import os
import subprocess
import sys

from start import ROOT, prepare, run

if __name__ == "__main__":
    try:
        python = prepare("test,workshop")
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
    os.chdir(ROOT)
    sys.exit(run(str(python), "-m", "pytest", *sys.argv[1:]))
