package io.soakstream.gate.report.release;

import io.soakstream.gate.account.OverridesAccount.LastGood;
import io.soakstream.gate.report.Markdown;
import io.soakstream.schemas.canonical.Decimals;
import java.util.List;
import java.util.Optional;

/** rollback_plan.md: the ways back from a release, with the values and commands that they take. */
public final class RollbackPlan {
    public static final String FILE = "rollback_plan.md";

    private RollbackPlan() {}

    public static String of(ReleaseInput input) {
        return ReleaseText.title("Rollback plan", input)
                + ReleaseText.status(input)
                + good(input)
                + quick(input)
                + full()
                + canary()
                + triggers()
                + escalation();
    }

    private static String good(ReleaseInput input) {
        StringBuilder out = new StringBuilder(Markdown.section("Last good values"));
        out.append("State hash: `")
                .append(input.overrides().stateHash())
                .append("` (")
                .append(ReleaseInput.OVERRIDES_FILE)
                .append(": ")
                .append(input.overrides().origin().words())
                .append(")\n");
        Optional<LastGood> good = input.report().account().overrides().lastGood();
        if (good.isPresent()) {
            out.append("\nThe latest iteration of the soak that passed is ")
                    .append(good.get().iteration());
            out.append(", in the state `").append(good.get().stateHash()).append("`");
            out.append(input.report().account().run().judgedAsRecorded() ? " by the recording's own hash" : "");
            out.append(".\n");
        } else {
            out.append("\nNo iteration of the soak passed in a state that is known.\n");
        }
        out.append("\n").append(Markdown.head("Parameter", "Value"));
        input.overrides()
                .values()
                .values()
                .forEach((name, value) -> out.append(Markdown.row("`" + name + "`", Decimals.plain(value))));
        return out.toString();
    }

    private static String quick(ReleaseInput input) {
        return Markdown.section("Quick rollback, less than 10 minutes")
                + "1. Switch automatic tuning off: start the bot with `MM_DISABLE_AUTO_TUNE=1`, or\n\n"
                + ReleaseText.shell("soak control auto-tune '" + input.run()
                        + "' off --key FILE --key-id ID --reason 'quick rollback'")
                + "\n2. Put the last good values back (5 min); the command waits for the gate's answer:\n\n"
                + ReleaseText.shell(ReleaseText.restore(input.run(), "quick rollback"))
                + "\n   The run named here is that of the soak: put the run in its place that is rolled back. A bot that takes\n"
                + "   its values from a file gets `" + ReleaseInput.OVERRIDES_FILE + "` as it is, and reloads it.\n"
                + "3. Verify (2 min), by the bot's metrics page and `soak verdicts --follow`: maker share >= 0.80, p95 latency\n"
                + "   <= 350 ms, risk <= 0.45; the bot echoes the state hash above.\n"
                + "4. Watch for 30 minutes.\n";
    }

    private static String full() {
        return Markdown.section("Full rollback, 30 minutes")
                + "1. Stop the bot; no order is left in the book.\n"
                + "2. Check out the previous release and build it:\n\n"
                + ReleaseText.shell("git tag --list --sort=-creatordate | head -n 5", "git checkout PREVIOUS_TAG")
                + "\n3. Start it with the values of its own bundle (`soak release verify` accepts the bundle first).\n"
                + "4. Verify health and version, then as in the quick rollback.\n";
    }

    private static String canary() {
        return Markdown.section("Canary rollback")
                + "Scale the canary to nothing:\n\n"
                + ReleaseText.shell("kubectl scale deployment/mm-bot-canary --replicas=0")
                + "\nor move its traffic (a weight stands beside its destination, not in it):\n\n"
                + ReleaseText.shell("kubectl patch virtualservice mm-bot --type=merge -p '" + ROUTES + "'");
    }

    private static final String ROUTES = "{\"spec\":{\"http\":[{\"route\":["
            + "{\"destination\":{\"host\":\"mm-bot\",\"subset\":\"stable\"},\"weight\":100},"
            + "{\"destination\":{\"host\":\"mm-bot\",\"subset\":\"canary\"},\"weight\":0}]}]}}";

    private static String triggers() {
        return Markdown.section("Automatic triggers") + RollbackTrigger.table();
    }

    private static String escalation() {
        return Markdown.section("Escalation")
                + Markdown.bullets(List.of(
                        "the team's incident channel, at once",
                        "on-call, if the quick rollback does not help within 10 minutes",
                        "emergency stop: scale the strategy to 0 and open the circuit breaker"));
    }
}
