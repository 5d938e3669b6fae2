"""Starts `sekmet serve` and ends it when standard input ends: nobody is left who would stop it.

    python serve.py SETTINGS PORT
"""
import os
import sys
import threading


def end_with_parent() -> None:
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    settings, port = sys.argv[1:]
    from sekmet.cli import app

    app(["serve", "--config", settings, "--host", "127.0.0.1", "--port", port])
