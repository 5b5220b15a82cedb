package io.soakstream.deploy.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.schemas.contract.VerdictLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a bot's own KPI_GATE.json, beside its iterations, came to the same verdict as ours. */
public final class KpiGateParity {
    private static final String FILE = "KPI_GATE.json";
    private static final JsonMapper MAPPER = new JsonMapper();

    private KpiGateParity() {}

    /**
     * @param recording path that the soak was read from; the file may lie below it as iterations may
     * @return empty: there is no such file, or no verdict in it
     * @throws IOException it cannot be read, or is no JSON
     */
    public static Optional<Boolean> of(Path recording, VerdictLevel ours) throws IOException {
        Optional<Path> file = Stream.of("", "soak/latest", "latest")
                .map(below -> recording.resolve(below).resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        JsonNode verdict = MAPPER.readTree(file.get().toFile()).path("verdict");
        return verdict.isTextual() ? Optional.of(verdict.asText().equals(ours.name())) : Optional.empty();
    }
}
