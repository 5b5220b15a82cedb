// Confluent's own serializers, for the values of a topic.
import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';

export function serdes(registryUrl) {
  const client = new SchemaRegistryClient({ baseURLs: [registryUrl] });
  return {
    // Whoever runs soakstream owns its schemas: a client takes the newest and registers none.
    serializer: new AvroSerializer(client, SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false }),
    deserializer: new AvroDeserializer(client, SerdeType.VALUE, {}),
  };
}
