package io.soakstream.deploy.metrics;

import io.soakstream.deploy.view.CommittedView;
import io.soakstream.deploy.view.RunFilter;
import io.soakstream.deploy.view.RunPhase;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.deploy.view.RunSummary;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.report.metrics.FleetMetrics;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of the committed view as metrics. Only so many have labels of their own; of the others, the overflow bucket tells
 * how many there are and how many stand at each verdict.
 */
public final class RunsPage {
    private static final RunFilter ALL = new RunFilter(Optional.empty(), Optional.empty(), Optional.empty());
    private static final String OTHERS = "_other";

    private final CommittedView view;
    private final int limit;
    private final Map<String, Account> accounts = new HashMap<>();

    /** An account is folded anew only when its run has gone on. */
    private record Account(long sequence, RunAccount account) {}

    /** @param limit runs with labels of their own (count) */
    public RunsPage(CommittedView view, int limit) {
        this.view = view;
        this.limit = limit;
    }

    /** The runs that something came of last, in the text format of Prometheus. */
    public synchronized String text() {
        List<RunSummary> runs = view.latest(ALL, Integer.MAX_VALUE);
        List<RunSummary> shown = runs.subList(0, Math.min(limit, runs.size()));
        accounts.keySet().retainAll(shown.stream().map(RunSummary::key).toList());
        FleetMetrics page = new FleetMetrics();
        shown.forEach(run -> account(run).ifPresent(account -> page.add(run.bot(), run.run(), account)));
        overflow(page, runs.subList(shown.size(), runs.size()));
        for (RunPhase phase : RunPhase.values()) {
            page.gauge(
                    "soak_runs",
                    "Runs that are known, by state",
                    runs.stream().filter(run -> run.phase() == phase).count(),
                    "state",
                    phase.name());
        }
        return page.render();
    }

    private Optional<RunAccount> account(RunSummary run) {
        Account known = accounts.get(run.key());
        if (known != null && known.sequence() == run.sequence()) {
            return Optional.of(known.account());
        }
        Optional<RunRows> rows = view.rows(run.key());
        rows.ifPresent(
                found -> accounts.put(run.key(), new Account(found.summary().sequence(), found.account())));
        return Optional.ofNullable(accounts.get(run.key())).map(Account::account);
    }

    private static void overflow(FleetMetrics page, List<RunSummary> others) {
        page.gauge("soak_runs_overflow", "Runs without labels of their own", others.size());
        for (VerdictLevel level : VerdictLevel.values()) {
            long count = others.stream()
                    .flatMap(run -> run.lasts().stream().limit(1))
                    .map(Verdict::getVerdict)
                    .filter(level::equals)
                    .count();
            if (level != VerdictLevel.UNKNOWN) {
                page.gauge(
                        "soak_policy_verdict_overflow",
                        "Runs without labels of their own whose leading policy's last verdict is this",
                        count,
                        "bot",
                        OTHERS,
                        "run",
                        OTHERS,
                        "verdict",
                        level.name());
            }
        }
    }
}
