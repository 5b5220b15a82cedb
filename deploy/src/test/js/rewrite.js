// node rewrite.js REGISTRY: reads lines TOPIC HEX, decodes each value, writes it again, and says what it was.
import { createInterface } from 'node:readline';
import { serdes } from './registry.js';

const { serializer, deserializer } = serdes(process.argv[2]);
for await (const line of createInterface({ input: process.stdin })) {
  const [topic, hex] = line.split(' ');
  const value = await deserializer.deserialize(topic, Buffer.from(hex, 'hex'));
  const bytes = await serializer.serialize(topic, value);
  console.log(JSON.stringify({ value, hex: bytes.toString('hex') }));
}
