#!/bin/sh
# A bot that knows HTTP and nothing else, against './soak produce serve': asks what to run with, runs, says how it went.
# Usage: curl-bot.sh [URL [BOT [RUN [ITERATIONS [SECONDS]]]]], with at most so many seconds of waiting in an iteration.
set -eu
LC_ALL=C
export LC_ALL

url=${1:-http://127.0.0.1:8090}
bot=${2:-curl-bot}
run=${3:-run-$(date +%s)}
iterations=${4:-24}
seconds=${5:-3}
api=$url/api/v1/bots/$bot/runs/$run

answer=$(mktemp)
overrides=$(mktemp)
trap 'rm -f "$answer" "$overrides"' EXIT
hash=none

# post ROUTE BODY: the key makes it safe to send the same again, which --retry does when the broker is away.
post() {
  curl -sS --fail-with-body --retry 8 --retry-connrefused -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $bot-$run-$1-$number" -d "$2" "$api/$1"
  echo
}

# refresh SECONDS: waits at most so long for values other than those we have. 200: there are; 304: there are none.
refresh() {
  status=$(curl -sS -o "$answer" -w '%{http_code}' --retry 8 --retry-connrefused \
    -H "If-None-Match: \"$hash\"" "$api/overrides?wait=$1s")
  case $status in
    200) cp "$answer" "$overrides"; hash=$(field state_hash) ;;
    304) ;;
    *) cat "$answer" >&2; exit 1 ;;
  esac
}

# field NAME: its first value in the overrides. The answer is one line without spaces.
field() {
  awk -v name="\"$1\":" '{
    value = substr($0, index($0, name) + length(name))
    sub(/[,}].*/, "", value); gsub(/"/, "", value); print value
  }' "$overrides"
}

# Where a real bot trades: here the KPIs are arithmetic over the values, as those of a market would be.
trade() {
  awk -v interval="$(field min_interval_ms)" -v cap="$(field impact_cap_ratio)" -v age="$(field tail_age_ms)" \
    -v spread="$(field base_spread_bps)" -v replace="$(field replace_rate_per_min)" 'BEGIN {
      risk = 0.70 - 0.02 * (interval - 60) - 4 * (0.10 - cap) - 0.0005 * (age - 600)
      if (risk < 0.05) risk = 0.05
      net = 2.80 + 5 * (spread - 0.12)
      share = 0.82 + 0.001 * (300 - replace)
      latency = 180 + 0.2 * replace
      printf "\"net_bps\": %.3f, \"risk_ratio\": %.3f, \"maker_taker_ratio\": %.3f, \"p95_latency_ms\": %.0f",
        net, risk, share, latency
    }'
}

number=0
post start "{\"total_iterations\": $iterations, \"period_seconds\": 300}"
refresh 30
while [ "$number" -lt "$iterations" ]; do
  number=$((number + 1))
  kpis=$(trade)
  post iterations "{\"iteration\": $number, \"summary\": {$kpis, \"overrides_hash\": \"$hash\"}}"
  refresh "$seconds"
done
post end "{\"end\": \"completed\", \"overrides_hash\": \"$hash\"}"
