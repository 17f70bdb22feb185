"""openpyxl, where this machine has it: by the system's own Python when the one in the path has none. Where neither has, the
test is skipped (77) with a word."""
import os
import sys

try:
    import openpyxl  # noqa: F401
except ImportError:
    system = "/usr/bin/python3"
    if os.access(system, os.X_OK) and not os.environ.get("SHEBAO_SYSTEM_PYTHON"):
        os.environ["SHEBAO_SYSTEM_PYTHON"] = "1"
        os.execv(system, [system] + sys.argv)
    print("skipped: openpyxl is not installed (python3-openpyxl)", file=sys.stderr)
    sys.exit(77)
