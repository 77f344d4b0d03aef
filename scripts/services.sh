#!/bin/sh
# Makes sure that PostgreSQL and Redis are on this machine, unless the environment names running ones.
set -eu
if [ -n "${DATABASE_URL:-}" ] && [ -n "${CELERY_BROKER_URL:-}" ]; then exit 0; fi
if { command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1 &&
    command -v redis-server >/dev/null; then exit 0; fi
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; then
    echo "Installing Debian's PostgreSQL and Redis"
    apt-get update -qq
    # Ours is a cluster of its own: keep the package from making and starting one.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql redis-server >/dev/null
    exit 0
fi
echo "Install PostgreSQL and Redis, or set DATABASE_URL and CELERY_BROKER_URL." >&2
exit 1
