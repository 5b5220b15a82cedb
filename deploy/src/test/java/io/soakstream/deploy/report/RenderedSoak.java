package io.soakstream.deploy.report;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.deploy.offline.OfflineLoop;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.gate.report.html.HtmlReport;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.producer.source.SourceKind;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.Profile;
import io.soakstream.schemas.profile.StartPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A soak with its account and its report.
 *
 * @param verdicts the last of each policy, as {@code soak report} sees them
 */
record RenderedSoak(RunAccount account, List<Verdict> verdicts, String html) {
    private static final GateConfig POLICIES =
            new GateConfig(List.of(PolicyReader.read("release"), PolicyReader.read("snapshot")));

    /** A recorded soak of the test resources, judged as it was recorded. */
    static RenderedSoak recorded(String name) throws IOException {
        return of(read(name, ReadOptions.defaults()));
    }

    /** The same decided by our tuner. */
    static RenderedSoak retuned(String name) throws IOException {
        return of(read(name, ReadOptions.defaults().withTuning(Optional.of(TuningMode.OWN))));
    }

    /** A bot in closed loop from a reckless start: everything that a report shows happens in it. */
    static RenderedSoak simulated(int iterations, RegimePlan plan) {
        RunKey key = new RunKey("simulated", "soak-" + iterations);
        Profile start = Profile.read("reckless", ParameterCatalogue.standard());
        SimulatedRun run = new SimulatedRun(
                key,
                iterations,
                SimulatedRun.BEGIN,
                Duration.ofMinutes(5),
                new StartPlan(Optional.of(start), Optional.empty(), Optional.empty()),
                true);
        OfflineLoop.Result result =
                OfflineLoop.run(run, new SimulatedBot(SimulatedMarket.of(7, plan), iteration -> {}));
        return of(new RecordedSoak(
                key, result.events(), List.of(), List.of(), false, SourceKind.RECORDING, Optional.empty(), List.of()));
    }

    private static RecordedSoak read(String name, ReadOptions options) throws IOException {
        return new SoakReader().read(Path.of("src/test/resources/recorded", name), options);
    }

    private static RenderedSoak of(RecordedSoak soak) {
        RunAccount account = new OfflineGate(POLICIES).account(soak);
        List<Verdict> verdicts = RuledVerdict.all(account, GateRule.NORMAL);
        return new RenderedSoak(account, verdicts, HtmlReport.render(account, verdicts));
    }

    /** The same soak with other verdicts. */
    RenderedSoak judged(List<Verdict> others) {
        return new RenderedSoak(account, others, HtmlReport.render(account, others));
    }

    /** The same run with nothing in it that could be judged. */
    RenderedSoak withoutIterations() {
        RunAccount nothing = new RunAccount(
                account.run(), List.of(), List.of(), account.overrides(), List.of(), List.of(), List.of("all of it"));
        return new RenderedSoak(nothing, List.of(), HtmlReport.render(nothing, List.of()));
    }

    /** The page as a file. */
    Path in(Path directory, String name) throws IOException {
        return Files.writeString(Files.createDirectories(directory).resolve(name), html);
    }
}
