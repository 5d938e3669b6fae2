"""Starts `sekmet serve`, and ends it when standard input ends: nobody is left who would stop it.
What it kept, in the file that SEKMET_DB names, goes with it.

    python serve.py SETTINGS PORT
"""
import os
import sys
import threading
from pathlib import Path


def forget() -> None:
    for end in ("", "-wal", "-shm"):
        Path(os.environ["SEKMET_DB"] + end).unlink(missing_ok=True)


def end_with_parent() -> None:
    while sys.stdin.buffer.read(4096):
        pass
    forget()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    settings, port = sys.argv[1:]
    from sekmet.cli import app

    try:
        app(["serve", "--config", settings, "--host", "127.0.0.1", "--port", port])
    finally:
        forget()
