package io.soakstream.schemas.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of Confluent's REST API that we need, and what their answers mean. Remembers nothing. */
final class RegistryApi {
    private static final Logger LOGGER = LoggerFactory.getLogger(RegistryApi.class);

    private final RegistryConfig config;
    private final RegistryTransport transport;
    private final OutagePatience patience;

    RegistryApi(RegistryConfig config) {
        this.config = config;
        this.transport = new RegistryTransport(config);
        this.patience = new OutagePatience(config);
    }

    int register(String subject, Schema schema) {
        String path = "/subjects/" + RegistryTransport.segment(subject) + "/versions";
        RegistryAnswer answer = ask(
                () -> transport.post(path, json("schema", schema.toString())),
                it -> it.has("id") || it.isRefusedSchema());
        requireNotRefused(answer, subject, schema);
        return answer.body().path("id").asInt();
    }

    Schema fetch(int id) {
        RegistryAnswer answer = ask(
                () -> transport.get("/schemas/ids/" + id),
                it -> it.has("schema") || it.isNotFound(RegistryAnswer.SCHEMA_NOT_FOUND));
        if (!answer.isSuccess()) {
            throw new UnknownSchemaException("no schema with id " + id + " in " + config.url());
        }
        String type = answer.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchemaException("schema id " + id + " in " + config.url() + " is of type " + type);
        }
        return parse(id, answer.body().path("schema").asText());
    }

    boolean isCompatible(String subject, Schema schema) {
        String path = "/compatibility/subjects/" + RegistryTransport.segment(subject) + "/versions?verbose=true";
        RegistryAnswer answer = ask(
                () -> transport.post(path, json("schema", schema.toString())),
                it -> it.has("is_compatible") || it.isNoSubject() || it.isRefusedSchema());
        requireNotRefused(answer, subject, schema);
        boolean compatible =
                answer.isNoSubject() || answer.body().path("is_compatible").asBoolean();
        if (!compatible) {
            LOGGER.atInfo()
                    .addKeyValue("subject", subject)
                    .addKeyValue("messages", answer.body().path("messages"))
                    .log("schema is not compatible");
        }
        return compatible;
    }

    void setCompatibility(String subject, Compatibility compatibility) {
        configure("/config/" + RegistryTransport.segment(subject), compatibility);
    }

    void setGlobalCompatibility(Compatibility compatibility) {
        configure("/config", compatibility);
    }

    private void configure(String path, Compatibility compatibility) {
        ask(() -> transport.put(path, json("compatibility", compatibility.name())), RegistryAnswer::isSuccess);
    }

    /** A broken schema will not become a good one: whatever refers to it can never be decoded. */
    private Schema parse(int id, String text) {
        try {
            // A writer's defaults are never used, and old versions of Avro let wrong ones through.
            return new Schema.Parser().setValidateDefaults(false).parse(text);
        } catch (AvroRuntimeException broken) {
            throw new UnknownSchemaException("schema id " + id + " in " + config.url() + " is not Avro", broken);
        }
    }

    /** @param meant what the registry itself can say to this request; anything else is taken for an outage */
    private RegistryAnswer ask(Callable<RegistryAnswer> exchange, Predicate<RegistryAnswer> meant) {
        return patience.await(() -> {
            RegistryAnswer answer = exchange.call();
            if (answer.isForbidden()) {
                throw new RegistryAuthenticationException(
                        "the schema registry " + config.url() + " refuses our credentials (" + answer.status() + ")");
            }
            if (!meant.test(answer)) {
                throw new IOException("unexpected answer with status " + answer.status() + " " + answer.message());
            }
            return answer;
        });
    }

    private static void requireNotRefused(RegistryAnswer answer, String subject, Schema schema) {
        if (answer.isRefusedSchema()) {
            throw new IncompatibleSchemaException(
                    "subject " + subject + " refuses the schema of " + schema.getFullName() + ": " + answer.message());
        }
    }

    private static String json(String key, String value) {
        return JsonNodeFactory.instance.objectNode().put(key, value).toString();
    }
}
