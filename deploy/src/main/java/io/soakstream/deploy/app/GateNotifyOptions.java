package io.soakstream.deploy.app;

import io.soakstream.gate.report.ReasonText;
import io.soakstream.notifier.app.DirectResult;
import io.soakstream.notifier.app.GateMessage;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.config.ReceiverConfig;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flag by which people are told what a gate came to. That they could not be told changes no exit code. */
final class GateNotifyOptions {
    private static final String NOTIFY = "--notify";
    /** The gravest last. */
    private static final List<VerdictLevel> GRAVITY = List.of(
            VerdictLevel.PASS, VerdictLevel.WARN, VerdictLevel.UNKNOWN, VerdictLevel.INCONCLUSIVE, VerdictLevel.FAIL);

    private final Map<String, String> environment;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = NOTIFY,
            paramLabel = "RECEIVER",
            split = ",",
            description = "With --run: tells receivers of --config, by their names or kinds (slack, telegram, webhook),"
                    + " what the gate came to. Nobody is told of a recording or a replay.")
    private List<String> receivers = new ArrayList<>();

    GateNotifyOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    boolean isAsked() {
        return !receivers.isEmpty();
    }

    /**
     * Finds out before the gate begins whether anybody could be told.
     *
     * @param onCluster whether a run on a cluster is judged
     * @param tuner has the file that names the receivers
     * @throws ParameterException nobody could
     */
    GateNotification prepare(boolean onCluster, TunerOptions tuner) {
        if (!isAsked()) {
            return new GateNotification(Optional.empty(), List.of());
        }
        if (!onCluster) {
            throw new ParameterException(
                    spec.commandLine(), NOTIFY + ": a recording never notifies; it goes with --run alone");
        }
        NotifierConfig config = NotifierOptions.config(tuner.other(NotifierConfig.ROOT), environment);
        return new GateNotification(Optional.of(config), List.copyOf(named(config)));
    }

    private TreeSet<String> named(NotifierConfig config) {
        TreeSet<String> names = new TreeSet<>();
        for (String wanted : receivers) {
            List<String> found = config.receivers().stream()
                    .filter(receiver -> receiver.name().equals(wanted) || isOfKind(receiver, wanted))
                    .map(ReceiverConfig::name)
                    .toList();
            if (found.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        NOTIFY + ": there is no " + wanted + "; there are "
                                + String.join(
                                        ", ",
                                        config.receivers().stream()
                                                .map(ReceiverConfig::name)
                                                .toList()));
            }
            names.addAll(found);
        }
        return names;
    }

    /** A Slack webhook is Slack too. */
    private static boolean isOfKind(ReceiverConfig receiver, String wanted) {
        String kind = receiver.type().word();
        return kind.equals(wanted) || kind.startsWith(wanted + "-");
    }

    /**
     * Whom to tell.
     *
     * @param config empty: nobody
     * @param names of the receivers
     */
    record GateNotification(Optional<NotifierConfig> config, List<String> names) {
        /** Tells them the gravest of the verdicts, and the terminal how it went. */
        void send(List<Verdict> verdicts, Terminal terminal) {
            config.ifPresent(known -> send(known, gravest(verdicts), terminal));
        }

        private void send(NotifierConfig known, Verdict verdict, Terminal terminal) {
            GateMessage message = new GateMessage(known, ReasonText::sentence, terminal::tell, InstantSource.system());
            Optional<List<DirectResult>> results = message.send(verdict, names);
            if (results.isEmpty()) {
                terminal.tell(
                        "warning: nobody was told: " + verdict.getBot() + ":" + verdict.getRun() + " is no live run");
            }
            results.orElse(List.of())
                    .forEach(result -> terminal.tell(result.problem()
                            .map(problem -> "warning: " + result.receiver() + " was not told: " + problem)
                            .orElse("note: " + result.receiver() + " was told")));
        }

        private static Verdict gravest(List<Verdict> verdicts) {
            return verdicts.stream()
                    .max(Comparator.comparingInt(verdict -> GRAVITY.indexOf(verdict.getVerdict())))
                    .orElseThrow();
        }
    }
}
