#!/usr/bin/env bash
# Formats the broker's directory the first time and runs the broker. The image has to have Kafka below KAFKA_HOME.
set -eu

kafka=${KAFKA_HOME:-/opt/kafka}
properties=/etc/soak-kafka/server.properties

"$kafka/bin/kafka-storage.sh" format --ignore-formatted --cluster-id "${KAFKA_CLUSTER_ID:?}" --config "$properties"
exec "$kafka/bin/kafka-server-start.sh" "$properties"
