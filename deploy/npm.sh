#!/bin/bash
# deploy/npm.sh run|test
#
# node_modules/ as package-lock.json says: for `run` what the pages are built
# with, for `test` also what the tests use.  A stamp remembers for which lock
# file that was done, so nothing happens, and no network is needed, twice.
set -u
cd "$(dirname "$0")/.." || exit 1

# Two builds at once: the second one waits and finds the work done.
exec 9<package-lock.json
flock 9

lock=$(sha256sum <package-lock.json) || exit 1
done=$(cat node_modules/.done 2>/dev/null)
# What the tests need stays, once it is there.
[[ $done != "test "* ]] || set -- test
case $1 in
run)	omit=--omit=dev ;;
test)	omit=--include=dev ;;
*)	echo "usage: deploy/npm.sh run|test" >&2; exit 2 ;;
esac
[ "$done" != "$1 $lock" ] || exit 0

npm ci --ignore-scripts --no-audit --no-fund --loglevel=error $omit || {
	echo "npm could not install what package-lock.json names" >&2
	exit 1
}
echo "$1 $lock" >node_modules/.done
