// node produce-events.js BOOTSTRAP REGISTRY TOPIC KEY: writes the events on standard input, a line of JSON each.
import { createInterface } from 'node:readline';
import { Kafka, Partitioners, logLevel } from 'kafkajs';
import { serdes } from './registry.js';

const [bootstrap, registryUrl, topic, key] = process.argv.slice(2);
const { serializer } = serdes(registryUrl);
// The partitioner of Kafka's Java client: a run stays on one partition, whoever writes to it.
const producer = new Kafka({ brokers: [bootstrap], logLevel: logLevel.ERROR }).producer({
  createPartitioner: Partitioners.DefaultPartitioner,
  idempotent: true,
  maxInFlightRequests: 1,
});
await producer.connect();
for await (const line of createInterface({ input: process.stdin })) {
  // What is absent is left out, as a program would that builds its events itself.
  const event = JSON.parse(line, (name, value) => value ?? undefined);
  await producer.send({ topic, messages: [{ key, value: await serializer.serialize(topic, event) }] });
}
await producer.disconnect();
