package io.soakstream.deploy.release;

import io.soakstream.deploy.control.InvalidValuesException;
import io.soakstream.deploy.control.TargetValues;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.document.ReportInput;
import io.soakstream.gate.report.release.ReleaseInput;
import io.soakstream.gate.report.release.ShippedOverrides;
import io.soakstream.gate.report.release.ShippedOverrides.Origin;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether a bundle is what was written, and whether its recording still says the same. */
public final class BundleVerification {
    private final Path directory;
    private final List<String> findings = new ArrayList<>();

    private BundleVerification(Path directory) {
        this.directory = directory;
    }

    /**
     * What was found.
     *
     * @param findings what is not as it was written, a line each that begins with the file's name; empty: nothing
     * @param release what the bundle says; empty: there are findings
     */
    public record Outcome(List<String> findings, Optional<ReleaseInput> release) {
        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Checks manifest and checksums, then replays the recording through the offline pipeline and writes every text anew.
     *
     * @throws IOException the directory cannot be read
     */
    public static Outcome of(Path directory) throws IOException {
        BundleVerification verification = new BundleVerification(directory);
        Optional<BundleManifest> manifest = verification.manifest();
        if (manifest.isPresent()) {
            verification.compareFiles(manifest.get());
        }
        Optional<ReleaseInput> release =
                verification.findings.isEmpty() ? verification.replay(manifest.orElseThrow()) : Optional.empty();
        return new Outcome(verification.findings, verification.findings.isEmpty() ? release : Optional.empty());
    }

    private Optional<BundleManifest> manifest() throws IOException {
        Path file = directory.resolve(BundleFiles.MANIFEST);
        if (!Files.isRegularFile(file)) {
            findings.add(BundleFiles.MANIFEST + ": is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(BundleManifest.parse(Files.readAllBytes(file)));
        } catch (DamagedBundleException damaged) {
            findings.add(BundleFiles.MANIFEST + ": " + damaged.getMessage());
            return Optional.empty();
        }
    }

    private void compareFiles(BundleManifest manifest) throws IOException {
        BundleFiles.REQUIRED.stream()
                .filter(name -> !manifest.files().containsKey(name))
                .forEach(name -> findings.add(name + ": is not in the manifest"));
        for (Map.Entry<String, String> entry : manifest.files().entrySet()) {
            Path file = directory.resolve(entry.getKey());
            if (!Files.isRegularFile(file)) {
                findings.add(entry.getKey() + ": is missing");
            } else if (!Sha256.hex(Files.readAllBytes(file)).equals(entry.getValue())) {
                findings.add(entry.getKey() + ": has changed: its SHA-256 is not that of the manifest");
            }
        }
        try (Stream<Path> entries = Files.list(directory)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !manifest.files().containsKey(name))
                    .filter(name -> !name.equals(BundleFiles.MANIFEST) && !name.equals(BundleFiles.CHECKLIST))
                    .sorted()
                    .forEach(name -> findings.add(name + ": is no part of the bundle"));
        }
    }

    private Optional<ReleaseInput> replay(BundleManifest manifest) throws IOException {
        BundleRecipe recipe = manifest.recipe();
        List<Policy> policies = recipe.policies().stream()
                .map(name -> PolicyReader.read(
                        BundleFiles.isPolicy(name) ? directory.resolve(name).toString() : name))
                .toList();
        ReportInput report = BundledSoak.judge(
                directory.resolve(BundleFiles.RECORDING),
                policies,
                new BundledSoak.Beside(
                        recipe.kpiGateParity(), recipe.notes(), recipe.refusals(), recipe.programVersion()));
        Optional<ShippedOverrides> overrides = overrides(recipe, report);
        if (overrides.isEmpty()) {
            findings.add(ReleaseInput.OVERRIDES_FILE + ": the replay does not give these values");
            return Optional.empty();
        }
        ReleaseInput release = BundleContents.release(report, recipe.tag(), overrides.get());
        compare(manifest, release);
        return Optional.of(release);
    }

    private Optional<ShippedOverrides> overrides(BundleRecipe recipe, ReportInput report) {
        if (recipe.origin() != Origin.FILE) {
            return ShippedOverrides.of(report.account()).filter(known -> known.origin() == recipe.origin());
        }
        try {
            return Optional.of(ReleaseBundle.given(
                    TargetValues.read(ParameterCatalogue.standard(), directory.resolve(ReleaseInput.OVERRIDES_FILE))));
        } catch (InvalidValuesException invalid) {
            return Optional.empty();
        }
    }

    private void compare(BundleManifest manifest, ReleaseInput release) throws IOException {
        Map<String, byte[]> contents = BundleContents.of(release);
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            if (!Arrays.equals(Files.readAllBytes(directory.resolve(entry.getKey())), entry.getValue())) {
                findings.add(entry.getKey() + ": the replay gives another text (bundle made by version "
                        + manifest.recipe().programVersion() + ")");
            }
        }
        List<BundleManifest.VerdictDigest> replayed = release.report().asked().stream()
                .map(BundleManifest.VerdictDigest::of)
                .toList();
        if (!replayed.equals(manifest.verdicts())) {
            findings.add(BundleFiles.RECORDING + ": the replay gives other verdicts: " + replayed
                    + ", the manifest has " + manifest.verdicts());
        }
        if (!release.report().account().run().configurationDigest().equals(manifest.configurationDigest())) {
            findings.add(BundleFiles.MANIFEST + ": the run was decided by another configuration than it says");
        }
    }
}
