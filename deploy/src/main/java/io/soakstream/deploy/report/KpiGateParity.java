package io.soakstream.deploy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.schemas.contract.VerdictLevel;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a bot's own KPI_GATE.json, beside its iterations, came to the same verdict as ours.
 *
 * @param same empty: there is no such file, or no verdict in it
 * @param notes what a reader must know of the file
 */
public record KpiGateParity(Optional<Boolean> same, List<String> notes) {
    /** Nobody asked, or there is nothing to compare with. */
    public static final KpiGateParity UNKNOWN = new KpiGateParity(Optional.empty(), List.of());

    private static final String FILE = "KPI_GATE.json";
    private static final JsonMapper MAPPER = new JsonMapper();

    public KpiGateParity {
        notes = List.copyOf(notes);
    }

    /**
     * A file that is no JSON says nothing, which is noted: it is the bot's, and does not decide.
     *
     * @param recording path that the soak was read from; the file may lie below it as iterations may
     * @throws IOException it cannot be read
     */
    public static KpiGateParity of(Path recording, VerdictLevel ours) throws IOException {
        Optional<Path> file = Stream.of("", "soak/latest", "latest")
                .map(below -> recording.resolve(below).resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst();
        return file.isEmpty() ? UNKNOWN : read(file.get(), ours);
    }

    private static KpiGateParity read(Path file, VerdictLevel ours) throws IOException {
        try {
            JsonNode verdict = MAPPER.readTree(file.toFile()).path("verdict");
            return verdict.isTextual()
                    ? new KpiGateParity(Optional.of(verdict.asText().equals(ours.name())), List.of())
                    : UNKNOWN;
        } catch (JsonProcessingException | CharConversionException malformed) {
            return new KpiGateParity(
                    Optional.empty(), List.of(FILE + " is no JSON, so nothing is compared with its verdict"));
        }
    }
}
