package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.producer.sidecar.SidecarOptions.Reads;
import io.soakstream.producer.source.BrokenJson;
import io.soakstream.producer.source.IterationDocument;
import io.soakstream.producer.source.IterationReader;
import io.soakstream.producer.source.IterationReading;
import io.soakstream.schemas.contract.IterationSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bot's files, broken at random: each is sent and can be read again, or is told with file and field. */
class FileFuzzTest {
    /** Of each kind of file (count). */
    private static final int FILES = Integer.getInteger("proof.files", 500);

    private static final long SEED = Long.getLong("proof.seed", 20_261_121L);
    /** A directory of its own for so many (count): each look goes through all of them. */
    private static final int FILES_AT_ONCE = 100;
    /** What is wrong, after the field if it is not the whole. */
    private static final Pattern REASON =
            Pattern.compile("(is not JSON: |is empty|is not a JSON object|[^:]+: ).*", Pattern.DOTALL);

    private static final IterationReader READER = new IterationReader(RiskUnit.RATIO, StartValueRule.lenient());

    @TempDir
    private Path directory;

    private int sent;

    @ParameterizedTest
    @EnumSource
    @Timeout(300)
    void shouldSendOrTellEveryFile(Reads reads) throws IOException {
        System.out.println("seed " + SEED + ", " + FILES + " files of " + reads);
        Random random = new Random(SEED);
        for (int first = 0; first < FILES; first += FILES_AT_ONCE) {
            // Given
            try (Desk desk = new Desk(Files.createDirectory(directory.resolve("from-" + first)))) {
                desk.reads = reads;
                desk.start();
                for (int number = 1; number <= Math.min(FILES_AT_ONCE, FILES - first); number++) {
                    // When
                    // Then
                    shouldSendOrTell(desk, number, random);
                }
            }
        }
        assertThat(sent).isBetween(FILES / 20, FILES);
    }

    private void shouldSendOrTell(Desk desk, int number, Random random) throws IOException {
        String name = desk.reads == Reads.SUMMARIES ? "ITER_SUMMARY_" + number + ".json" : EdgeReportFile.NAME;
        byte[] content = texts(desk.reads, number).next(random);
        String shown = name + ": " + new String(content, StandardCharsets.UTF_8);
        int before = desk.run.sent.size();
        desk.write(name, content);
        desk.scan();
        Map<String, String> problems = desk.sidecar.problems();
        if (desk.run.sent.size() == before) {
            assertThat(problems).as(shown).containsKey(name);
            assertThat(problems.get(name)).as(shown).matches(REASON);
            return;
        }
        sent++;
        assertThat(desk.run.sent).as(shown).hasSize(before + 1);
        assertThat(problems).as(shown).doesNotContainKey(name);
        requireSameAgain(desk.run.sent.get(before), desk.run.times.get(before), shown);
    }

    private static void requireSameAgain(IterationSummary iteration, Instant time, String shown) {
        byte[] written = IterationDocument.of(iteration, time).toString().getBytes(StandardCharsets.UTF_8);
        IterationReading again = READER.summary(written, shown, OptionalInt.of(iteration.getIteration()));
        assertThat(again.rejections()).isEmpty();
        assertThat(again.summary()).as(shown).contains(iteration);
        assertThat(again.epochMs()).as(shown).hasValue(time.toEpochMilli());
    }

    private static BrokenJson texts(Reads reads, int number) {
        List<String> texts = reads == Reads.SUMMARIES ? summaries() : reports();
        return new BrokenJson(texts.stream()
                .map(text -> text.replace('\'', '"').replace("<n>", Integer.toString(number)))
                .toList());
    }

    private static List<String> summaries() {
        return List.of(
                "{'iteration': <n>, 'summary': {'net_bps': 3.0, 'risk_ratio': 0.3, 'runtime_utc': '2025-10-12T12:00:00Z',"
                        + " 'fills': {'maker_count': 9, 'taker_count': 1, 'maker_volume': 1e3}, 'neg_edge_drivers':"
                        + " ['fees'], 'effective_overrides': {'engine': {'min_interval_ms': 60}, 'impact_cap_ratio': 0.1},"
                        + " 'block_reasons': {'risk': {'count': 3, 'ratio': 0.2}}}}",
                "{'iteration': <n>, 'net_bps': -1.5, 'p95_latency_ms': 1e2, 'mixed': true, 'version': 'v1'}",
                "{'summary': {'net_bps': 2, 'fills': 12, 'maker_taker_ratio': 0.8, 'maker_taker_source': 'existing',"
                        + " 'overrides_hash': '" + "a".repeat(64)
                        + "', 'mixed': false, 'blocks': {'counts': {'risk': 2,"
                        + " 'other': 1}, 'total': 9}, 'tick_latency_p50_ms': 80, 'hit_ratio': 0.7, 'elapsed_ms': 300000},"
                        + " 'tuning': {'applied': true, 'proposed_deltas': {'min_interval_ms': 5}, 'changed_keys':"
                        + " ['min_interval_ms'], 'skip_reason': {'cooldown': true, 'note': 'x'}, 'rationale': 'a',"
                        + " 'state_hash': 'b', 'freeze_triggered': true}}");
    }

    private static List<String> reports() {
        return List.of(
                "{'runtime': {'utc': '2025-10-12T12:00:00Z', 'version': 'v<n>'}, 'totals': {'net_bps': 2.5, 'fills': <n>,"
                        + " 'risk_ratio': 0.4, 'order_age_p95_ms': 300, 'neg_edge_drivers': ['fees']}}",
                "{'total': {'net_bps': -2.5, 'gross_bps': <n>, 'p95_latency_ms': 0, 'block_reasons': {'risk': {'count': 3,"
                        + " 'ratio': 0.2}, 'min_interval': {'count': 1}}, 'maker_fills': 3, 'taker_fills': 1},"
                        + " 'iteration': <n>}",
                "{'totals': {'fees_eff_bps': 0.<n>, 'maker_taker_ratio': 0.9, 'cancel_ratio': 0.5, 'effective_overrides':"
                        + " {'engine': {'min_interval_ms': 60}}, 'ws_lag_p95_ms': 12}, 'symbols': {'B': {'x': [1, 2]}}}");
    }
}
