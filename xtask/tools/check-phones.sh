#!/usr/bin/env bash
# `cargo check` of the core and its bindings for both phones on a Debian bookworm x86-64 host, without rustup's target downloads, an NDK or an Apple SDK:
# Debian's own rustc-web + rust-web-src (one version) build std from source; zig's clang and libc headers compile the C of ring and sqlite.
# Type-checks only: nothing is linked, nothing can be run.
#   check-phones.sh WORKSPACE [target ...]     (default both: aarch64-linux-android aarch64-apple-ios); started by `cargo xtask phones`
#   HEARTH_PHONES_DIR  tools, default WORKSPACE/target/phones/tools;  CARGO_TARGET_DIR  default WORKSPACE/target/phones/built
#   CHECK_ARGS         default "-p hearth-core -p hearth-bindings --lib"
set -euo pipefail
ws=$(cd "${1:?workspace}" && pwd); shift; [ $# -gt 0 ] || set -- aarch64-linux-android aarch64-apple-ios
dir=${HEARTH_PHONES_DIR:-$ws/target/phones/tools}; zig_version=0.17.1; rev=2
mkdir -p "$dir"; dir=$(cd "$dir" && pwd -P); root=$dir/root
say() { echo "check-phones: $*" >&2; }
with() { LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu "$@"; }
exec 9>"$dir/lock"; flock 9
if [ "$(cat "$dir/stamp" 2>/dev/null)" != "$rev $zig_version $dir" ] || ! with "$root/usr/bin/rustc" --version >/dev/null; then
  t0=$SECONDS; apt=$dir/apt; rm -rf "$dir/stamp" "$root" "$dir/zig" "$apt"; mkdir -p "$root" "$dir/bin" "$dir/sdk" "$apt"/{state/lists/partial,cache/archives/partial,empty}
  # the archives that this host's own apt uses
  apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' | sort -u | while read -r uri suite; do
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri $suite main"; done > "$apt/sources.list"
  cat > "$apt/apt.conf" <<C
Dir::State "$apt/state"; Dir::State::status "/var/lib/dpkg/status"; Dir::Cache "$apt/cache";
Dir::Etc::sourcelist "$apt/sources.list"; Dir::Etc::sourceparts "$apt/empty";
APT::Install-Recommends "false"; APT::Sandbox::User ""; Acquire::Languages "none"; Acquire::Retries "3"; Debug::NoLocking "true";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false"; Acquire::IndexTargets::deb::DEP-11-icons::DefaultEnabled "false";
Acquire::IndexTargets::deb::DEP-11-icons-small::DefaultEnabled "false";
#clear APT::Update::Post-Invoke; #clear APT::Update::Post-Invoke-Success; #clear DPkg::Post-Invoke;
C
  APT_CONFIG=$apt/apt.conf apt-get -qq update >&2
  APT_CONFIG=$apt/apt.conf apt-get -qq install -y --reinstall --download-only --no-install-recommends rustc-web cargo-web rust-web-src >&2
  # only what cargo check reads: no libLLVM tools, no rust-src of the compiler itself
  for d in "$apt"/cache/archives/*.deb; do dpkg-deb --fsys-tarfile "$d" | tar -x -C "$root" --no-same-owner --no-wildcards-match-slash --exclude='./usr/share/*' --exclude='./usr/src/rustc-*/compiler' --exclude='./usr/src/rustc-*/src'; done
  python3 -m pip -q download --no-deps -d "$apt" "ziglang==$zig_version" >&2
  mkdir -p "$dir/zig"; python3 -m zipfile -e "$apt"/ziglang-*.whl "$dir/zig"; chmod +x "$dir/zig/ziglang/zig"
  rm -rf "$apt"
  # cc-rs passes its own --target, -arch and SDK flags; zig wants its own
  cat > "$dir/bin/cc" <<'C'
#!/usr/bin/env bash
t=${0##*/cc-}; z=$(dirname "$(readlink -f "$0")")/../zig/ziglang; inc=$z/lib/libc/include; a=(); skip=
for x in "$@"; do
  if [ -n "$skip" ]; then skip=; continue; fi
  case $x in --target=*|-mios-version-min=*|-miphoneos-version-min=*|-fembed-bitcode*) ;; -arch|-isysroot|-target) skip=1;; *) a+=("$x");; esac
done
case $t in
  android) exec "$z/zig" cc -target aarch64-linux-android -isystem "$inc/aarch64-linux-musl" -isystem "$inc/generic-musl" -isystem "$inc/aarch64-linux-any" -isystem "$inc/any-linux-any" "${a[@]}";;
  ios) exec "$z/zig" cc -target aarch64-ios -isystem "$inc/any-darwin-any" "${a[@]}";;
esac
C
  chmod +x "$dir/bin/cc"; ln -sf cc "$dir/bin/cc-android"; ln -sf cc "$dir/bin/cc-ios"
  printf '#!/bin/sh\nexec %s ar "$@"\n' "$dir/zig/ziglang/zig" > "$dir/bin/ar"; chmod +x "$dir/bin/ar"
  echo "$rev $zig_version $dir" > "$dir/stamp"; say "tools in $((SECONDS - t0)) s, $(du -sh "$dir" | cut -f1)"
fi
flock -u 9
say "$(with "$root/usr/bin/rustc" --version)"
export RUSTC_BOOTSTRAP=1 RUSTC=$root/usr/bin/rustc RUSTDOC=$root/usr/bin/rustdoc CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ws/target/phones/built}
unset RUSTUP_TOOLCHAIN RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
export CC_aarch64_linux_android=$dir/bin/cc-android AR_aarch64_linux_android=$dir/bin/ar
export CC_aarch64_apple_ios=$dir/bin/cc-ios AR_aarch64_apple_ios=$dir/bin/ar
export ZIG_GLOBAL_CACHE_DIR=$dir/zigcache ZIG_LOCAL_CACHE_DIR=$dir/zigcache
for t; do
  t1=$SECONDS
  case $t in *apple*) export SDKROOT=$dir/sdk IPHONEOS_DEPLOYMENT_TARGET=17.0;; *) unset SDKROOT;; esac
  (cd "$ws" && LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu "$root/usr/bin/cargo" check -Zbuild-std=std,panic_unwind ${CHECK_ARGS--p hearth-core -p hearth-bindings --lib} --locked --target "$t")
  say "$t checked in $((SECONDS - t1)) s"
done
