package io.soakstream.deploy.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.report.lineage.Lineage;
import io.soakstream.gate.report.lineage.LineageJson;
import io.soakstream.gate.report.lineage.LineageText;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.schemas.canonical.CanonicalJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags that ask what became of a decision. */
final class LineageOptions {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Object>> TREE = new TypeReference<>() {};

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--lineage",
            description =
                    "Also what became of the decision: what the gate applied, whether the bot confirmed it, and how"
                            + " each --policy judged it, with the values that each number was computed from.")
    private boolean lineage;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    boolean isAsked() {
        return lineage;
    }

    /** Empty: nobody asked, or the gate has no word about the iteration. */
    Optional<Lineage> of(RecordedSoak soak, int iteration, TunerOptions tuner) {
        if (!lineage) {
            return Optional.empty();
        }
        GateConfig config = policies.config(spec.commandLine());
        return Lineage.of(new OfflineGate(config, tuner::over).account(soak), iteration, config.policies());
    }

    static String text(String decision, Optional<Lineage> lineage) {
        return decision + lineage.map(after -> "\n" + LineageText.render(after)).orElse("");
    }

    /** @param decision one JSON object; it keeps its fields and gets one more */
    static String json(String decision, Optional<Lineage> lineage) {
        if (lineage.isEmpty()) {
            return decision;
        }
        try {
            Map<String, Object> tree = MAPPER.readValue(decision, TREE);
            tree.put("lineage", LineageJson.tree(lineage.get()));
            return CanonicalJson.write(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was just written is JSON", impossible);
        }
    }
}
