package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.CommandAccount;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.account.RunFacts;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The report model of a run, as docs/html-report.md describes it. */
public final class ReportModel {
    /** Name and version of the model; a change that a reader could misunderstand gets another. */
    public static final String SCHEMA = "soakstream.report.v1";

    private ReportModel() {}

    /**
     * The tree.
     *
     * @param verdicts the last of each policy as whoever shows them sees it; the first leads; may be empty
     */
    public static ObjectNode of(RunAccount account, List<Verdict> verdicts) {
        List<IterationAccount> iterations = account.iterations();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        run(root.putObject("run"), account);
        JsonFields.texts(root.putArray("notes"), account.notes());
        JsonFields.texts(root.putArray("refusals"), account.refusals());
        ArrayNode policies = root.putArray("policies");
        verdicts.forEach(verdict -> policies.add(PolicyColumns.of(verdict, account)));
        root.set("kpis", KpiColumns.of(iterations));
        root.set("iterations", IterationColumns.of(iterations));
        root.set("lanes", Lanes.of(verdicts, iterations));
        ArrayNode commands = root.putArray("commands");
        account.commands().forEach(command -> command(commands.addObject(), command));
        root.set("parameters", ParameterSeries.of(account));
        quality(root, verdicts);
        IterationDetails.put(root, iterations);
        return root;
    }

    private static void run(ObjectNode node, RunAccount account) {
        RunFacts run = account.run();
        List<IterationAccount> iterations = account.iterations();
        int colon = run.key().indexOf(':');
        node.put("key", run.key());
        node.put("bot", run.key().substring(0, Math.max(0, colon)));
        node.put("run", run.key().substring(colon + 1));
        JsonFields.text(node, "origin", run.origin());
        node.put("mode", run.mode().name());
        node.put("tuning", run.tuning().name());
        node.put("times_synthesised", run.timesSynthesised());
        JsonFields.text(node, "profile", run.profile());
        node.put("period_ms", run.period().map(Duration::toMillis).orElse(null));
        node.put(
                "declared_iterations",
                run.declaredIterations().isPresent() ? run.declaredIterations().getAsInt() : null);
        node.put("declared_hours", run.declaredHours().orElse(null));
        node.put("iterations", iterations.size());
        node.put("elapsed_ms", elapsed(run, iterations).orElse(null));
        JsonFields.text(node, "end", run.end().map(Enum::name));
        node.put("configuration_digest", run.configurationDigest());
    }

    /** As the bot says it; else from the first to the latest event time and one period, in which the first ran. */
    private static Optional<Long> elapsed(RunFacts run, List<IterationAccount> iterations) {
        if (iterations.isEmpty()) {
            return Optional.empty();
        }
        IterationAccount latest = iterations.get(iterations.size() - 1);
        return Optional.ofNullable(latest.summary().getElapsedMs()).or(() -> run.period()
                .map(period -> latest.eventTimeMs() - iterations.get(0).eventTimeMs() + period.toMillis()));
    }

    private static void command(ObjectNode node, CommandAccount account) {
        node.put("id", account.command().getId());
        node.put("action", account.command().getAction().name());
        node.put("actor", account.command().getActor());
        node.put("reason", account.command().getReason());
        node.put("event_time_ms", account.eventTimeMs());
        node.put("after_iteration", account.afterIteration());
        JsonFields.text(node, "refusal", account.refusal());
    }

    /** The same in every policy's verdict. */
    private static void quality(ObjectNode root, List<Verdict> verdicts) {
        DeltaQuality quality = verdicts.isEmpty() ? null : verdicts.get(0).getDeltaQuality();
        if (quality == null) {
            root.putNull("quality");
            return;
        }
        ObjectNode node = root.putObject("quality");
        node.put("proposed", quality.getProposed());
        node.put("full", quality.getFull());
        node.put("justified", quality.getJustified());
        node.put("failed", quality.getFailed());
        node.put("stuck", quality.getStuck());
        node.put("unconfirmed", quality.getUnconfirmed());
        node.put("nested_miss_paths", quality.getNestedMissPaths());
        node.put("full_apply_ratio", quality.getFullApplyRatio());
        node.put("justified_apply_ratio", quality.getJustifiedApplyRatio());
    }
}
