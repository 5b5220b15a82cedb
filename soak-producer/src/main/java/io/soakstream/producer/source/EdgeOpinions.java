package io.soakstream.producer.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What {@code KPI_GATE.json} and {@code EDGE_SENTINEL.json} beside an edge report hold of its iteration. Our own gate
 * judges; theirs is told and decides nothing.
 */
final class EdgeOpinions {
    private static final String GATE = "KPI_GATE.json";
    private static final String SENTINEL = "EDGE_SENTINEL.json";

    private EdgeOpinions() {}

    static void read(Path directory, List<String> notes) {
        read(directory, GATE, notes, EdgeOpinions::gate);
        read(directory, SENTINEL, notes, EdgeOpinions::sentinel);
    }

    private static void read(
            Path directory, String name, List<String> notes, BiConsumer<FieldReader, RejectionList> opinion) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return;
        }
        RejectionList ofFile = new RejectionList(name);
        new IterationJson()
                .read(file, ofFile)
                .ifPresent(root -> opinion.accept(new FieldReader(root, "", ofFile), ofFile));
        ofFile.all().forEach(odd -> notes.add(odd.toString()));
        notes.addAll(ofFile.notes());
    }

    private static void gate(FieldReader gate, RejectionList notes) {
        String verdict = gate.text("verdict");
        List<String> reasons = gate.remarks("reasons");
        if (verdict != null && !verdict.equals("PASS")) {
            notes.note("verdict", verdict + (reasons.isEmpty() ? "" : " because of " + String.join(", ", reasons)));
        }
    }

    private static void sentinel(FieldReader sentinel, RejectionList notes) {
        List<String> advice = sentinel.remarks("advice");
        if (!advice.isEmpty()) {
            notes.note("advice", String.join(", ", advice));
        }
    }
}
