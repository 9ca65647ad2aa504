#!/bin/bash
# deploy/packages.sh run|test|fuzz|bench...
#
# Installs the Debian packages that are missing for these purposes, and
# touches neither apt nor the network when none is.  With a|b, a is wanted,
# but where it cannot be had a b that is there will do.
set -u

run="gcc g++ libc6-dev libfcgi-dev clearsilver-dev libsqlite3-dev libxml2-dev
    libarchive-dev libsodium-dev libgumbo-dev libicu-dev libmagic-dev
    libqrencode-dev libgif-dev libcairo2-dev libpango1.0-dev libgd-dev zlib1g-dev brotli
    nettle-dev libzstd-dev liblzma-dev libbz2-dev
    nginx libnginx-mod-http-brotli-static
    spawn-fcgi multiwatch ca-certificates
    libreoffice-writer-nogui poppler-utils poppler-data fonts-wqy-microhei
    fonts-noto-cjk"
test="libcmocka-dev chromium-headless-shell|chromium sqlite3 procps"
fuzz="clang libclang-rt-14-dev"
bench="wrk pandoc"

die()
{
	echo "$*" >&2
	exit 1
}

wanted=
for purpose; do
	case $purpose in
	run|test|fuzz|bench) wanted+=" ${!purpose}" ;;
	*) die "deploy/packages.sh: unknown purpose $purpose" ;;
	esac
done
# An npm from elsewhere is as good; Debian's brings its own old node.
command -v npm >/dev/null || wanted+=" npm"

there()
{
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = \
	    installed ]
}

missing= better=
for package in $wanted; do
	there "${package%|*}" && continue
	if [[ $package = *"|"* ]] && there "${package#*|}"; then
		better+=" ${package%|*}"
	else
		missing+=" ${package%|*}"
	fi
done
[ -n "$missing$better" ] || exit 0

root=
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null ||
	    die "As root, please: apt-get install$missing$better"
	root=sudo
fi
echo "Installing from Debian:$missing$better"

# The web server we start is our own: Debian's stays off while it is being
# installed, and so does anything else that would like to listen.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
	trap '$root rm -f $policy' EXIT
	printf '#!/bin/sh\nexit 101\n' | $root tee $policy >/dev/null &&
	    $root chmod 755 $policy
fi

apt()
{
	$root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
	    -o DPkg::Lock::Timeout=300 "$@"
}

# The package lists of a fresh machine are empty or old: fetch them only when
# the first try fails.
install()
{
	[ $# -gt 0 ] || return 0
	apt install --no-install-recommends "$@" ||
	    { apt update && apt install --no-install-recommends "$@"; }
}

# shellcheck disable=SC2086
install $missing || die "Installing$missing failed; see above"
# shellcheck disable=SC2086
install $better || echo "Going on without$better"
