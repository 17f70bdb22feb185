"""One line per check, and the sum of them."""
import time
import traceback


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self._begin = time.monotonic()

    def check(self, promise, kept, detail=""):
        """Says whether `promise` is kept; `detail` says what was seen instead."""
        if kept:
            self.passed += 1
        else:
            self.failed += 1
        seen = f": {detail}" if detail and not kept else ""
        print(f"{time.monotonic() - self._begin:6.1f} s  {'ok  ' if kept else 'FAIL'}  {promise}{seen}", flush=True)

    def equal(self, promise, seen, expected):
        self.check(promise, seen == expected, f"{seen!r} instead of {expected!r}")

    def same(self, promise, seen, expected):
        """Two trees as product.tree() describes them; says where they differ."""
        self.equal(promise, sorted({path for path, _ in set(seen.items()) ^ set(expected.items())}), [])

    def chapter(self, name, checks):
        """What a chapter stumbles over is a failed check; the next one begins."""
        try:
            checks()
        except Exception:
            self.check(f"chapter {name} goes to its end", False, "\n" + traceback.format_exc())

    def end(self):
        """Prints the sum; the exit code."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0
