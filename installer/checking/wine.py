"""A Windows of one's own: a fresh Wine prefix that speaks Chinese, on a display of its own."""
import contextlib
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import time

FONTS = ("Microsoft YaHei UI", "Microsoft YaHei", "SimSun", "MS Shell Dlg", "Tahoma")


class Wine:
    """afresh() gives a Windows in which nothing has happened yet: a copy of one that is made once."""
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.prefix = self.folder / "prefix"
        self._template = self.folder / "template"
        self.drive = self.prefix / "drive_c"
        self.display = None
        self._environment = dict(os.environ, WINEPREFIX=str(self.prefix), WINEDEBUG="-all",
                                 WINEDLLOVERRIDES="mscoree,mshtml=", LOCPATH=str(self.folder / "locale"),
                                 LC_ALL="zh_CN.UTF-8",
                                 QT_COMMAND_LINE_PARSER_NO_GUI_MESSAGE_BOXES="1")  # for --version

    def __enter__(self):
        # Without a Chinese locale Wine has a western code page, in which it cannot write the path of a shortcut.
        (self.folder / "locale").mkdir(parents=True)
        subprocess.run(["localedef", "-i", "zh_CN", "-f", "UTF-8", self.folder / "locale" / "zh_CN.UTF-8"], check=True)
        self._startDisplay()
        if self.run("wineboot", "-i", seconds=600)[0] != 0:
            raise RuntimeError("Wine does not start")
        for name in FONTS:
            self.run("reg", "add", r"HKCU\Software\Wine\Fonts\Replacements", "/v", name, "/d", "Noto Sans CJK SC", "/f")
        self.cutPower()
        self.prefix.rename(self._template)
        return self

    def __exit__(self, *_):
        self.cutPower()
        self._xvfb.terminate()
        self._xvfb.wait()

    def afresh(self):
        if self.prefix.exists():
            self.cutPower()
            shutil.rmtree(self.prefix)
        subprocess.run(["cp", "-a", self._template, self.prefix], check=True)
        self.home = next(path for path in (self.drive / "users").iterdir() if path.name != "Public")
        self.local = self.home / "AppData" / "Local"
        return self

    def cutPower(self):
        """Ends every process of the prefix at once: one that is just being born, too, which no list of processes names."""
        subprocess.run(["wineserver", "-k"], env=self._environment)
        subprocess.run(["wineserver", "-w"], env=self._environment, timeout=60)

    def _startDisplay(self):
        read, write = os.pipe()
        self._xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24",
                                       "-nolisten", "tcp", "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.display = ":" + number.readline().strip()
        self._environment["DISPLAY"] = self.display

    def start(self, *command, environment=None, **options):
        """A process of Wine that is left alone: nobody waits for its output. `environment` is added to what it gets."""
        return subprocess.Popen(["wine", *map(str, command)],
                                **{"env": self._environment | (environment or {}), "stdin": subprocess.DEVNULL,
                                   "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options)

    @contextlib.contextmanager
    def running(self, *command):
        """A process for as long as the block lasts. One that outlives it by a minute takes the whole prefix along."""
        process = self.start(*command)
        try:
            yield process
        finally:
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                self.cutPower()
                process.wait()

    def run(self, *command, seconds=180, **options):
        """Exit code and output; None when it did not end in time."""
        process = self.start(*command, stdout=subprocess.PIPE, text=True, errors="replace", **options)
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return None, "did not end"
        return process.returncode, output

    def runWithFullDisk(self, *command, megabytes=1):
        """As if the disk were full: no file may grow beyond `megabytes`."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (megabytes << 20, megabytes << 20))
        return self.run(*command, preexec_fn=limit)

    def processes(self, name):
        """Ids of running programs in this prefix whose file is called `name`."""
        return [one for one, line in self._commandLines()
                if line.split("\0")[0].replace("\\", "/").lower().endswith("/" + name)]

    def processesIn(self, folder):
        """Command lines of processes in this prefix that were started from `folder` or have a file of it mapped."""
        names = (str(folder).lower(), self.windowsPath(folder).lower())
        found = []
        for one, line in self._commandLines():
            try:
                maps = pathlib.Path(f"/proc/{one}/maps").read_text(errors="replace").lower()
            except OSError:
                continue  # it has ended meanwhile
            if names[0] in maps or any(name in line.lower() for name in names):
                found.append(line.replace("\0", " ").strip())
        return found

    def _commandLines(self):
        for entry in pathlib.Path("/proc").iterdir():
            try:
                line = (entry / "cmdline").read_bytes().decode(errors="replace")
                mine = b"WINEPREFIX=" + os.fsencode(self.prefix) in (entry / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if mine:
                yield int(entry.name), line

    def registry(self, key):
        """Values of a key; None when it is not there."""
        export = self.drive / "export.reg"
        export.unlink(missing_ok=True)
        code, _ = self.run("reg", "export", key, r"C:\export.reg", "/y")
        if code != 0:
            return None
        values = {}
        for line in export.read_text(encoding="utf-16").splitlines():
            name, separator, value = line.partition("=")
            if separator and name.startswith('"'):
                text = value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
                values[name.strip('"')] = int(value[6:], 16) if value.startswith("dword:") else text
        return values

    def path(self, windows):
        """Where a file of drive C: is."""
        return self.drive / windows[3:].replace("\\", "/")

    def windowsPath(self, path):
        return "C:\\" + str(pathlib.Path(path).relative_to(self.drive)).replace("/", "\\")


def waitFor(condition, seconds):
    """What `condition` says at last, when it says yes or time is over."""
    end = time.monotonic() + seconds
    while True:
        result = condition()
        if result or time.monotonic() > end:
            return result
        time.sleep(0.02)


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    pathlib.Path(folder).mkdir(parents=True)
    return folder
