# shellcheck shell=bash
# Sourced by every other script: project root, PATH and the small helpers they share.
# Must not install or build anything.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}
JUNIT_DIR=$TARGET_DIR/junit
# The window tests find the application under this name.
BC138_APP=$TARGET_DIR/debug/bao-cao-138
export ROOT TARGET_DIR JUNIT_DIR BC138_APP
cd "$ROOT"

# Vietnamese output needs a UTF-8 locale; C.UTF-8 exists on every Debian.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *.UTF-8 | *.utf8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

# A rustup that the login shell has not put on PATH still wins over an older system Rust.
case ":$PATH:" in
  *":${HOME:-}/.cargo/bin:"*) ;;
  *) [ ! -x "${HOME:-}/.cargo/bin/cargo" ] || PATH=$HOME/.cargo/bin:$PATH ;;
esac
# Whatever scripts/setup had to add to the system comes first.
PATH=$ROOT/.tools/bin:$PATH
export PATH

# On CI the committed lock file must be the one that is used, incremental data is waste, and
# the log is plain text.
# shellcheck disable=SC2034 # used by the scripts that source this file
LOCKED=()
if [ -n "${CI:-}" ]; then
  # shellcheck disable=SC2034
  LOCKED=(--locked)
  export CARGO_INCREMENTAL=0 NO_COLOR=1
fi

# Seconds are counted from the outermost script.
export BC138_STARTED_AT=${BC138_STARTED_AT:-$(date +%s)}

say() { printf '%s\n' "$*"; }

# Names the step that follows; report_failure repeats it when the step fails.
stage() {
  CURRENT_STAGE=$1
  printf '\n== %s [%d s]\n' "$1" "$(($(date +%s) - BC138_STARTED_AT))"
}

report_failure() {
  local code=$?
  if [ "$code" -ne 0 ] && [ -n "${CURRENT_STAGE:-}" ]; then
    printf '\nDừng ở bước: %s (mã lỗi %d)\n' "$CURRENT_STAGE" "$code" >&2
  fi
}
trap report_failure EXIT

die() {
  printf 'Lỗi: %s\n' "$*" >&2
  exit 1
}

# Runs a command and shows what it printed only when it fails.
quietly() {
  local log code=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || code=$?
  [ "$code" -eq 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$code"
}

# apt-get as root, or through sudo.
apt_get() {
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "cần quyền root (hoặc sudo) để cài gói hệ thống"
    root=(sudo)
  fi
  quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "$@"
}

package_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installs those of the named Debian packages that are missing; makes no apt call when none is.
need_packages() {
  local package missing=()
  command -v dpkg-query >/dev/null ||
    die "máy này không dùng apt; hãy tự cài các gói tương đương với: $*"
  for package in "$@"; do
    package_installed "$package" || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "Cài gói hệ thống: ${missing[*]}"
  apt_get update
  apt_get install -y --no-install-recommends "${missing[@]}"
}

# version_at_least HAVE WANT
version_at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

# A script of ui/package.json.
ui() {
  npm --prefix ui run --silent "$@"
}

# Builds the UI and the debug application that carries it, into $BC138_APP. A plain cargo build
# would load the development server. The Tauri command takes no other value of CI than true.
build_debug_app() {
  env ${CI:+CI=true} ui/node_modules/.bin/tauri build --debug --no-bundle -- "${LOCKED[@]}"
}
