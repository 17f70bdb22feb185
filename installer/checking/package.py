"""What can be said about the setup program without running it."""
import pathlib
import re
import subprocess

from .product import record

MEGABYTE = 1 << 20
# Of Windows itself. What is not here has to be shipped.
SYSTEM = re.compile(r"^(api-ms-win-.*|advapi32|authz|bcrypt|comctl32|comdlg32|crypt32|d2d1|d3d\d+|d3d12|d3dcompiler_47|dcomp|dnsapi|"
                    r"dwmapi|dwrite|dxgi|gdi32|imm32|iphlpapi|kernel32|mpr|msvcrt|ncrypt|netapi32|ntdll|ole32|oleaut32|"
                    r"opengl32|rpcrt4|secur32|setupapi|shcore|shell32|shlwapi|user32|userenv|uxtheme|version|winhttp|"
                    r"winmm|winspool|ws2_32|wtsapi32)(\.dll|\.drv)$")


def imports(file):
    text = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", file], check=True, capture_output=True, text=True).stdout
    return {name.lower() for name in re.findall(r"DLL Name: (\S+)", text)}


def checkLibraries(report, folder):
    """Libraries beside the program are there because somebody imports them; those in folders are plugins."""
    programs = [path for path in folder.rglob("*") if path.suffix.lower() in (".exe", ".dll")]
    beside = {path.name.lower() for path in folder.glob("*.dll")}
    imported = set().union(*(imports(path) for path in programs))
    report.equal("every library that is shipped is loaded by something", sorted(beside - imported), [])
    missing = [name for name in imported - beside if not SYSTEM.match(name)]
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
