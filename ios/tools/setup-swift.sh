#!/usr/bin/env bash
# `cargo xtask ios setup`: makes Swift (Debian trixie's swiftlang) usable on a Debian bookworm host without a chroot and without root:
# the .debs are fetched by apt with a private configuration, checked by apt against Debian's archive key,
# unpacked under a prefix, and every program is pointed at the prefix's own glibc. The system's apt is not touched.
#   HEARTH_SWIFT_DIR   where; told by the xtask (target/swift)
#   HEARTH_SWIFT_SUITE Debian suite (default trixie); KEEP_DEBS=1 keeps the downloaded .debs
# Prints the folder to put on PATH (holds swift and swiftc). Safe to run again and to run twice at once.
set -euo pipefail
dir=${HEARTH_SWIFT_DIR:?where to}
suite=${HEARTH_SWIFT_SUITE:-trixie}
rev=2                                   # raise when this script changes what it lays down
case $dir in *[[:space:]:]*) echo "setup-swift: no blank or colon in $dir" >&2; exit 2;; esac
mkdir -p "$dir"; dir=$(cd "$dir" && pwd -P)
exec 9>"$dir/lock"; flock 9
stamp="$suite $rev $dir"
ok() { [ "$(cat "$dir/stamp" 2>/dev/null)" = "$stamp" ] && "$dir/bin/swiftc" --version >/dev/null 2>&1; }
if ok; then echo "$dir/bin"; exit 0; fi
say() { echo "setup-swift: $*" >&2; }
t0=$SECONDS
root=$dir/root; apt=$dir/apt
rm -rf "$dir/stamp" "$root" "$dir/bin"; mkdir -p "$root/usr/"{bin,sbin,lib,lib64} "$dir/bin" "$apt"/{state/lists/partial,cache/archives/partial,empty}
for l in bin sbin lib lib64; do ln -s usr/$l "$root/$l"; done    # merged /usr, as base-files does
: > "$apt/state/status"
# the archive that this host's own apt uses
site=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -1)
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site $suite main" > "$apt/sources.list"
cat > "$apt/apt.conf" <<C
Dir::State "$apt/state"; Dir::State::status "$apt/state/status"; Dir::Cache "$apt/cache";
Dir::Etc::sourcelist "$apt/sources.list"; Dir::Etc::sourceparts "$apt/empty";
Dir::Etc::preferences "$apt/empty/none"; Dir::Etc::preferencesparts "$apt/empty";
APT::Architecture "amd64"; APT::Architectures "amd64"; APT::Install-Recommends "false"; APT::Sandbox::User "";
Acquire::Languages "none"; Acquire::Retries "3"; Debug::NoLocking "true";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false"; Acquire::IndexTargets::deb::DEP-11-icons::DefaultEnabled "false";
Acquire::IndexTargets::deb::DEP-11-icons-small::DefaultEnabled "false"; Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
#clear APT::Update::Post-Invoke; #clear APT::Update::Post-Invoke-Success; #clear DPkg::Post-Invoke;
C
export APT_CONFIG=$apt/apt.conf
say "package lists of $suite"; apt-get -qq update >&2
gccdev=$(apt-cache depends --important g++ 2>/dev/null | sed -n 's/.*Depends: g++-\([0-9]*\)$/\1/p' | head -1)
say "download (about 560 MB the first time)"
apt-get -qq install -y --download-only --no-install-recommends swiftlang libc6-dev "libstdc++-${gccdev:-14}-dev" patchelf >&2
unset APT_CONFIG
say "unpack at $((SECONDS - t0)) s"
skip=()   # debugger, language server, documentation, static and embedded libraries, a second C compiler: a third of the size
for p in 'usr/libexec/swift/lib/swift_static' 'usr/libexec/swift/lib/swift/embedded' 'usr/libexec/swift/lib/swift/FrameworkABIBaseline' \
  'usr/libexec/swift/lib/liblldb*' 'usr/libexec/swift/lib/libsourcekitdInProc.so' 'usr/libexec/swift/lib/libLTO*' 'usr/libexec/swift/lib/libswiftGenericMetadataBuilder.so' \
  'usr/libexec/swift/bin/lldb*' 'usr/libexec/swift/bin/repl_swift' 'usr/libexec/swift/bin/clangd' 'usr/libexec/swift/bin/docc' 'usr/libexec/swift/bin/sourcekit-lsp' \
  'usr/share/*' 'usr/libexec/gcc' 'usr/lib/python3*' 'var/*' 'usr/bin/*-gc*' 'usr/bin/gp*'; do skip+=(--exclude="./$p"); done
unpack() { dpkg-deb --fsys-tarfile "$1" | tar -x -C "$root" --no-same-owner --keep-directory-symlink --no-wildcards-match-slash "${skip[@]}"; }
for d in "$apt"/cache/archives/*.deb; do case ${d##*/} in
  gcc*|cpp*|debconf*|lib*san*|libgprofng*|tzdata*|media-types*|libpython3*|libcc1*|libisl*|libmpc*|libmpfr*|libgmp*|readline-common*|netbase*) case ${d##*/} in libpython3*) unpack "$d";; esac;;
  *) unpack "$d";; esac; done
say "point programs at the prefix's glibc at $((SECONDS - t0)) s"
lib=$root/usr/lib/x86_64-linux-gnu; sw=$root/usr/libexec/swift; ld=$root/usr/lib64/ld-linux-x86-64.so.2
pe() { "$ld" --library-path "$lib" "$root/usr/bin/patchelf" "$@"; }
# DT_RPATH, not RUNPATH: it also serves the libraries' own needs, and no LD_LIBRARY_PATH leaks into host programs.
fix() { local o; o=$(pe --print-rpath "$1"); pe "${@:2}" --force-rpath --set-rpath "${o:+$o:}$lib" "$1"; }
for f in "$sw"/bin/* "$sw"/libexec/swift/linux/*; do
  [ -f "$f" ] && [ ! -L "$f" ] && [ "$(head -c4 "$f" | tr -d '\0')" = $'\x7fELF' ] || continue
  if pe --print-interpreter "$f" >/dev/null 2>&1; then fix "$f" --set-interpreter "$ld"; fi
done
for f in "$sw"/lib/*.so* "$sw"/lib/swift/{linux,host,host/plugins}/*.so "$sw"/lib/swift/pm/*/*.so; do
  [ -f "$f" ] && [ ! -L "$f" ] && fix "$f"
done
# What Swift links must also run on the prefix's glibc; clang reads this file at every link.
# allow-shlib-undefined: libswiftObservation.so of 6.0.x lacks swift::threading::fatal.
cat > "$sw/bin/clang.cfg" <<C
-Wno-unused-command-line-argument
--sysroot=$root
-fuse-ld=lld
-Wl,--dynamic-linker=$ld
-Wl,-rpath,$lib
-Wl,--allow-shlib-undefined
C
cp "$sw/bin/clang.cfg" "$sw/bin/clang++.cfg"
# the driver warns at every call without it
echo '{"CanonicalName":"linux","DisplayName":"Linux","Version":"6.0","MaximumDeploymentTarget":"6.0","DefaultProperties":{},"SupportedTargets":{}}' > "$root/SDKSettings.json"
for p in swift swiftc; do
  printf '#!/bin/sh\nSDKROOT=%s exec %s "$@"\n' "$root" "$sw/bin/$p" > "$dir/bin/$p"; chmod +x "$dir/bin/$p"
done
[ -n "${KEEP_DEBS:-}" ] || rm -rf "$apt/cache" "$apt/state"
say "$("$dir/bin/swiftc" --version 2>&1 | head -1); $((SECONDS - t0)) s; $(du -sh "$dir" | cut -f1)"
echo "$stamp" > "$dir/stamp"
echo "$dir/bin"
