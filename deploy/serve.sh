#!/bin/bash
# deploy/serve.sh  (by `make run`; B PORT VAR DEMO WORKERS from there)
#
# Makes the data folder at the first start, then runs portal.fcgi, gkht.fcgi
# and nginx until Ctrl-C or SIGTERM, and leaves no process and no socket
# behind.  Everything that runs keeps its sockets, logs and temporary files in
# VAR/run, but for the pages that nginx keeps for a second.
set -u
umask 027
here=$(cd "$(dirname "$0")/.." && pwd)
PORT=${PORT:-8080} VAR=${VAR:-var} DEMO=${DEMO:-1} WORKERS=${WORKERS:-4}
B=$(realpath "${B:-build}")
var=$(realpath -m "$VAR")
conf=$var/xxgk.conf run=$var/run unfinished=$var/.unfinished
children=() watcher= pages=

die()
{
	echo "make run: $*" >&2
	exit 1
}

stop()
{
	local pid

	trap '' INT TERM HUP
	exec 2>/dev/null
	# The watcher is dead at once, but what it slept with stays a zombie
	# until the system takes it: nobody waits for that.
	[ -z "$watcher" ] || {
		kill -KILL -- "-$watcher"
		unset 'children[-1]'
	}
	# multiwatch passes the signal on; a worker may finish its request.
	for pid in "${children[@]}"; do
		kill -TERM "$pid"
	done
	# Each child leads its own process group, so nobody is forgotten.
	for pid in "${children[@]}"; do
		for _ in {1..50}; do
			kill -0 -- "-$pid" || break
			sleep 0.1
		done
		kill -KILL -- "-$pid"
	done
	rm -f "$run"/*.sock "$run"/nginx.pid
	rm -rf "$pages"
}

# A child in its own session: it gets our signals from us, and a SIGTERM if
# we die without a word.
child()
{
	setsid setpriv --pdeathsig TERM "$@" &
	children+=($!)
}

# Waits for one that ends by itself.
finish()
{
	child "$@"
	wait $!
}

check_arguments()
{
	[[ $PORT =~ ^[0-9]{1,5}$ && $PORT -ge 1 && $PORT -le 65535 ]] ||
	    die "PORT=$PORT is no port (1 to 65535)"
	[[ $WORKERS =~ ^[1-9][0-9]?$ ]] ||
	    die "WORKERS=$WORKERS is no number of workers (1 to 99)"
	[[ $var != *[\"\\\$\;\{\}]* && $var != *$'\n'* ]] ||
	    die "VAR=$VAR: a path without quotes, \$, ; and { }, please"
	[ ${#var} -le 90 ] || die "VAR=$VAR: the path is too long for a socket"
	! (: <"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null ||
	    die "port $PORT is in use; choose another one with PORT="
}

# The lock is inherited by everything that runs on this folder.
take_folder()
{
	[ -e "$conf" ] || [ -e "$unfinished" ] ||
	    [ -z "$(ls -A "$var" 2>/dev/null | grep -vx run)" ] ||
	    die "VAR=$VAR holds other things; choose an empty folder"
	mkdir -p "$run" 2>/dev/null && [ -w "$var" ] && [ -w "$run" ] ||
	    die "VAR=$VAR: cannot write there"
	exec 9>"$run/lock" || die "VAR=$VAR: cannot write there"
	flock -n 9 || die "VAR=$VAR is in use by another make run"
	rm -f "$run"/*.sock "$run"/nginx.pid
}

# Relative where the data folder is inside the source tree, so that the tree
# can be moved.
from_var()
{
	case $var/ in
	"$here"/*) realpath --relative-to "$var" "$1" ;;
	*) echo "$1" ;;
	esac
}

# A first start that was interrupted is done again from the beginning: the
# mark stands until everything is there.
create()
{
	: >"$unfinished"
	find "$var" -mindepth 1 -maxdepth 1 ! -name run ! -name .unfinished \
	    -exec rm -rf {} +
	echo "Creating the district in $VAR ..."
	# A demonstration is tried out weeks later with the same passwords.
	[ "$DEMO" = 0 ] || demo_settings=(--set initial_days=3650)
	finish "$B/gkctl" init "$var" \
	    --set templates="$(from_var "$here/templates")" \
	    --set sql="$(from_var "$here/sql")" \
	    --set assets="$(from_var "$B/static")" \
	    "${demo_settings[@]}" || exit 1
	[ "$DEMO" = 0 ] || finish "$B/gkctl" -c "$conf" demo || exit 1
	sync -f "$var" && rm "$unfinished"
}

# key: its value in the configuration, as a full path.
conf_path()
{
	local value

	value=$(sed -n "s/^[[:space:]]*$1[[:space:]]*=[[:space:]]*//p" "$conf")
	(cd "$var" && realpath -m "${value:-$2}")
}

write_nginx_conf()
{
	local assets version site listen modules=

	assets=$(conf_path assets "$B/static")
	version=$(cat "$assets/version") || die "no built files in $assets"
	listen="listen 127.0.0.1:$PORT;"
	! grep -qs '^0\{31\}1 ' /proc/net/if_inet6 ||
	    listen+=" listen [::1]:$PORT;"
	# Debian's package says where its module is.
	modules=$(sed 's,modules/,/usr/lib/nginx/&,' 2>/dev/null \
	    /usr/share/nginx/modules-available/mod-http-brotli-static.conf)
	site=$(<"$here/deploy/nginx.conf")
	site=${site//@LISTEN@/"$listen"}
	site=${site//@SERVER_NAME@/localhost}
	site=${site//@PORTAL@/"$run/portal.sock"}
	site=${site//@GKHT@/"$run/gkht.sock"}
	site=${site//@VERSION@/"$version"}
	site=${site//@ASSETS@/"$assets"}
	site=${site//@CACHE@/"$pages"}
	site=${site//@BROTLI@/"${modules:+brotli_static on;}"}
	site=${site//@FILES@/"$(conf_path data .)/files"}
	cat >"$run/nginx.conf" <<-END
	$modules
	daemon off;
	$([ "$(id -u)" -ne 0 ] || echo 'user root;')
	worker_processes 2;
	pid "$run/nginx.pid";
	error_log "$run/nginx.log" warn;
	events { worker_connections 1024; }
	http {
		include /etc/nginx/mime.types;
		default_type application/octet-stream;
		access_log "$run/access.log" combined buffer=32k flush=2s;
		sendfile on;
		tcp_nopush on;
		client_body_temp_path "$run/body";
		fastcgi_temp_path "$run/fastcgi";
		proxy_temp_path "$run/proxy";
		scgi_temp_path "$run/scgi";
		uwsgi_temp_path "$run/uwsgi";
		$site
	}
	END
}

# A worker that lived for half a second is replaced for ever; one that keeps
# dying at once is given up, and with it everything.
start_program()
{
	child spawn-fcgi -n -s "$run/$1.sock" -M 0600 -- \
	    "$(command -v multiwatch)" -f "$WORKERS" -s TERM -r 5 -t 500 -- \
	    "$B/$1.fcgi" -c "$conf" >"$run/$1.log" 2>&1
}

answers()
{
	local status

	exec 8<>"/dev/tcp/127.0.0.1/$PORT" || return
	printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&8
	read -r -t 5 _ status _ <&8
	[[ ${status:-} = [23]* ]]
}

gone()
{
	local pid

	for pid in "${children[@]}"; do
		kill -0 "$pid" 2>/dev/null || return 0
	done
	return 1
}

# Ctrl-C reaches everybody from the terminal.  SIGINT or SIGHUP to make alone
# do not reach us: make blocks the signal and waits, which can be seen.
interrupted()
{
	local blocked

	[ "$(cat "/proc/$1/comm" 2>/dev/null)" = make ] || return
	blocked=$(sed -n 's/^SigBlk:[[:space:]]*//p' "/proc/$1/status")
	((16#$blocked & 7))
}

# Says why, in the words of the one that failed, each once: every worker
# that was tried has said the same.
failed()
{
	local name

	for name in portal gkht nginx; do
		sed -nE 's/^[^ ]+ (fatal|fail) [^ ]+ //p; /\[emerg\]/p' \
		    "$run/$name.log" 2>/dev/null |
		    awk -v name="$name" '!seen[$0]++ { print name ": " $0 }' |
		    head -n 5 >&2
	done
	die "$*; the logs are in $run"
}

wait_ready()
{
	for _ in {1..100}; do
		! gone || failed "did not start"
		! (answers / && answers /gkht/login) 2>/dev/null || return 0
		sleep 0.1
	done
	failed "does not answer"
}

greet()
{
	cat <<-END

	Portal       http://127.0.0.1:$PORT/
	Back office  http://127.0.0.1:$PORT/gkht
	END
	[ "$DEMO" = 0 ] || cat <<-END
	Accounts     zfb001 (administrator) zfb002 (entry) zfb003 (review),
	             and so for every unit; initial password 111111
	END
	echo "Data in $VAR, logs in $VAR/run.  Ctrl-C stops everything."
}

trap 'exit 0' INT TERM HUP
check_arguments
take_folder
trap stop EXIT
if [ -e "$unfinished" ] || [ ! -e "$conf" ]; then
	create
else
	finish "$B/gkctl" init "$var" >/dev/null || exit 1
fi
children=()
pages=$(mktemp -d /dev/shm/xxgk-pages.XXXXXXXX 2>/dev/null) || pages=$run/pages
write_nginx_conf
start_program portal
start_program gkht
child "$B/gkctl" -c "$conf" drain --watch >"$run/drain.log" 2>&1
child nginx -e "$run/nginx.log" -p "$run" -c "$run/nginx.conf" \
    2>>"$run/nginx.log"
wait_ready
greet
export -f interrupted
child bash -c 'until interrupted "$1"; do sleep 1; done' - $PPID
watcher=$!
wait -n "${children[@]}"
! interrupted $PPID || exit 0
failed "a part of the system stopped by itself"
