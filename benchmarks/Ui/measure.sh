#!/usr/bin/env bash
# How long a newcomer waits, and how the UI does with ten thousand tests:
#   benchmarks/Ui/measure.sh [--of REPOSITORY [--branch NAME]] [--parts first-run,many] [--here] [--pictures FOLDER]
# Clones this repository (or the one that is named) into a temporary folder, starts './build.sh serve' there and drives the UI in Chromium. With --here the working tree is measured
# as it is, built or not, on data of its own. With --pictures (docs/images/ui) the live run is
# pictured, which only a real server shows. Everything that was started is ended, and the clone removed.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
parts=first-run,many here=0 branch=() pictures=""
while [ $# -gt 0 ]; do
  case "$1" in
    --of) repository=$2; shift 2 ;;
    --branch) branch=(--branch "$2"); shift 2 ;;
    --parts) parts=$2; shift 2 ;;
    --pictures) pictures=$(cd "$2" && pwd); shift 2 ;;
    --here) here=1; shift ;;
    *) echo "Unknown option $1" >&2; exit 2 ;;
  esac
done

folder=$(mktemp -d)
# As root the database belongs to somebody else, who has to be able to enter; else it would lie outside, and stay.
chmod 755 "$folder"
server=""
end() {
  if [ -n "$server" ]; then
    # As Ctrl+C does: build.sh ends the shop when the server has ended.
    kill -INT -- "-$server" 2> /dev/null || true
    wait "$server" 2> /dev/null || true
  fi
  rm -rf "$folder"
}
trap end EXIT

load() { uptime | sed 's/.*load average[s]*: //'; }
begun=$(date +%s)
since() { echo "$(($(date +%s) - begun)) s"; }

echo "load before: $(load)"
if [ "$here" = 1 ]; then
  cd "$repository"
else
  git clone --quiet ${branch[@]+"${branch[@]}"} "$repository" "$folder/clone"
  cd "$folder/clone"
  echo "cloned after $(since)"
fi

set -m
AUTONOMA_DATA="$folder/data" ./build.sh serve > "$folder/serve.log" 2>&1 &
server=$!
set +m
until link=$(sed -n 's/^Autonoma: //p' "$folder/serve.log" | head -n 1) && [ -n "$link" ]; do
  kill -0 "$server" 2> /dev/null || { cat "$folder/serve.log" >&2; exit 1; }
  sleep 0.2
done
echo "link printed after $(since) (load $(load))"
(cd ui && AUTONOMA_LINK="$link" AUTONOMA_PARTS="$parts" AUTONOMA_PICTURES="$pictures" AUTONOMA_BEGUN="$([ "$here" = 1 ] || echo "$begun")" npx playwright test --config playwright.speed.config.ts)
