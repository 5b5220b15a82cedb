package io.soakstream.gate.report.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.WindowFindings;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The snapshots of a run. {@link #both} is one document: schema 1.2 with what it does not say (policy, reasons, named
 * criteria, digest), and schema 1.1 below it, so that no two verdicts hide under one name.
 *
 * @param account of the run; judged by the snapshot policy among others
 * @param verdicts the last of each policy as the command sees it that ends with them, the first is that of schema 1.2
 * @param parity whether the bot's own KPI gate came to the snapshot policy's verdict; empty: it has not said
 */
public record Snapshots(RunAccount account, List<Verdict> verdicts, Optional<Boolean> parity) {
    public Snapshots {
        verdicts = List.copyOf(verdicts);
        if (verdicts.isEmpty()) {
            throw new IllegalArgumentException("a snapshot is of at least one verdict");
        }
    }

    /** Exactly the fields of schema 1.2. */
    public ObjectNode schema12() {
        return Snapshot12.of(verdicts.get(0));
    }

    /**
     * Exactly the fields of schema 1.1.
     *
     * @throws NoSuchElementException the run was not judged by the snapshot policy
     */
    public ObjectNode schema11() {
        return Snapshot11.of(snapshotVerdict().orElseThrow(), account, parity);
    }

    /** Both, with all that is known beside them. */
    public ObjectNode both() {
        ObjectNode root = SnapshotJson.tree(verdicts, account.refusals());
        snapshotVerdict().ifPresent(verdict -> root.set("schema_1_1", Snapshot11.of(verdict, account, parity)));
        guardsOfTheRun(root.putObject("guards_all"));
        JsonFields.texts(root.putArray("notes"), account.notes());
        return root;
    }

    private Optional<Verdict> snapshotVerdict() {
        return verdicts.stream()
                .filter(verdict -> verdict.getPolicy().equals(Snapshot11.POLICY))
                .findFirst();
    }

    /** Over all iterations: those of {@code guards_last_n} are of the window. */
    private void guardsOfTheRun(ObjectNode node) {
        ObjectNode counts = node.putObject("counts");
        ObjectNode iterations = node.putObject("iterations");
        for (String guard : WindowFindings.GUARDS) {
            List<Integer> held = account.iterations().stream()
                    .filter(iteration -> iteration.guards().held().contains(guard))
                    .map(IterationAccount::iteration)
                    .toList();
            counts.put(guard, held.size());
            if (!held.isEmpty()) {
                ArrayNode numbers = iterations.putArray(guard);
                JsonFields.numbers(numbers, held);
            }
        }
    }
}
