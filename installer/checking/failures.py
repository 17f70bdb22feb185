"""Installations that cannot be finished leave what was there before."""
from .product import Product
from .wine import waitFor


def check(report, wine, setup, newer):
    checkDamagedSetup(report, wine, setup)
    data = wine.windowsPath(wine.local / "Shebao")
    bad = {"cannot be written": r"Z:\proc\shebao", "has a very long path": "C:\\" + "长" * 80 + "\\" + "x" * 140,
           "is the data folder": data, "is inside the data folder": data + r"\practice\Shebao",
           "becomes the data folder": wine.windowsPath(wine.local)}
    for name, folder in bad.items():
        code, _ = wine.run(setup.file, "/S", "/CURRENTUSER", f"/D={folder}")
        report.equal(f"a folder that {name} is refused", code, 5)
    report.equal("a refused folder is not left behind", [*wine.drive.glob("长*"), *wine.local.glob("Shebao")], [])
    report.equal("nothing to repair: says so", wine.run(setup.file, "/S", "/CURRENTUSER", "/REPAIR")[0], 8)
    product = Product(wine, wine.local / "Programs" / "Shebao", everybody=False)
    code, _ = wine.run(setup.file, "/S", "/CURRENTUSER", "/NODESKTOP")
    report.equal("a person's default folder is installed into", (code, product.folder.is_dir()), (0, True))
    report.equal("without a desktop shortcut if it is not wanted", sorted(product.links()),
                 ["practice", "program", "uninstall"])
    before = product.tree()
    code, _ = wine.runWithFullDisk(newer.file, "/S")
    report.equal("full disk: setup says that it could not write", code, 7)
    report.same("full disk: the earlier version is as it was", product.tree(), before)
    checkKilled(report, product, newer, before)
    report.equal("and all of it can be removed", (*product.remove(newer, "/REMOVEDATA"), product.folder.exists()),
                 (0, "uninstalled data=removed", [], False))


def checkDamagedSetup(report, wine, setup):
    """One byte is another: on a bad stick, or after half a download."""
    damaged = wine.drive / "damaged-setup.exe"
    content = bytearray(setup.file.read_bytes())
    content[len(content) * 3 // 4] ^= 0x10
    damaged.write_bytes(content)
    code, _ = wine.run(damaged, "/S", "/CURRENTUSER", seconds=60)
    report.equal("a setup with a changed byte is refused", code, 2)
    report.check("and installs nothing", not (wine.local / "Programs" / "Shebao").exists())
    damaged.unlink()


def checkKilled(report, product, newer, before):
    """Setup dies in the middle of unpacking, as in a loss of power."""
    unpacking = product.version(newer.version + ".new")
    with product.wine.running(newer.file, "/S"):
        begun = waitFor(unpacking.exists, 60)
        product.wine.cutPower()
    report.check("a setup that is killed was unpacking", begun and unpacking.exists())
    left = {path: digest for path, digest in product.tree().items()
            if not path.startswith(f"versions/{newer.version}.new") and not path.endswith(".exe.new")}
    report.same("a setup that is killed leaves the earlier version as it was", left, before)
    report.equal("the earlier version runs", product.run("--version", seconds=60)[0], 0)
    report.equal("setup succeeds when it runs again", product.wine.run(newer.file, "/S")[0], 0)
    report.equal("and every file is right", (product.wrongFiles(newer.version), unpacking.exists()), ([], False))
    report.check("and nothing of the old version is left", len(list((product.folder / "versions").iterdir())) == 1)
