"""Plays setup's own pages and leaves pictures of them, for somebody to look at."""
import os
import pathlib
import signal
import subprocess
import time

from .product import Product, tell
from .wine import waitFor

# Where in the window: parts of its width and height.
FIRST, SECOND, NEXT = (0.5, 0.51), (0.5, 0.66), (0.74, 0.94)


class Camera:
    def __init__(self, wine, folder, language):
        self.wine = wine
        self.folder = folder
        self.language = language
        self._environment = dict(os.environ, DISPLAY=wine.display)

    def open(self, *command):
        self.wine.start(*command, f"/LANG={self.language}")

    def _do(self, *command):
        return subprocess.run(list(map(str, command)), env=self._environment, capture_output=True, text=True).stdout

    def _window(self):
        return waitFor(lambda: self._do("xdotool", "search", "--onlyvisible", "--name", ".").split(), 20)[-1]

    def click(self, place):
        window = self._window()
        shape = dict(line.split("=") for line in self._do("xdotool", "getwindowgeometry", "--shell", window).split())
        x, y = (int(shape["WIDTH"]) * place[0], int(shape["HEIGHT"]) * place[1])
        self._do("xdotool", "mousemove", "--window", window, int(x), int(y), "click", 1)

    def take(self, name, seconds=3):
        time.sleep(seconds)
        file = self.folder / f"{self.language}-{name}.png"
        self._do("import", "-window", "root", "-trim", "+repage", file)
        print(file)

    def close(self, *names):
        tell([one for name in names for one in self.wine.processes(name)], signal.SIGKILL)
        time.sleep(1)


def take(wine, setup, newer, folder):
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("zh", "en"):
        play(Camera(wine, folder, language), setup, newer)
    return 0


def play(camera, setup, newer):
    product = Product(camera.wine, camera.wine.local / "Programs" / "Shebao", everybody=False)
    camera.open(setup.file, "/CURRENTUSER")
    camera.take("1-install")
    camera.click(SECOND)
    camera.take("2-custom")
    camera.click(NEXT)
    camera.take("3-installed", 12)
    camera.close(setup.file.name)
    camera.open(setup.file)
    camera.take("4-again")
    camera.click(FIRST)
    camera.take("5-repaired", 12)
    camera.close(setup.file.name)
    camera.wine.start(product.folder / "shebao.exe", "--practice")
    product.waitForWindow()
    camera.open(newer.file)
    camera.take("6-upgrade", 5)
    camera.click(FIRST)
    camera.take("7-running", 5)
    camera.close(newer.file.name, "shebao-client.exe")
    camera.wine.run(newer.file, "/S")
    camera.open(setup.file)
    camera.take("8-older")
    camera.close(setup.file.name)
    camera.open(product.folder / "shebao-setup.exe")
    time.sleep(5)
    camera.click(SECOND)
    camera.take("9-uninstall", 5)
    camera.click(NEXT)
    camera.take("10-uninstalled", 10)
    camera.close("un.exe")
