"""screen.py: a virtual screen for a benchmark that shows a window

SPDX-License-Identifier: EUPL-1.2
"""
import os
import shutil
import sys


def start():
    """Goes on where there is a display; where there is none, the program starts again under a virtual one. False: that is not there."""
    if "DISPLAY" in os.environ:
        return True
    if shutil.which("xvfb-run") is None:
        print("xvfb-run is not installed")
        return False
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
    if shutil.which("dbus-run-session"):
        command = ["dbus-run-session", "--", *command]
    os.execvp(command[0], [*command, sys.executable, *sys.argv])


def environment(work, **settings):
    """What a window finds that nobody opened before: settings of its own, and folders in `work`."""
    folders = {name: str(work) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    return {**os.environ, "GSETTINGS_BACKEND": "memory", **folders, **settings}
