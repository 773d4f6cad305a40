#!/bin/sh
# Walks the widget with a real screen reader (Orca 43) and checks what it says. See README.md.
#   ./run.sh DIST [OUT] [firefox|chromium|both] [--strict]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dist=$(cd "${1:?the release folder, such as dist}" && pwd)
out=${2:-$here/../../target/orca}
browsers=${3:-both}
strict=${4:-}
mkdir -p "$out"

# What is missing of Debian's packages, installed without a question.
need="orca at-spi2-core python3-pyatspi gir1.2-atspi-2.0 gir1.2-wnck-3.0 python3-gi python3-speechd openbox xdotool xvfb dbus scrot fonts-dejavu-core"
[ "$browsers" = chromium ] || need="$need firefox-esr"
[ "$browsers" = firefox ] || need="$need chromium"
missing=
for package in $need; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
if [ -n "$missing" ]; then
  echo "installing:$missing"
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq -o DPkg::Lock::Timeout=300
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 $missing >/dev/null
fi

[ "$browsers" = both ] && browsers="firefox chromium"
# Nothing that it starts outlives it: walk.py ends its own processes by pid, also when this is interrupted.
child=
trap 'if [ -n "$child" ]; then kill -TERM "$child" 2>/dev/null || :; wait "$child" || :; fi; exit 143' INT TERM HUP
failed=0
for browser in $browsers; do
  timeout --kill-after=20 900 /usr/bin/python3 -B "$here/walk.py" "$dist" --browser "$browser" --out "$out" $strict &
  child=$!
  wait "$child" || failed=1
  child=
done
exit $failed
