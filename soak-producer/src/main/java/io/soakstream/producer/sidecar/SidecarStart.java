package io.soakstream.producer.sidecar;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.producer.sidecar.IterationFiles.Found;
import io.soakstream.producer.sidecar.SidecarOptions.Existing;
import io.soakstream.producer.sidecar.SidecarOptions.Reads;
import io.soakstream.producer.sidecar.SidecarState.Phase;
import io.soakstream.producer.source.IterationReader;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Begins a run, or goes on with the one that is under way in the bot's directory. */
final class SidecarStart {
    private final SidecarOptions options;
    private final StartValueRule names;
    private final SidecarNews news;
    private final InstantSource clock;
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    SidecarStart(SidecarOptions options, StartValueRule names, SidecarNews news, InstantSource clock) {
        this.options = options;
        this.names = names;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What came of the run that is asked for by name, where it has ended already, as when the command is started once more
     * by whatever watches over it; empty: it is to begin or to go on.
     *
     * @throws SidecarRefusedException there are iterations that it did not take, and nobody says whose they are
     */
    Optional<SidecarEnd> ended(StateFile file) throws IOException {
        Optional<SidecarState> ended = file.read()
                .filter(state ->
                        state.phase() == Phase.ENDED && options.existing().isEmpty())
                .filter(state ->
                        state.bot().equals(options.bot()) && options.run().equals(Optional.of(state.run())));
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        SidecarState state = ended.get();
        RunKey key = new RunKey(state.bot(), state.run());
        List<String> others = othersThan(state);
        if (!others.isEmpty()) {
            throw new SidecarRefusedException(key.text() + " has ended already, and " + options.directory() + " holds "
                    + others.size() + " iteration files that it did not take (" + others.get(0)
                    + "): another run takes another name");
        }
        news.note(key.text() + " has ended already: another run takes another name");
        return Optional.of(new SidecarEnd(key, state.sent().size(), state.problems(), true));
    }

    /** Names of the files that the run neither sent nor told of. */
    private List<String> othersThan(SidecarState state) throws IOException {
        List<String> others = new ArrayList<>();
        for (Found file : files().look(state.lastIteration())) {
            boolean isKnown = state.problems().containsKey(file.name())
                    || file.stamp().text().equals(state.existing().get(file.name()))
                    || state.sent().containsValue(Sha256.hex(Files.readAllBytes(file.path())));
            if (!isKnown) {
                others.add(file.name());
            }
        }
        return others;
    }

    /**
     * The state that the run begins or goes on with, on the disk.
     *
     * @throws SidecarRefusedException the directory, the overrides file or the state does not allow it
     */
    Journal journal(StateFile file) throws IOException {
        Optional<SidecarState> underWay = file.read().filter(state -> state.phase() != Phase.ENDED);
        if (underWay.isPresent()) {
            requireSameRun(underWay.get(), file);
            return new Journal(file, underWay.get(), news);
        }
        SidecarState fresh = SidecarState.starting(
                options.bot(),
                options.run().orElseGet(() -> RunKey.freshRun(clock)),
                clock.millis(),
                startValues().plain(),
                existing());
        file.write(fresh);
        return new Journal(file, fresh, news);
    }

    private void requireSameRun(SidecarState state, StateFile file) {
        boolean same = state.bot().equals(options.bot())
                && options.run().filter(run -> !run.equals(state.run())).isEmpty();
        if (!same) {
            throw new SidecarRefusedException("the run " + state.bot() + ":" + state.run() + " is under way in "
                    + options.directory() + " (remove " + file.path() + " to leave it)");
        }
    }

    private OverridesDocument startValues() throws IOException {
        if (!Files.exists(options.overridesFile())) {
            return OverridesDocument.empty(catalogue);
        }
        try {
            OverridesDocument document = OverridesDocument.parse(catalogue, FileStamp.content(options.overridesFile()));
            if (!document.faults().isEmpty()) {
                throw new SidecarRefusedException(
                        options.overridesFile() + ": " + String.join("; ", document.faults()));
            }
            return document;
        } catch (IllegalArgumentException unreadable) {
            throw new SidecarRefusedException(options.overridesFile() + " " + unreadable.getMessage());
        }
    }

    private Map<String, String> existing() throws IOException {
        Map<String, String> stamps = new HashMap<>();
        for (Found file : files().look(0)) {
            stamps.put(file.name(), file.stamp().text());
        }
        if (!stamps.isEmpty() && options.existing().isEmpty()) {
            throw new SidecarRefusedException(options.directory() + " holds " + stamps.size()
                    + " iteration files already (" + new TreeMap<>(stamps).firstKey()
                    + "): --existing send or --existing skip says whether they belong to the run");
        }
        return options.existing().equals(Optional.of(Existing.SKIP)) ? stamps : Map.of();
    }

    /** Starts the run on the stream, or joins it there; an end that was begun is brought to its end. */
    Sidecar sidecar(Journal journal, RunPort port) throws IOException {
        OverridesKeeper keeper = new OverridesKeeper(options.overridesFile(), catalogue, journal, news, clock);
        keeper.observe();
        SidecarState state = journal.state();
        boolean resumed = state.phase() != Phase.STARTING;
        if (resumed) {
            port.join(startValues(state));
        } else {
            port.start(startValues(state), Instant.ofEpochMilli(state.startedAtMs()));
            InForceLog log = keeper.log();
            journal.update(before -> before.withPhase(Phase.RUNNING).withInForce(log));
        }
        if (options.reads() == Reads.SUMMARIES
                && Files.exists(options.directory().resolve(EdgeReportFile.NAME))) {
            news.note(EdgeReportFile.NAME + " is there and is not read (--reads edge-report: instead of summaries)");
        }
        news.running(state.bot() + ":" + state.run(), resumed);
        IterationIntake intake = new IterationIntake(
                files(), new QuietFiles(options.quiet()), new EchoFiller(options.echo(), catalogue), journal, news);
        return new Sidecar(options, port, journal, keeper, intake, news, clock);
    }

    private IterationFiles files() {
        IterationReader reader = new IterationReader(options.riskUnit(), names);
        return options.reads() == Reads.SUMMARIES
                ? new SummaryFiles(options.directory(), reader)
                : new EdgeReportFile(options.directory(), reader);
    }

    private Overrides startValues(SidecarState state) {
        Map<String, BigDecimal> values = new HashMap<>();
        state.startValues().forEach((name, value) -> values.put(name, new BigDecimal(value)));
        return Overrides.startingFrom(catalogue, values);
    }
}
