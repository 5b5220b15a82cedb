package io.soakstream.producer.sidecar;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.serde.SingleObjectSerde;
import java.util.Base64;
import org.apache.kafka.common.serialization.Serde;

/**
 * An iteration that is about to be sent, kept until it is acknowledged: what is sent again after a crash is the very
 * same event, whatever has become of the bot's files meanwhile.
 *
 * @param iteration its number
 * @param file name of the file it was read from
 * @param contentHash SHA-256 of the file (hex)
 * @param endedAtMs its event time (ms since 1970-01-01 UTC)
 * @param boundaryMs when the file was written, so when the next iteration began (ms since 1970-01-01 UTC)
 * @param event the iteration in Avro's single-object encoding (base64)
 */
record Pending(int iteration, String file, String contentHash, long endedAtMs, long boundaryMs, String event) {
    private static final Serde<IterationSummary> SERDE =
            SingleObjectSerde.of(IterationSummary.class, IterationSummary.getDecoder());

    static Pending of(IterationSummary summary, String file, String contentHash, long endedAtMs, long boundaryMs) {
        byte[] event = SERDE.serializer().serialize("", summary);
        return new Pending(
                summary.getIteration(),
                file,
                contentHash,
                endedAtMs,
                boundaryMs,
                Base64.getEncoder().encodeToString(event));
    }

    IterationSummary summary() {
        return SERDE.deserializer().deserialize("", Base64.getDecoder().decode(event));
    }
}
