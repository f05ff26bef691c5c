#!/usr/bin/env bash
# Installs Redis for the tests of the vault, from the distribution's own packages. Does nothing when there is one.
set -euo pipefail

if command -v redis-server >/dev/null; then
  echo "Redis is there: $(command -v redis-server)"
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  echo 'There is no apt-get here. Install Redis by hand and put redis-server on the PATH.' >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends redis-server
