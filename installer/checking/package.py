"""What can be said about the setup program without running it."""
import pathlib
import re
import subprocess

from .product import record

MEGABYTE = 1 << 20
IMPORT_LIBRARIES = pathlib.Path("/usr/x86_64-w64-mingw32/lib")  # the compiler has one for every library of Windows


def imports(file):
    text = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", file], check=True, capture_output=True, text=True).stdout
    return {name.lower() for name in re.findall(r"DLL Name: (\S+)", text)}


def checkLibraries(report, folder):
    """Libraries beside the program are there because somebody imports them; those in folders are plugins."""
    programs = [path for path in folder.rglob("*") if path.suffix.lower() in (".exe", ".dll")]
    beside = {path.name.lower() for path in folder.glob("*.dll")}
    imported = set().union(*(imports(path) for path in programs))
    report.equal("every library that is shipped is loaded by something", sorted(beside - imported), [])
    system = {path.name.lower() for path in IMPORT_LIBRARIES.glob("lib*.a")}
    missing = [name for name in imported - beside if f"lib{pathlib.Path(name).stem}.a" not in system and not name.startswith("api-ms-win-")]
    report.equal("every library that is needed is shipped or is Windows' own", sorted(missing), [])


def texts(file):
    """Version resource of a program: names and values, as they follow each other in UTF-16."""
    data = pathlib.Path(file).read_bytes().decode("utf-16-le", errors="replace")
    return dict(re.findall(r"(ProductName|FileVersion|CompanyName|FileDescription)\0+([^\0]+)", data))


def check(report, setup, stage):
    version = stage / "versions" / setup.version
    size = setup.file.stat().st_size
    report.check("setup is not larger than 20 MB", size <= 20 * MEGABYTE, f"{size / MEGABYTE:.1f} MB")
    recorded = record(version)
    staged = {str(path.relative_to(version)) for path in version.rglob("*") if path.is_file()} - {"files.txt"}
    report.equal("files.txt names exactly what is staged", set(recorded) ^ staged, set())
    report.equal("setup says what it is", texts(setup.file),
                 {"ProductName": "单位社保费管理客户端", "FileDescription": "单位社保费管理客户端", "CompanyName": "Shebao",
                  "FileVersion": setup.version})
    checkLibraries(report, version)
