#!/bin/sh
# Makes sure that LibreOffice is on this machine.
set -eu
command -v soffice >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; then
    echo "Installing Debian's LibreOffice"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libreoffice-writer-nogui libreoffice-calc-nogui >/dev/null
    exit 0
fi
echo "Install LibreOffice (soffice)." >&2
exit 1
