"""Reads a shortcut ([MS-SHLLINK]) as far as the checks need it."""
import struct

HAS_ID_LIST, HAS_LINK_INFO = 0x1, 0x2
STRINGS = ((0x4, "name"), (0x8, "relative"), (0x10, "folder"), (0x20, "arguments"), (0x40, "icon"))


def read(path):
    """target, arguments and folder of a shortcut; None when there is none."""
    if not path.exists():
        return None
    data = path.read_bytes()
    flags, = struct.unpack_from("<I", data, 0x14)
    link = {"target": "", "arguments": "", "folder": ""}
    at = 0x4C
    if flags & HAS_ID_LIST:
        at += 2 + struct.unpack_from("<H", data, at)[0]
    if flags & HAS_LINK_INFO:
        size, _, _, _, base = struct.unpack_from("<5I", data, at)
        link["target"] = data[at + base:data.index(b"\0", at + base)].decode("gb18030")
        at += size
    for flag, name in STRINGS:
        if flags & flag:
            count, = struct.unpack_from("<H", data, at)
            link[name] = data[at + 2:at + 2 + 2 * count].decode("utf-16-le").rstrip("\0")  # Wine counts the end
            at += 2 + 2 * count
    return {key: link[key] for key in ("target", "arguments", "folder")}
