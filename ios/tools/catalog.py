#!/usr/bin/env python3
"""Adds texts to a String Catalog: python3 ios/tools/catalog.py TABLE < lines.tsv

A line is `key<TAB>English<TAB>Welsh`, or `key<TAB>@name` for the words that Android has under that name.
Keys that are there already are replaced, the others stay. Welsh is marked "needs review" until somebody has read it.
"""
import json, pathlib, re, sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
RES = ROOT / "android/ui/src/main/res"


def android(folder):
    words = {}
    for file in (RES / folder).glob("strings*.xml"):
        for one in xml.parse(file).getroot().findall("string"):
            text = "".join(one.itertext()).replace("\\'", "'").replace('\\"', '"').replace("\\n", "\n")
            # Android's places as Apple's: %1$s and %1$d.
            words[one.get("name")] = re.sub(r"%(\d+)\$[sd]", r"%\1$@", text)
    return words


def unit(state, value):
    return {"stringUnit": {"state": state, "value": value}}


def main():
    file = ROOT / "ios/Sources/Features/Catalogs" / (sys.argv[1] + ".xcstrings")
    catalog = json.loads(file.read_text()) if file.exists() else {"sourceLanguage": "en", "strings": {}, "version": "1.0"}
    en, cy = android("values"), android("values-cy")
    for line in sys.stdin:
        if not line.strip():
            continue
        key, *words = line.rstrip("\n").split("\t")
        if len(words) == 1 and words[0].startswith("@"):
            words = [en[words[0][1:]], cy[words[0][1:]]]
        english, welsh = words
        catalog["strings"][key] = {
            "extractionState": "manual",
            "localizations": {"cy": unit("needs_review", welsh), "en": unit("translated", english)},
        }
    catalog["strings"] = dict(sorted(catalog["strings"].items()))
    file.write_text(json.dumps(catalog, ensure_ascii=False, indent=2, separators=(",", " : ")) + "\n")
    print(f"{file.relative_to(ROOT)}: {len(catalog['strings'])} texts")


main()
