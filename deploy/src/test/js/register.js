// node register.js REGISTRY SUBJECT: registers the Avro schema on standard input and prints its id.
import { text } from 'node:stream/consumers';
import { SchemaRegistryClient } from '@confluentinc/schemaregistry';

const [registryUrl, subject] = process.argv.slice(2);
const client = new SchemaRegistryClient({ baseURLs: [registryUrl] });
console.log(await client.register(subject, { schemaType: 'AVRO', schema: await text(process.stdin) }));
