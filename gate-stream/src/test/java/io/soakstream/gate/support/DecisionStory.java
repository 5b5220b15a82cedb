package io.soakstream.gate.support;

import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.Tick;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.Planned;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** The decisions of one run as the tuner makes them: sound, so that a test can spoil one of them. */
public final class DecisionStory {
    public static final int CAPACITY = 8;
    private static final int CONFIRM_WITHIN = 3;
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();

    static {
        // Whoever makes a serde is trusted with our records from then on.
        new AvroSerdes(new InMemorySchemaRegistry()).of(TuningDecision.class);
    }

    private final String run;
    private final List<Integer> iterations = new ArrayList<>();
    private Projection projection;
    private RunStarted pending;
    private TuningMode tuning = TuningMode.OWN;
    private long sequence;

    private DecisionStory(String run) {
        this.run = run;
    }

    /** A run whose first iteration starts it. */
    public static DecisionStory implied(String run) {
        DecisionStory story = new DecisionStory(run);
        story.begin(RunStarted.newBuilder().build());
        return story;
    }

    public static DecisionStory implied() {
        return implied(Events.RUN);
    }

    /** A run that is declared; {@link #started} is its first decision. */
    public static DecisionStory declared(RunStarted declared) {
        DecisionStory story = new DecisionStory(Events.RUN);
        story.begin(declared);
        return story;
    }

    private void begin(RunStarted declared) {
        pending = RunStarted.newBuilder(declared)
                .setConfirmWithinIterations(CONFIRM_WITHIN)
                .build();
        tuning = declared.getTuning();
        Integer total = declared.getTotalIterations();
        projection = Projection.start(
                Overrides.startingFrom(CATALOGUE, decimals(declared.getStartOverrides())),
                declared.getAutoTune(),
                total == null ? OptionalInt.empty() : OptionalInt.of(total),
                tuning == TuningMode.RECORDED,
                new EchoRules(tuning == TuningMode.RECORDED, declared.getDecidedBy() != null, CONFIRM_WITHIN),
                declared.getSchedule().stream()
                        .map(step -> new Planned(
                                step.getAfterIteration(),
                                Overrides.startingFrom(CATALOGUE, decimals(step.getValues()))))
                        .toList());
    }

    public Projection projection() {
        return projection;
    }

    public String hash() {
        return projection.stateHash();
    }

    public long sequence() {
        return sequence;
    }

    public TuningDecision started() {
        return decision(projection, Resolution.noOp("no_change")).build();
    }

    public TuningDecision iteration(int number) {
        return iteration(number, Moves.none());
    }

    public TuningDecision iteration(int number, Moves moves) {
        return iteration(Events.healthy(number).build(), moves);
    }

    /** An iteration whose bot names the hash that it ran with. */
    public TuningDecision echoing(int number, String hash, Moves moves) {
        return iteration(Events.healthy(number).setOverridesHash(hash).build(), moves);
    }

    public TuningDecision iteration(IterationSummary summary, Moves moves) {
        int number = summary.getIteration();
        Projection before = projection;
        iterations.add(number);
        Projection heard = before.heard(new Echo(Optional.ofNullable(summary.getOverridesHash()), summary.getMixed()));
        Resolution resolution = heard.resolve(
                number,
                !moves.deltas().isEmpty(),
                heard.planned() ? "warming_up" : "no_change",
                moves.remaining(),
                moves.firstGuard());
        boolean applies = resolution.outcome() == Outcome.APPLIED;
        projection = (applies ? heard.applied(number, moves.remaining()) : heard).afterIteration(number);
        return judged(before, resolution, summary)
                .setProposed(moves.proposed(before.overrides()))
                .setDropped(moves.droppedRecords())
                .build();
    }

    /** In judge mode: what the recording says became of it. */
    public TuningDecision recorded(IterationSummary summary, Resolution resolution) {
        iterations.add(summary.getIteration());
        return judged(projection, resolution, summary).build();
    }

    private TuningDecision.Builder judged(Projection before, Resolution resolution, IterationSummary summary) {
        return decision(before, resolution)
                .setIterationSummary(summary)
                .setWindow(Windows.of(CAPACITY, iterations, summary));
    }

    /** A re-base on complete values: the catalogue's start values with one of them changed. */
    public TuningDecision rebase(String id, String parameter, String value) {
        return command(id, Command.Action.REBASE, complete(parameter, value), null);
    }

    public TuningDecision command(String id, Command.Action action, Map<String, BigDecimal> values, String base) {
        Command command = new Command(id, action, values, Set.of(), OptionalInt.empty(), Optional.ofNullable(base));
        Projection before = projection;
        Optional<String> refusal = before.refusal(command, last(), CATALOGUE);
        projection = refusal.isPresent() ? before : before.obeyed(command, CATALOGUE);
        boolean same = before.stateHash().equals(projection.stateHash());
        return decision(before, same ? Resolution.noOp("no_change") : Resolution.applied())
                .setControlCommand(ControlCommand.newBuilder()
                        .setId(id)
                        .setAction(ControlAction.valueOf(action.name()))
                        .setValues(values.entrySet().stream()
                                .map(entry -> new ParameterValue(
                                        entry.getKey(), entry.getValue().toPlainString()))
                                .toList())
                        .setExpectedBaseHash(base)
                        .build())
                .setCommandRefusal(refusal.orElse(null))
                .build();
    }

    public static Map<String, BigDecimal> complete(String parameter, String value) {
        Map<String, BigDecimal> values =
                new TreeMap<>(Overrides.start(CATALOGUE).values());
        values.put(parameter, new BigDecimal(value));
        return values;
    }

    public TuningDecision tick(int number, boolean stalled) {
        return decision(projection, Resolution.noOp("no_change"))
                .setTick(new Tick(last(), number))
                .setStalled(stalled)
                .build();
    }

    /** @param lastEcho null: the bot says nothing */
    public TuningDecision ended(String lastEcho) {
        Projection before = projection;
        projection = lastEcho == null ? before : before.heard(new Echo(Optional.of(lastEcho), false));
        return decision(before, Resolution.noOp("no_change"))
                .setRunEnded(RunEnded.newBuilder().setOverridesHash(lastEcho).build())
                .build();
    }

    private int last() {
        return iterations.isEmpty() ? 0 : iterations.get(iterations.size() - 1);
    }

    private TuningDecision.Builder decision(Projection before, Resolution resolution) {
        sequence++;
        RunStarted start = pending;
        pending = null;
        return TuningDecision.newBuilder()
                .setId(Sha256.hex(Events.BOT + ":" + run + "|" + sequence + "|" + before.stateHash()))
                .setBot(Events.BOT)
                .setRun(run)
                .setSequence(sequence)
                .setTuning(tuning)
                .setRunStarted(start)
                .setIterationsTotal(iterations.size())
                .setOutcome(io.soakstream.schemas.contract.Outcome.valueOf(
                        resolution.outcome().name()))
                .setReason(resolution.reason().orElse(null))
                .setBaseHash(before.stateHash())
                .setResultHash(projection.stateHash())
                .setVerification(
                        Verification.valueOf(projection.confirmation().state().name()));
    }

    private static Map<String, BigDecimal> decimals(List<ParameterValue> values) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        values.forEach(value -> decimals.put(value.getName(), new BigDecimal(value.getValue())));
        return decimals;
    }
}
