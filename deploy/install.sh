#!/bin/bash
# deploy/install.sh BUILD DESTDIR PREFIX   (by `make install`)
#
# Programs, templates, schema, static files, systemd units and the web
# servers' sites.  Nothing is started; README.md says what follows.
set -eu
cd "$(dirname "$0")/.."
build=$1 root=$2 prefix=$3
share=$prefix/share/xxgk etc=/etc

copy()
{
	mkdir -p "$root$2"
	cp -R "$1/." "$root$2/"
	chmod -R u=rwX,go=rX "$root$2"
}

# The places of a production machine go where serve puts its own.
fill()
{
	install -d "$root$(dirname "$2")"
	sed -e "s|@PREFIX@|$prefix|g" \
	    -e 's|@LISTEN@|listen 80; listen [::]:80;|' \
	    -e 's|@SERVER_NAME@|_|' \
	    -e 's|@PORTAL@|/run/xxgk/portal.sock|' \
	    -e 's|@GKHT@|/run/xxgk/gkht.sock|' \
	    -e 's|@CACHE@|/run/xxgk-pages|' \
	    -e 's|@BROTLI@|# brotli_static on;	needs libnginx-mod-http-brotli-static|' \
	    -e "s|@VERSION@|$(cat "$build/static/version")|" \
	    -e "s|@ASSETS@|$share/static|" \
	    -e 's|@FILES@|/var/lib/xxgk/files|' "$1" >"$root$2"
	chmod 644 "$root$2"
}

install -d "$root$prefix/lib/xxgk" "$root$prefix/bin"
install -m 755 "$build/portal.fcgi" "$build/gkht.fcgi" "$root$prefix/lib/xxgk/"
install -m 755 "$build/gkctl" "$root$prefix/bin/"
copy templates "$share/templates"
copy sql "$share/sql"
rm -rf "$root$share/static"
copy "$build/static" "$share/static"
for unit in deploy/systemd/xxgk-*; do
	fill "$unit" "$prefix/lib/systemd/system/${unit##*/}"
done
fill deploy/systemd/sysusers.conf "$prefix/lib/sysusers.d/xxgk.conf"
fill deploy/systemd/tmpfiles.conf "$prefix/lib/tmpfiles.d/xxgk.conf"
fill deploy/nginx.conf "$etc/nginx/sites-available/xxgk"
fill deploy/apache.conf "$etc/apache2/sites-available/xxgk.conf"
