"""The installation for all users: a month is played, upgraded, damaged, repaired, removed."""
import pathlib
import re
import shutil

from .product import Product, files, intact, plant, record, stuck, tree

MEGABYTE = 1 << 20
DATA_FILES = ("shebao.db", "vault.key", "log/shebao.log")
TOUR = pathlib.Path(__file__).resolve().parents[2] / "ui" / "tour"
# Pictures of what mostly does not happen: an answer or a submission was lost on its way, the tour failed.
SOMETIMES = {"缴款结果未知", "没有到达税务端", "failed"}


def check(report, wine, setup, newer, tour):
    product = Product(wine, wine.drive / "Program Files" / "Shebao", everybody=True)
    checkInstall(report, product, setup)
    checkTour(report, product, tour)
    data, foreign = _leaveData(report, product, setup)
    before = tree(data)
    checkUpgrade(report, product, setup, newer)
    checkRepair(report, product, newer)
    report.same("upgrade and repair leave the data as they are", tree(data), before)
    report.equal("upgrade and repair leave foreign files as they are", intact(foreign), [])
    checkRemoval(report, product, setup, newer, data, before)
    report.equal("foreign files are there to the end", intact(foreign), [])


def checkInstall(report, product, setup):
    code, output = product.wine.run(setup.file, "/S")
    report.equal("default folder: setup ends well", (code, output.strip()), (0, f"installed version={setup.version}"))
    size = sum(path.stat().st_size for path in product.folder.rglob("*") if path.is_file())
    report.check("installed, it is not larger than 60 MB", 0 < size <= 60 * MEGABYTE, f"{size / MEGABYTE:.1f} MB")
    report.equal("default folder: every file is what files.txt says", product.wrongFiles(setup.version), [])
    report.equal("default folder: shortcuts of all users lead there", product.links(), product.expectedLinks())
    folder = product.wine.windowsPath(product.folder)
    entry = product.entry() or {}
    expected = {"InstallLocation": folder, "UninstallString": f'"{folder}\\uninstall.exe"',
                "QuietUninstallString": f'"{folder}\\uninstall.exe" /S', "ModifyPath": f'"{folder}\\shebao-setup.exe"',
                "DisplayIcon": f"{folder}\\shebao.exe", "DisplayVersion": setup.version, "Publisher": "Shebao"}
    report.equal("default folder: entry for all users", {key: entry.get(key) for key in expected}, expected)
    report.check("default folder: the entry's size is a size", 0 < entry.get("EstimatedSize", 0) <= 60 << 10)


def checkTour(report, product, tour):
    code, output = product.run("--tour", product.wine.windowsPath(tour), seconds=300)
    pictures = sorted(tour.glob("*.png"))
    report.equal("the installed program plays the tour", code, 0)
    names = {path.stem.partition("-")[2] for path in pictures if path.stat().st_size > 5000}
    expected = picturesOfTheTour()
    report.check(f"the tour leaves each of its {len(expected)} pictures, and no other",
                 len(expected) > 70 and not expected - names and len(names) == len(pictures) and names <= expected | SOMETIMES,
                 f"missing {sorted(expected - names)}, of {len(pictures)}; {output[-300:]}")


def picturesOfTheTour():
    """The names that its source takes pictures under."""
    source = "".join(path.read_text(encoding="utf-8") for path in TOUR.glob("*.cpp"))
    return set(re.findall(r'(?:shot|savePreview)\(QStringLiteral\("([^"]+)"', source)) - SOMETIMES


def _leaveData(report, product, setup):
    """What a practice session leaves, taken for real data; foreign files among it and in the program folder."""
    with product.wine.running(product.folder / "shebao.exe", "--practice") as program:
        report.check("practice mode shows a window", product.waitForMainWindow())
        code, _ = product.wine.run(setup.file, "/S", "/REPAIR")
        report.equal("practice mode closes when a repair asks", (code, program.wait(30)), (0, 0))
    practice = product.data / "practice" / "shanxi-60-1"
    for name in DATA_FILES:  # practice mode keeps the same files in a folder of its own
        (product.data / name).parent.mkdir(parents=True, exist_ok=True)
        (product.data / name).write_bytes((practice / name).read_bytes() if (practice / name).exists() else b"stand-in")
    foreign = plant(product.data, "我的备份.db", "log/notes.txt", "practice/mine.txt")
    foreign += plant(product.folder, "server.json", "notes.txt", f"versions/{setup.version}/licenses/mine.txt",
                     "versions/mine/readme.txt")
    return product.data, foreign


def checkUpgrade(report, product, setup, newer):
    code, output = product.wine.run(newer.file, "/S")
    report.equal("a newer setup upgrades", (code, output.strip()), (0, f"installed version={newer.version}"))
    report.equal("upgrade: the launcher's state", product.state(),
                 {"current": newer.version, "previous": "", "state": "good"})
    report.equal("upgrade: the old version is gone, foreign files are not",
                 files(product.version(setup.version)), ["licenses/mine.txt"])
    report.equal("upgrade: the entry says so", (product.entry() or {}).get("DisplayVersion"), newer.version)
    before = product.tree()
    code, output = product.wine.run(setup.file, "/S")
    report.equal("an older setup is refused", (code, output.strip()), (4, "failed code=4"))
    report.same("an older setup changes nothing", product.tree(), before)


def checkRepair(report, product, setup):
    """Each file goes missing once and is damaged once; one run of setup does for two of them."""
    before = product.tree()
    folder = product.version(setup.version)
    every = [folder / name for name in record(folder)] + [folder / "files.txt"]
    every += [product.folder / name for name in ("shebao.exe", "uninstall.exe", "shebao-setup.exe")]
    wrong = []
    for missing, damaged in zip(every, every[1:] + every[:1]):
        missing.unlink()
        damage(damaged)
        code, output = product.wine.run(setup.file, "/S", "/REPAIR")
        said = (0, f"repaired version={setup.version} restored=2")
        same = product.tree() == before
        runs, _ = product.run("--version", seconds=60)
        if (code, output.strip()) != said or not same or runs != 0:
            wrong.append(f"{missing.name}, {damaged.name}: {code} {output.strip()}, then {runs}")
    report.equal(f"each of {len(every)} program files, missing and damaged, is restored, no other, and the program runs",
                 wrong, [])
    checkRepairOfAll(report, product, setup, before)


def checkRepairOfAll(report, product, setup, before):
    for path in product.version(setup.version).rglob("*"):
        if path.is_file():
            path.unlink()
    (product.folder / "shebao.exe").unlink()
    (product.folder / "versions.state").write_bytes(b"\0\0")
    for link in (product.desktop / "单位社保费管理客户端.lnk", product.menu / "演示模式.lnk"):
        link.unlink()
    code, output = product.wine.run(product.folder / "shebao-setup.exe", "/S", "/REPAIR")
    report.equal("a version without any file is repaired by the copy of setup that is kept", code, 0)
    report.same("its files are what they were", product.tree(), before)
    report.equal("shortcuts are written again", product.links(), product.expectedLinks())
    with product.wine.running(product.folder / "shebao.exe", "--practice", "--data", r"C:\elsewhere"):
        report.check("repaired, the program shows its window", product.waitForMainWindow())
        report.equal("uninstalling refuses while it runs and does not close", _uninstallWhileStuck(product, setup), 3)


def _uninstallWhileStuck(product, setup):
    with stuck(product):
        code, _ = product.wine.run(setup.file, "/S", "/UNINSTALL", "/WAIT=1")
    product.waitForEnd()
    return code


def damage(file):
    """One byte in the middle is another; an empty file gets one."""
    content = bytearray(file.read_bytes()) or bytearray(b"x")
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)


def leaveUpgrade(product, setup):
    """What upgrades of the running program leave: the version before, one half unpacked, one half downloaded."""
    versions = product.folder / "versions"
    for name in ("0.0.1", "9.9.9.new"):
        shutil.copytree(product.version(setup.version), versions / name)
    (versions / "9.9.9.new" / "shebao-client.exe").unlink()
    for path in (versions / "9.9.9.download", versions / "upgrade.lock", product.folder / "versions.lock"):
        path.write_bytes(b"")


def checkRemoval(report, product, setup, newer, data, before):
    leaveUpgrade(product, newer)
    code, output = product.wine.run(newer.file, "/S", "/UNINSTALL")
    report.equal("uninstalling ends well", (code, output.strip()), (0, "uninstalled data=kept"))
    report.equal("uninstalling leaves foreign files and nothing else",
                 files(product.folder),
                 ["notes.txt", "server.json", f"versions/{setup.version}/licenses/mine.txt", "versions/mine/readme.txt"])
    report.equal("uninstalling removes entry and shortcuts", (product.entry(), product.links(), product.menu.exists()),
                 (None, {}, False))
    report.same("uninstalling keeps the data", tree(data), before)
    report.equal("uninstalling twice says so", product.wine.run(newer.file, "/S", "/UNINSTALL")[0], 8)
    report.equal("installed again, in the folder with foreign files", product.wine.run(setup.file, "/S")[0], 0)
    report.equal("installed again: every file is right", [path for path in product.wrongFiles(setup.version)
                                                         if path != "licenses/mine.txt"], [])
    report.same("installed again: the data are there", tree(data), before)
    report.equal("uninstall.exe /S /REMOVEDATA removes it", product.uninstall("/REMOVEDATA"), (0, True))
    report.equal("its data are gone, foreign files are not", files(data),
                 ["log/notes.txt", "practice/mine.txt", "我的备份.db"])
