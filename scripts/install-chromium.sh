#!/usr/bin/env bash
# Installs Chromium for the tests of the server's page, from the distribution's own packages. Does nothing when there is one.
set -euo pipefail

for browser in chromium chromium-browser google-chrome; do
  if command -v "$browser" >/dev/null; then
    echo "Chromium is there: $(command -v "$browser")"
    exit 0
  fi
done

if ! command -v apt-get >/dev/null; then
  echo 'There is no apt-get here. Install Chromium by hand and put it on the PATH.' >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
