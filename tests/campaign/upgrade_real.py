#!/usr/bin/env python3
"""upgrade_real.py CLIENT LAUNCHER TREE: the real client, as it would be installed, from one version to the next.

Offscreen, in practice mode with a folder of releases: it brings the next version by itself, restarts into it, is offered
one that does not start, and comes back by itself. Ends with `N passed, N failed`."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

client, launcher, tree = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
passed = failed = 0


def check(good, what):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    print("ok    " if good else "FAILED", what, flush=True)


def state(root):
    try:
        return dict(line.split("=", 1) for line in (root / "versions.state").read_text().split())
    except (OSError, ValueError):
        return {}


def reaches(root, seconds=90, **wanted):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if all(state(root).get(key) == value for key, value in wanted.items()):
            return True
        time.sleep(0.05)
    print(state(root))
    return False


def release(folder, version, program, out):
    version_folder = folder / ("next-" + version)
    version_folder.mkdir()
    shutil.copy(program, version_folder / "shebao-client")
    subprocess.run([tree / "installer/release", "--folder", version_folder, "--version", version, "--platform", "linux-x64",
                    "--key", tree / "installer/test-keys/test.pem", "--out", out, "--note", "测试版本"], check=True,
                   stdout=subprocess.DEVNULL)


def start(root, folder, out):
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", SHEBAO_TRIAL_MS="30000")
    return subprocess.Popen([root / "shebao", "--practice", "--releases", out, "--data", folder / "data"], env=environment,
                            stderr=subprocess.DEVNULL, start_new_session=True)


def stop(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def main(folder):
    root, out = folder / "install", folder / "out"
    (root / "versions/0.1.0").mkdir(parents=True)
    shutil.copy(launcher, root / "shebao")
    program = folder / "client"
    subprocess.run(["strip", "-o", program, client], check=True)
    shutil.copy(program, root / "versions/0.1.0/shebao-client")
    (root / "versions.state").write_text("current=0.1.0\nprevious=\nstate=good\n")
    release(folder, "0.2.0", program, out)
    running = start(root, folder, out)
    check(reaches(root, current="0.2.0", state="good", previous="0.1.0"), "0.1.0 brought 0.2.0 and restarted into it")
    check(running.poll() is None, "the client runs on")
    release(folder, "0.3.0", pathlib.Path("/bin/false"), out)
    stop(running)
    running = start(root, folder, out)
    check(reaches(root, current="0.2.0", state="good", failed="0.3.0"), "0.3.0 did not start: back to 0.2.0")
    time.sleep(3)
    check(reaches(root, 1, current="0.2.0", failed="0.3.0") and running.poll() is None, "and it stays there")
    stop(running)


with tempfile.TemporaryDirectory() as name:
    main(pathlib.Path(name))
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed or not passed else 0)
