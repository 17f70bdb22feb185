"""A person's own installation, in a folder of his choice with other people's files in it."""
from . import display
from .product import OWN_FILES, Product, intact, plant, stuck, tree
from .wine import waitFor


def check(report, wine, setup):
    chosen = wine.drive / "我的 程序"
    foreign = plant(chosen, "别人的文件.txt")
    product = Product(wine, chosen / "Shebao", everybody=False)
    code, output = wine.run(setup.file, "/S", "/CURRENTUSER", f"/D={wine.windowsPath(chosen)}")
    report.equal("custom folder: setup ends well", (code, output.strip()), (0, f"installed version={setup.version}"))
    report.check("custom folder: a foreign folder gets a sub-folder", product.folder.is_dir())
    if not product.folder.is_dir():
        return
    _checkInstalled(report, product, setup)
    _checkRunning(report, product, setup)
    _checkErrorBox(report, product, setup)
    _checkOtherFolder(report, product, setup)
    report.equal("custom folder: uninstall.exe /S removes it", product.uninstall(), (0, True))
    report.equal("custom folder: nothing is left but foreign files", sorted(tree(chosen)), ["别人的文件.txt"])
    report.equal("custom folder: foreign files are as they were", intact(foreign), [])
    report.equal("custom folder: no entry, no shortcuts", (product.entry(), product.links()), (None, {}))


def _checkInstalled(report, product, setup):
    entry = product.entry() or {}
    folder = product.wine.windowsPath(product.folder)
    report.equal("custom folder: every file is what files.txt says", product.wrongFiles(setup.version), [])
    report.equal("custom folder: the launcher's state", product.state(),
                 {"current": setup.version, "previous": "", "state": "good"})
    report.equal("custom folder: entry in the person's registry",
                 (entry.get("DisplayName"), entry.get("DisplayVersion"), entry.get("InstallLocation")),
                 ("单位社保费管理客户端", setup.version, folder))
    report.equal("custom folder: shortcuts lead there", product.links(), product.expectedLinks())


def _checkRunning(report, product, setup):
    product.startLink(product.desktop / "单位社保费管理客户端.lnk")
    report.check("the desktop shortcut starts the program", product.waitForWindow())
    before = product.tree()
    with stuck(product):
        code, output = product.wine.run(setup.file, "/S", "/WAIT=2")
    report.equal("a program that does not close: setup says so", (code, output.strip()), (3, "failed code=3"))
    report.same("a program that does not close: nothing is changed", product.tree(), before)
    report.check("a program that was asked closes later", product.waitForEnd())
    product.startLink(product.menu / "演示模式.lnk")
    report.check("the start menu's practice mode starts the program", product.waitForMainWindow())
    report.equal("a running program closes when setup asks", product.wine.run(setup.file, "/S")[0], 0)
    report.check("a running program has ended", product.waitForEnd(1))


def _checkErrorBox(report, product, setup):
    """A launcher that finds nothing to start says so in a box, and runs until somebody has read it."""
    (product.version(setup.version) / "shebao-client.exe").unlink()
    with product.wine.running(product.folder / "shebao.exe"):
        shown = waitFor(lambda: display.largestWindow(product.wine.display)[0] > 100, 60)
        code, output = product.wine.run(setup.file, "/S", "/REPAIR")
        report.equal("the launcher's message closes when a repair asks", (shown, code, output.strip()),
                     (True, 0, f"repaired version={setup.version} restored=1"))
        report.check("and the launcher has ended", product.waitForEnd(1))


def _checkOtherFolder(report, product, setup):
    before = product.tree()
    code, _ = product.wine.run(setup.file, "/S", r"/D=C:\elsewhere")
    report.equal("a second folder is refused", (code, (product.wine.drive / "elsewhere").exists()), (9, False))
    report.same("a second folder is refused: nothing is changed", product.tree(), before)
    there = {path for path in product.tree() if "/" not in path}
    report.equal("the program folder holds what the page says", there, OWN_FILES | {"versions"})
