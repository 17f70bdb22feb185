"""The installed program upgrades itself: the next version by itself, killed at each step, one that does not start."""
import contextlib
import shutil
import subprocess
import time

from .product import Product, files, tree
from .wine import waitFor

CLOSED = (0, True)
SECONDS = 300  # a machine that does other things besides is no failure
ENVIRONMENT = {"SHEBAO_TRIAL_MS": "240000"}  # of the launcher: nor is a first start on it
SLOW_DOWNLOAD = ("--fault", "slow=20:GET /v1/releases/files")  # it does not end by itself while the check looks on

# What is to be seen in the program folder while an upgrade is at that step.
STEPS = {
    "while the package is on its way": lambda product, version: any(product.folder.glob("versions/*.download")),
    "while it is unpacked": lambda product, version: (product.folder / "versions" / f"{version}.new").exists(),
    "when it has its name": lambda product, version: product.version(version).exists(),
    "when it is switched to": lambda product, version: state(product).get("current") == version,
    "during its first start": lambda product, version: state(product).get("tried") == "1",
}


def check(report, wine, setup, installer):
    product = Product(wine, wine.local / "Programs" / "Shebao", everybody=False)
    code, _ = wine.run(setup.file, "/S", "/CURRENTUSER")
    report.equal("by itself: setup ends well", code, 0)
    releases = Releases(product, setup, installer)
    version = _checkByItself(report, product, setup, releases)
    for step, isThere in STEPS.items():
        version = _checkKilled(report, product, releases, version, step, isThere)
    _checkBroken(report, product, releases, version)
    code, _ = wine.run(product.folder / "shebao-setup.exe", "/S", "/UNINSTALL")
    report.equal("by itself: the older setup that is kept begins to uninstall it", code, 0)
    waitFor(lambda: not product.folder.exists(), 120)
    report.equal("by itself: nothing of any version is left", files(product.folder), [])
    report.equal("by itself: and no entry and no shortcut", (product.entry(), product.links()), (None, {}))


class Releases:
    """What the tax side offers: versions made of the installed one, each one newer."""
    def __init__(self, product, setup, installer):
        self.product = product
        self.installer = installer
        self.folder = product.wine.drive / "releases"
        self.whole = product.wine.folder / "whole"  # versions come and go in the program folder
        shutil.rmtree(self.whole, ignore_errors=True)
        shutil.copytree(product.version(setup.version), self.whole)
        self.parts = [int(part) for part in setup.version.split(".")]

    def offer(self, program=None):
        """The next version; its program is `program` instead, if given."""
        self.parts[2] += 1
        version = ".".join(map(str, self.parts))
        source = self.product.wine.folder / "next"
        shutil.rmtree(source, ignore_errors=True)
        shutil.copytree(self.whole, source)
        (source / "files.txt").unlink()
        if program is not None:
            (source / "shebao-client.exe").write_bytes(program)
        shutil.rmtree(self.folder, ignore_errors=True)
        subprocess.run([self.installer / "release", "--folder", source, "--version", version, "--platform", "windows-x64",
                        "--key", self.installer / "test-keys" / "test.pem", "--out", self.folder, "--note", "测试版本"],
                       check=True, stdout=subprocess.DEVNULL)
        return version


def state(product):
    """Empty while it is being replaced."""
    try:
        return product.state()
    except (OSError, ValueError):
        return {}


def _start(product, *more):
    return product.wine.start(product.folder / "shebao.exe", "--practice", "--releases", r"C:\releases", "--data", r"C:\own",
                              *more, environment=ENVIRONMENT)


def _kill(product, running):
    """As a power cut does. What is there afterwards of the program."""
    product.wine.cutPower()
    running.wait(30)
    return product.wine.processesIn(product.folder)


def _reaches(product, **wanted):
    def there():
        return all(state(product).get(key) == value for key, value in wanted.items())
    return waitFor(there, SECONDS)


def _close(product, running):
    """As its cross does, again and again: a window that is just being made does not hear of it. The exit code, and
    whether client and launcher have ended."""
    product.waitForMainWindow(SECONDS)
    end = time.monotonic() + SECONDS
    while running.poll() is None and time.monotonic() < end:
        product.wine.run("taskkill", "/im", "shebao-client.exe")
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(5)
    seen = running.poll(), product.waitForEnd()
    if seen != CLOSED:
        _kill(product, running)
    return seen


def _checkByItself(report, product, setup, releases):
    version = releases.offer()
    running = _start(product)
    report.check(f"by itself: {setup.version} brings {version} and restarts into it",
                 _reaches(product, current=version, state="good", previous=setup.version), state(product))
    report.check("by itself: the new version shows its window", product.waitForMainWindow(SECONDS))
    said = waitFor(lambda: (product.entry() or {}).get("DisplayVersion") == version, 10)
    report.check("by itself: the list of programs says the new version", said, (product.entry() or {}).get("DisplayVersion"))
    report.equal("by itself: every file is what files.txt says", product.wrongFiles(version), [])
    report.equal("by itself: it closes as it should", _close(product, running), CLOSED)
    before = product.tree()
    code, _ = product.wine.run(product.folder / "shebao-setup.exe", "/S", "/REPAIR")
    report.equal("by itself: the setup that is kept knows that it is older", code, 4)
    report.same("by itself: and changes nothing", product.tree(), before)
    return version


def _checkKilled(report, product, releases, old, step, isThere):
    version = releases.offer()
    running = _start(product, *(SLOW_DOWNLOAD if step == next(iter(STEPS)) else ()))
    met = waitFor(lambda: isThere(product, version), SECONDS)
    report.equal(f"killed {step}: nothing of it runs on", _kill(product, running), [])
    current = state(product).get("current")
    report.check(f"killed {step}: a version that starts is there",
                 met and current in (old, version) and product.wrongFiles(current) == [], (met, state(product)))
    running = _start(product)
    # A first start that was killed is taken for one that failed: the version before stays, until the user wants it again.
    good = waitFor(lambda: state(product).get("state") == "good" and state(product).get("current") in (old, version)
                   and version in (state(product).get("current"), state(product).get("failed")), SECONDS)
    report.check(f"killed {step}: the next start goes on", good and product.waitForMainWindow(SECONDS),
                 (running.poll(), state(product)))
    report.equal(f"killed {step}: and closes as it should", _close(product, running), CLOSED)
    return product.state()["current"]


def _checkBroken(report, product, releases, old):
    data = product.wine.drive / "own"
    before = {path for path in tree(data) if path.endswith("shebao.db")}
    version = releases.offer(program=b"MZ is no program")
    running = _start(product)
    report.check(f"a version that does not start: back to {old} by itself",
                 _reaches(product, current=old, state="good", failed=version), state(product))
    report.check("a version that does not start: the old one shows its window", product.waitForMainWindow(SECONDS))
    time.sleep(2)
    report.equal("a version that does not start: and it is not tried again",
                 (state(product).get("current"), state(product).get("failed")), (old, version))
    report.equal("a version that does not start: closed as it should", _close(product, running), CLOSED)
    report.equal("a version that does not start: the data are there", {p for p in tree(data) if p.endswith("shebao.db")}, before)
