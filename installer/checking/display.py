"""Which windows a display shows, asked of Xlib itself."""
import ctypes


class Attributes(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("before", ctypes.c_char * 76), ("state", ctypes.c_int), ("rest", ctypes.c_char * 64)]


VIEWABLE = 2
# A window may go away between the list and the question; Xlib's own handler would end this program.
IGNORE_ERRORS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, error: 0)


def largestWindow(display):
    """Width and height of the largest visible window; (0, 0) when there is none."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XSetErrorHandler(IGNORE_ERRORS)
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xlib.XOpenDisplay(display.encode()))
    if not connection:
        return 0, 0
    xlib.XDefaultRootWindow.restype = ctypes.c_ulong
    root = ctypes.c_ulong(xlib.XDefaultRootWindow(connection))
    one, two, children, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    xlib.XQueryTree(connection, root, ctypes.byref(one), ctypes.byref(two), ctypes.byref(children), ctypes.byref(count))
    sizes = [(0, 0)]
    for index in range(count.value):
        seen = Attributes()
        xlib.XGetWindowAttributes(connection, ctypes.c_ulong(children[index]), ctypes.byref(seen))
        if seen.state == VIEWABLE:
            sizes.append((seen.width, seen.height))
    if children:
        xlib.XFree(children)
    xlib.XCloseDisplay(connection)
    return max(sizes, key=lambda size: size[0] * size[1])
