#!/usr/bin/env bash
# Runs `npm start` until the server is ready, then stops it: fails when it does not start or does not stop well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

port="${DEALSIDE_PORT:-8430}"
npm start &
started=$!

until curl --fail --silent --output /dev/null "http://localhost:${port}/readyz"; do
  kill -0 "$started" || { wait "$started"; exit 1; }
  sleep 1
done

echo "The server is ready."
kill -TERM "$started"
status=0
wait "$started" || status=$?
# npm answers 143 when it was stopped by SIGTERM, however well its program stopped.
[ "$status" -eq 0 ] || [ "$status" -eq 143 ]
