// node read-verdicts.js BOOTSTRAP REGISTRY TOPIC KEY COUNT: prints the first committed verdicts of a run, a line each.
import { Kafka, logLevel } from 'kafkajs';
import { serdes } from './registry.js';

const [bootstrap, registryUrl, topic, key, count] = process.argv.slice(2);
const { deserializer } = serdes(registryUrl);
const consumer = new Kafka({ brokers: [bootstrap], logLevel: logLevel.ERROR }).consumer({
  groupId: `read-verdicts-${process.pid}-${Date.now()}`,
  readUncommitted: false,
});
let left = Number(count);
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await new Promise((resolve, reject) => {
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  consumer.run({
    eachMessage: async ({ message }) => {
      if (left === 0 || message.key.toString() !== key) return;
      console.log(JSON.stringify(await deserializer.deserialize(topic, message.value)));
      if (--left === 0) resolve();
    },
  });
});
await consumer.disconnect();
