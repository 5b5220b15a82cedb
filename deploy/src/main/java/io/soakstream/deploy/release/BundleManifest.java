package io.soakstream.deploy.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.release.ReleaseInput;
import io.soakstream.gate.report.release.ShippedOverrides.Origin;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a bundle says of itself.
 *
 * @param recipe what it was made by
 * @param files name to SHA-256 of everything in the bundle but the manifest (hex)
 * @param run run key
 * @param configurationDigest decision configuration of the run (hex SHA-256)
 * @param verdicts those that were asked for, with their digests
 * @param overridesHash state hash of the shipped values (hex SHA-256)
 */
record BundleManifest(
        BundleRecipe recipe,
        SortedMap<String, String> files,
        String run,
        String configurationDigest,
        List<VerdictDigest> verdicts,
        String overridesHash) {
    private static final int FORMAT = 1;
    private static final String SELF = "manifest_sha256";
    private static final JsonMapper MAPPER = new JsonMapper();

    /** A verdict by its digest, of which the whole chain of the run is part. */
    record VerdictDigest(String policy, String policyVersion, String verdict, boolean freezeReady, String digest) {
        static VerdictDigest of(Verdict verdict) {
            return new VerdictDigest(
                    verdict.getPolicy(),
                    verdict.getPolicyVersion(),
                    verdict.getVerdict().name(),
                    verdict.getFreezeReady(),
                    verdict.getDigest());
        }
    }

    static BundleManifest of(BundleRecipe recipe, ReleaseInput release, Map<String, byte[]> contents) {
        SortedMap<String, String> files = new TreeMap<>();
        contents.forEach((name, content) -> files.put(name, Sha256.hex(content)));
        return new BundleManifest(
                recipe,
                files,
                release.report().account().run().key(),
                release.report().account().run().configurationDigest(),
                release.report().asked().stream().map(VerdictDigest::of).toList(),
                release.overrides().stateHash());
    }

    /** The file: sorted names, two spaces, its own digest in it. */
    byte[] bytes() {
        ObjectNode root = tree();
        root.put(SELF, Sha256.hex(JsonText.compact(root)));
        return JsonText.pretty(root).getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode tree() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("tag", recipe.tag());
        root.put("run", run);
        root.putObject("versions").put("soakstream", recipe.programVersion());
        ObjectNode sums = root.putObject("files");
        files.forEach(sums::put);
        root.put("recording_sha256", files.get(BundleFiles.RECORDING));
        root.put("configuration_digest", configurationDigest);
        ObjectNode overrides = root.putObject("overrides");
        overrides.put("state_hash", overridesHash);
        overrides.put("origin", recipe.origin().name());
        JsonFields.texts(root.putArray("policies"), recipe.policies());
        ArrayNode judged = root.putArray("verdicts");
        verdicts.forEach(verdict -> judged.addObject()
                .put("policy", verdict.policy())
                .put("policy_version", verdict.policyVersion())
                .put("verdict", verdict.verdict())
                .put("freeze_ready", verdict.freezeReady())
                .put("digest", verdict.digest()));
        root.put("kpi_gate_parity", recipe.kpiGateParity().orElse(null));
        JsonFields.texts(root.putArray("notes"), recipe.notes());
        JsonFields.texts(root.putArray("refusals"), recipe.refusals());
        return root;
    }

    /**
     * Reads the file.
     *
     * @throws DamagedBundleException it is not what was written
     */
    static BundleManifest parse(byte[] content) throws DamagedBundleException {
        try {
            JsonNode tree = MAPPER.readTree(content);
            if (tree.path("format").asInt() != FORMAT) {
                throw new DamagedBundleException(
                        "format " + tree.path("format") + " is not one that this version reads");
            }
            BundleManifest manifest = read(tree);
            if (!Arrays.equals(manifest.bytes(), content)) {
                throw new DamagedBundleException("has changed: its own digest does not fit");
            }
            return manifest;
        } catch (IOException | IllegalArgumentException malformed) {
            throw new DamagedBundleException("has changed: it cannot be read");
        }
    }

    private static BundleManifest read(JsonNode tree) {
        SortedMap<String, String> files = new TreeMap<>();
        tree.path("files")
                .properties()
                .forEach(entry -> files.put(entry.getKey(), entry.getValue().asText()));
        List<VerdictDigest> verdicts = new ArrayList<>();
        tree.path("verdicts")
                .forEach(verdict -> verdicts.add(new VerdictDigest(
                        verdict.path("policy").asText(),
                        verdict.path("policy_version").asText(),
                        verdict.path("verdict").asText(),
                        verdict.path("freeze_ready").asBoolean(),
                        verdict.path("digest").asText())));
        JsonNode parity = tree.path("kpi_gate_parity");
        BundleRecipe recipe = new BundleRecipe(
                tree.path("tag").asText(),
                texts(tree.path("policies")),
                Origin.valueOf(tree.path("overrides").path("origin").asText()),
                parity.isBoolean() ? Optional.of(parity.asBoolean()) : Optional.empty(),
                texts(tree.path("notes")),
                texts(tree.path("refusals")),
                tree.path("versions").path("soakstream").asText());
        return new BundleManifest(
                recipe,
                files,
                tree.path("run").asText(),
                tree.path("configuration_digest").asText(),
                verdicts,
                tree.path("overrides").path("state_hash").asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
