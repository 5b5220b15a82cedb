package io.soakstream.deploy.release;

import io.soakstream.deploy.control.TargetValues;
import io.soakstream.deploy.report.KpiGateParity;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.document.ReportInput;
import io.soakstream.gate.report.release.ReleaseInput;
import io.soakstream.gate.report.release.ShippedOverrides;
import io.soakstream.gate.report.release.ShippedOverrides.Origin;
import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a bundle of a recorded soak. */
public final class ReleaseBundle {
    private final Request request;
    private final List<Policy> policies;

    /**
     * What is asked for.
     *
     * @param path that the soak was read from
     * @param policies names or files of policies, the leading one first
     * @param overrides file of the values to ship; empty: those that the run has shown to be good
     * @param force make it although the soak does not pass
     */
    public record Request(
            Path path,
            RecordedSoak soak,
            List<String> policies,
            String tag,
            Optional<Path> overrides,
            boolean force,
            String programVersion) {}

    /**
     * What was made.
     *
     * @param files name to size, in the published order (bytes)
     * @param verdicts those that were asked for
     */
    public record Made(Map<String, Integer> files, List<Verdict> verdicts) {}

    public ReleaseBundle(Request request) {
        this.request = request;
        this.policies = request.policies().stream().map(PolicyReader::read).toList();
    }

    /**
     * Writes the bundle, whole or not at all. An earlier bundle in its place is replaced, anything else is not.
     *
     * @throws NotPassedException the soak did not pass, and force was not asked for
     * @throws RefusedReleaseException something that a bundle must have is not there
     * @throws IOException it cannot be written
     */
    public Made write(Path directory) throws IOException {
        try (StagedDirectory stage = StagedDirectory.beside(directory)) {
            Path recording = stage.path().resolve(BundleFiles.RECORDING);
            byte[] events = SoakRecording.bytes(request.path(), request.soak(), policies, request.programVersion());
            Files.write(recording, events);
            ReportInput report = withParity(BundledSoak.judge(recording, policies, beside()));
            if (!BundleContents.passes(report) && !request.force()) {
                throw new NotPassedException(report.asked());
            }
            ReleaseInput release = BundleContents.release(report, request.tag(), overrides(report));
            Map<String, byte[]> contents = new LinkedHashMap<>(BundleContents.of(release));
            contents.put(BundleFiles.RECORDING, events);
            contents.putAll(policyFiles());
            requireComplete(contents);
            contents.put(
                    BundleFiles.MANIFEST,
                    BundleManifest.of(recipe(release), release, contents).bytes());
            stage.publish(contents);
            Map<String, Integer> sizes = new LinkedHashMap<>();
            contents.forEach((name, content) -> sizes.put(name, content.length));
            return new Made(sizes, report.asked());
        }
    }

    private BundledSoak.Beside beside() throws IOException {
        return new BundledSoak.Beside(
                Optional.empty(),
                request.soak().notes(),
                request.soak().rejections().stream().map(Rejection::toString).toList(),
                request.programVersion());
    }

    private ReportInput withParity(ReportInput report) throws IOException {
        Optional<Verdict> snapshot = report.verdict("snapshot");
        KpiGateParity parity = snapshot.isEmpty()
                ? KpiGateParity.UNKNOWN
                : KpiGateParity.of(request.path(), snapshot.get().getVerdict());
        return new ReportInput(
                report.account().noting(parity.notes()),
                report.verdicts(),
                report.policies(),
                report.deltas(),
                report.rule(),
                parity.same(),
                report.programVersion());
    }

    private ShippedOverrides overrides(ReportInput report) {
        if (request.overrides().isPresent()) {
            return given(TargetValues.read(
                    ParameterCatalogue.standard(), request.overrides().get()));
        }
        try {
            return ShippedOverrides.of(report.account())
                    .orElseThrow(
                            () -> new RefusedReleaseException(
                                    ReleaseInput.OVERRIDES_FILE
                                            + ": the recording does not say what the bot ran with; give the values by --overrides FILE"));
        } catch (InvalidParameterException outside) {
            throw new RefusedReleaseException(ReleaseInput.OVERRIDES_FILE + ": " + outside.getMessage(), outside);
        }
    }

    static ShippedOverrides given(List<ParameterValue> values) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        values.forEach(value -> decimals.put(value.getName(), new BigDecimal(value.getValue())));
        return new ShippedOverrides(Overrides.startingFrom(ParameterCatalogue.standard(), decimals), Origin.FILE);
    }

    private Map<String, byte[]> policyFiles() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int index = 0; index < policies.size(); index++) {
            String named = request.policies().get(index);
            if (!PolicyReader.BUILT_IN.contains(named)) {
                files.put(BundleFiles.policy(policies.get(index).name()), Files.readAllBytes(Path.of(named)));
            }
        }
        return files;
    }

    private BundleRecipe recipe(ReleaseInput release) {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < policies.size(); index++) {
            String named = request.policies().get(index);
            names.add(
                    PolicyReader.BUILT_IN.contains(named)
                            ? named
                            : BundleFiles.policy(policies.get(index).name()));
        }
        return new BundleRecipe(
                request.tag(),
                names,
                release.overrides().origin(),
                release.report().kpiGateParity(),
                request.soak().notes(),
                request.soak().rejections().stream().map(Rejection::toString).toList(),
                request.programVersion());
    }

    private static void requireComplete(Map<String, byte[]> contents) {
        List<String> missing = BundleFiles.REQUIRED.stream()
                .filter(name -> !contents.containsKey(name) || contents.get(name).length == 0)
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedReleaseException("the bundle would lack " + String.join(", ", missing));
        }
    }
}
