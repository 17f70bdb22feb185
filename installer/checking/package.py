"""What can be said about the setup program without running it."""
import json
import pathlib
import re
import struct
import subprocess

from .product import record

MEGABYTE = 1 << 20
IMPORT_LIBRARIES = pathlib.Path("/usr/x86_64-w64-mingw32/lib")  # the compiler has one for every library of Windows


# Which licence a shipped library is under: its folder in licenses/.
LICENCES = {"qt": r"Qt6\w+\.dll|qwindows\.dll|qopensslbackend\.dll", "openssl": r"lib(crypto|ssl)-3-x64\.dll",
            "gcc-runtime": r"lib(stdc\+\+-6|gcc_s_seh-1)\.dll", "mingw-w64-runtime": r"libwinpthread-1\.dll",
            "sqlite": r"sqlite3\.dll", "zlib": r"zlib1\.dll", "libxlsxwriter": r"libxlsxwriter\.dll"}
ICON, ICON_GROUP, VERSION, MANIFEST = 3, 14, 16, 24  # RT_… of Windows


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


def resourceTypes(file):
    """Which kinds of resources a program has: the first level of its directory ([PE], .rsrc)."""
    data = pathlib.Path(file).read_bytes()
    head, = struct.unpack_from("<I", data, 0x3C)
    sections, = struct.unpack_from("<H", data, head + 6)
    optional, = struct.unpack_from("<H", data, head + 20)
    for number in range(sections):
        name, _, _, _, base = struct.unpack_from("<8s4I", data, head + 24 + optional + 40 * number)
        if name.rstrip(b"\0") == b".rsrc":
            named, numbered = struct.unpack_from("<2H", data, base + 12)
            return {struct.unpack_from("<I", data, base + 16 + 8 * entry)[0] for entry in range(named + numbered)}
    return set()


def saysOf(version):
    return {"ProductName": "单位社保费管理客户端", "FileDescription": "单位社保费管理客户端", "CompanyName": "Shebao",
            "FileVersion": version}


def checkPrograms(report, programs, version):
    for file in programs:
        report.equal(f"{file.name} says what it is", texts(file), saysOf(version))
        report.equal(f"{file.name} has icon, version and manifest",
                     {ICON, ICON_GROUP, VERSION, MANIFEST} - resourceTypes(file), set())
        manifest = file.read_bytes()
        report.check(f"{file.name} is sharp on every screen and never asks for an administrator",
                     b"PerMonitorV2" in manifest and b'level="asInvoker"' in manifest)


def checkLicences(report, folder):
    named = {entry["name"] for entry in json.loads((folder / "THIRD-PARTY.json").read_text(encoding="utf-8"))}

    def isLicensed(library):
        names = [name for name, pattern in LICENCES.items() if re.fullmatch(pattern, library)]
        text = folder / "licenses" / (names or ["none"])[0] / "LICENSE.txt"
        return len(names) == 1 and names[0] in named and text.is_file() and text.stat().st_size > 0
    report.equal("every shipped library has its licence beside it, and is in the table of 关于",
                 sorted(path.name for path in folder.rglob("*.dll") if not isLicensed(path.name)), [])


def check(report, setup, stage):
    version = stage / "versions" / setup.version
    size = setup.file.stat().st_size
    report.check("setup is not larger than 20 MB", size <= 20 * MEGABYTE, f"{size / MEGABYTE:.1f} MB")
    recorded = record(version)
    staged = {str(path.relative_to(version)) for path in version.rglob("*") if path.is_file()} - {"files.txt"}
    report.equal("files.txt names exactly what is staged", set(recorded) ^ staged, set())
    report.equal("setup says what it is", texts(setup.file), saysOf(setup.version))
    checkLibraries(report, version)
    checkLicences(report, version)
    checkPrograms(report, [stage / "shebao.exe", version / "shebao-client.exe"], setup.version)
