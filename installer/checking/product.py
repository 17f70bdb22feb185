"""The product as installed: where its things are, and what setup is told."""
import contextlib
import hashlib
import os
import pathlib
import shutil
import signal
import subprocess
import time

from . import display, links
from .wine import waitFor

NAME = "单位社保费管理客户端"
KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Shebao"
OWN_FILES = {"shebao.exe", "uninstall.exe", "shebao-setup.exe", "versions.state"}


def tree(folder):
    """Every file and folder below `folder`, with the hash of what is in it."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    return found


def files(folder):
    """The files of a tree."""
    return [path for path, digest in tree(folder).items() if digest]


def record(folder):
    """files.txt of a version: path to (hash, size)."""
    lines = (line.split(" ", 2) for line in (folder / "files.txt").read_text(encoding="utf-8").splitlines())
    return {path: (digest, int(size)) for digest, size, path in lines}


class Setup:
    """A setup program of one version."""
    def __init__(self, file, version):
        self.file = file
        self.version = version

    @staticmethod
    def build(installer, stage, out, fast=False):
        """Packages `stage`; the one version in it is the setup's."""
        command = [installer / "package", "--stage", stage, "--out", out, *(["--fast"] if fast else [])]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        return Setup(pathlib.Path(output.splitlines()[-1]), versionOf(stage))


def versionOf(stage):
    return next(path.name for path in (stage / "versions").iterdir())


def nextStage(stage, folder):
    """A copy of the stage that calls itself one version newer."""
    major, minor, patch = versionOf(stage).split(".")
    shutil.copytree(stage, folder, symlinks=True)
    (folder / "versions" / versionOf(stage)).rename(folder / "versions" / f"{major}.{minor}.{int(patch) + 1}")
    return folder


class Product:
    """What is installed in `folder`, for one person or for all."""
    def __init__(self, wine, folder, everybody):
        self.wine = wine
        self.folder = folder
        self.hive = "HKLM" if everybody else "HKCU"
        roaming = wine.drive / "ProgramData" if everybody else wine.home / "AppData" / "Roaming"
        self.menu = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / NAME
        self.desktop = (wine.drive / "users" / "Public" if everybody else wine.home) / "Desktop"
        self.data = wine.local / "Shebao"

    def tree(self):
        """The program folder, but for the locks that launcher and client come and go with."""
        return {path: digest for path, digest in tree(self.folder).items() if not path.endswith(".lock")}

    def entry(self):
        return self.wine.registry(f"{self.hive}\\{KEY}")

    def state(self):
        lines = (self.folder / "versions.state").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    def version(self, version):
        return self.folder / "versions" / version

    def links(self):
        files = {"desktop": self.desktop / f"{NAME}.lnk", "program": self.menu / f"{NAME}.lnk",
                 "practice": self.menu / "演示模式.lnk", "uninstall": self.menu / "卸载.lnk"}
        return {name: link for name, file in files.items() if (link := links.read(file))}

    def expectedLinks(self):
        folder = self.wine.windowsPath(self.folder)

        def link(program, arguments=""):
            return {"target": f"{folder}\\{program}", "arguments": arguments, "folder": folder}
        return {"desktop": link("shebao.exe"), "program": link("shebao.exe"),
                "practice": link("shebao.exe", "--practice"), "uninstall": link("uninstall.exe")}

    def wrongFiles(self, version):
        """Recorded files that are missing or not what files.txt says, and files nobody recorded."""
        folder = self.version(version)
        recorded = record(folder) if (folder / "files.txt").exists() else {"files.txt": ("", 0)}
        there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {"files.txt"}
        wrong = [path for path in recorded if path in there
                 and hashlib.sha256((folder / path).read_bytes()).hexdigest() != recorded[path][0]]
        return sorted([*wrong, *(there ^ set(recorded))])

    def run(self, *arguments, **options):
        return self.wine.run(self.folder / "shebao.exe", *arguments, **options)

    def client(self):
        return self.wine.processes("shebao-client.exe")

    def waitForWindow(self, seconds=60, width=100):
        """True when a client shows a window, of this width at least."""
        return bool(waitFor(lambda: self.client() and display.largestWindow(self.wine.display)[0] > width, seconds))

    def waitForMainWindow(self, seconds=60):
        """Practice mode may show first that it is making its books."""
        return self.waitForWindow(seconds, width=800)

    def waitForEnd(self, seconds=30):
        return waitFor(lambda: not self.client() and not self.wine.processes("shebao.exe"), seconds)

    def startLink(self, link):
        return self.wine.start("start", "/unix", link).wait()

    def remove(self, setup, *switches):
        """Exit code and output of setup's /UNINSTALL, and which processes of the program are there still."""
        code, output = self.wine.run(setup.file, "/S", "/UNINSTALL", *switches)
        return code, output.strip(), self.wine.processesIn(self.folder)

    def uninstall(self, *switches):
        """uninstall.exe as 程序和功能 runs it: from a copy of itself, so it returns before it is done. Its exit code, and
        whether it was done in time."""
        code, _ = self.wine.run(self.folder / "uninstall.exe", "/S", *switches)
        return code, waitFor(lambda: not self.wine.processes("un.exe")
                             and not (self.folder / "uninstall.exe").exists(), 120)


def plant(folder, *names):
    """Files of somebody else; what they hold, by path."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"not ours: {name}")
    return [folder / name for name in names]


def intact(files):
    """Those of `files` that are not what plant() wrote."""
    return [file for file in files if not file.exists() or not file.read_text().startswith("not ours")]


@contextlib.contextmanager
def stuck(product):
    """The client answers nothing, as if it hung."""
    time.sleep(1)
    ids = product.client()
    tell(ids, signal.SIGSTOP)
    try:
        yield
    finally:
        tell(ids, signal.SIGCONT)


def tell(ids, what):
    for one in ids:
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself
            os.kill(one, what)
