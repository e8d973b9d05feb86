# Sourced by ./run and ./test: what a Debian machine needs, and the build. Sets nothing else up.
#
# Installs only what is missing, so that a second call asks no package server and takes no time.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "Installing packages needs root: run this as root, or install sudo."
    fi
}

# install_packages LIST…: the packages named in packaging/linux/packages/LIST.txt, one a line, '#' for why.
install_packages() {
    command -v dpkg-query >/dev/null || die "This script sets up Debian 12. On another system see README.md, 'Building by hand'."
    local wanted missing
    wanted=$(for list in "$@"; do sed 's/#.*//' "$top/packaging/linux/packages/$list.txt"; done | xargs)
    # shellcheck disable=SC2086
    missing=$(comm -23 <(printf '%s\n' $wanted | sort -u) \
        <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" { print $1 }' | sort -u) | xargs)
    [ -z "$missing" ] && return
    echo "Installing: $missing"
    local no_cluster=/etc/postgresql-common/createcluster.d/larder.conf made=
    if [[ " $missing " == *" postgresql-15 "* ]] && [ ! -e /etc/postgresql-common ]; then
        # The tests start servers of their own; the package would otherwise start one on port 5432.
        as_root mkdir -p "$(dirname "$no_cluster")"
        echo 'create_main_cluster = false' | as_root tee "$no_cluster" >/dev/null
        made=yes
    fi
    as_root apt-get update -qq || die "apt-get update failed; is the network up?"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
        >"${TMPDIR:-/tmp}/larder-apt.$$" 2>&1 || { tail -n 20 "${TMPDIR:-/tmp}/larder-apt.$$" >&2; die "Installing packages failed."; }
    rm -f "${TMPDIR:-/tmp}/larder-apt.$$"
    [ -z "$made" ] || as_root rm -f "$no_cluster"
}

# build TESTS TARGET…: configures build/ once (TESTS: ON or OFF) and builds the targets, saying little.
build() {
    local tests=$1
    shift
    local log="$top/build/build.log"
    mkdir -p "$top/build"
    cmake -S "$top" --preset release -DLARDER_TESTS="$tests" >"$log" 2>&1 || { tail -n 40 "$log" >&2; die "Configuring failed."; }
    cmake --build "$top/build" --target "$@" >>"$log" 2>&1 || { grep -E 'error|FAILED|warning' -A 6 "$log" | head -n 80 >&2; die "Building failed; the whole log is $log."; }
}
