"""Adds byte code, native libraries and service files to an APK that aapt2 has linked.

zip_apk.py APK CODE_FOLDER [NAME=FILE ...] --services JAR_OR_FOLDER ...

Service files name classes: where R8 has renamed those, its own folder has the right ones.
"""
import pathlib
import sys
import zipfile

apk, code, *rest = sys.argv[1:]
at = rest.index("--services")
natives, jars = rest[:at], rest[at + 1:]
with zipfile.ZipFile(apk, "a") as made:
    for dex in sorted(pathlib.Path(code).glob("*.dex")):
        made.write(dex, dex.name, zipfile.ZIP_DEFLATED)
    for native in natives:
        name, file = native.split("=", 1)
        # Stored: the phone maps them from the APK itself.
        made.write(file, name, zipfile.ZIP_STORED)
    for jar in map(pathlib.Path, jars):
        if jar.is_dir():
            for file in sorted(jar.glob("META-INF/services/*")):
                made.write(file, file.relative_to(jar).as_posix(), zipfile.ZIP_DEFLATED)
            continue
        with zipfile.ZipFile(jar) as library:
            for name in library.namelist():
                if name.startswith("META-INF/services/") and not name.endswith("/"):
                    if name not in made.namelist():
                        made.writestr(name, library.read(name), zipfile.ZIP_DEFLATED)
