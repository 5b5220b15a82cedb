#!/usr/bin/env bash
# Makes what deploy/compose/compose.yaml takes as secrets, each once: what is there is left alone.
set -eu
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

# The directory keeps other users out. The files have to be readable by the users that the containers run as.
mkdir -p secrets
chmod 700 secrets

once() {
  local file=secrets/$1
  if [ -e "$file" ]; then
    printf '%s is there already\n' "$file"
    cat >/dev/null
  else
    cat >"$file.new"
    chmod 444 "$file.new"
    mv "$file.new" "$file"
    printf '%s made\n' "$file"
  fi
}

random_token() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; echo; }

random_token | once read-token
random_token | once control-token
random_token | once rollback-token
random_token | once grafana-admin-password
once client.properties <<'PROPERTIES'
# For the Kafka clients of every app, such as TLS and SASL. Inside this Compose project the broker asks for neither.
PROPERTIES
