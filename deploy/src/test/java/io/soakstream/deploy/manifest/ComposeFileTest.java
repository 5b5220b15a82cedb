package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.soakstream.deploy.app.SoakCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the Compose file against the Compose Specification's schema, the soak command and the files around it. */
class ComposeFileTest {
    private static final Path SCHEMA = Path.of("src/test/resources/compose/compose-spec.json");
    private static final Pattern REQUIRED_VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ComposeProject project = new ComposeProject();

    @Test
    void shouldFollowTheComposeSpecification() throws IOException {
        // When
        Set<ValidationMessage> complaints =
                schema().validate(JSON.valueToTree(project.root().node()));

        // Then
        assertThat(complaints).isEmpty();
    }

    /** A schema that lets everything through would say the same of the file. */
    @Test
    void shouldNoticeAMistypedKey() throws IOException {
        // Given
        String mistyped = Tree.text(ComposeProject.FILE).replaceFirst("healthcheck:", "healthchek:");

        // When
        Set<ValidationMessage> complaints = schema().validate(
                        JSON.valueToTree(Tree.documents(mistyped).get(0).node()));

        // Then
        assertThat(complaints).anyMatch(complaint -> complaint.getMessage().contains("healthchek"));
    }

    /** The published file names its dialect by an address that was never one, and its parts by a word of an earlier one. */
    private static JsonSchema schema() throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(SCHEMA.toFile());
        schema.remove("$schema");
        schema.findParents("id").stream()
                .filter(parent -> parent.get("id").isTextual())
                .forEach(parent -> ((ObjectNode) parent).remove("id"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909).getSchema(schema);
    }

    static Stream<Map.Entry<String, Tree>> services() {
        return new ComposeProject().services().entrySet().stream();
    }

    static Stream<Map.Entry<String, Tree>> apps() {
        return new ComposeProject().apps().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("apps")
    void shouldGiveEveryAppACommandThatItTakes(Map.Entry<String, Tree> app) {
        // When
        List<String> arguments = app.getValue().texts("command");

        // Then
        assertThat(arguments).isNotEmpty();
        assertThatCode(() -> SoakCommand.parse(arguments)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldLeaveTheNameOfEveryImageToWhoeverRunsIt(Map.Entry<String, Tree> service) {
        // When
        String image = service.getValue().text("image");

        // Then
        assertThat(image).matches(REQUIRED_VARIABLE);
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldGiveNoServiceMoreThanItNeeds(Map.Entry<String, Tree> service) {
        // When
        Tree settings = service.getValue();

        // Then
        assertThat(settings.text("read_only")).isEqualTo("true");
        assertThat(settings.texts("cap_drop")).containsExactly("ALL");
        assertThat(settings.texts("cap_add")).isEmpty();
        assertThat(settings.texts("security_opt")).containsExactly("no-new-privileges:true");
        assertThat(settings.text("privileged")).isEmpty();
        assertThat(settings.text("deploy", "resources", "limits", "memory")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldPublishOnTheLoopbackAddressOnly(Map.Entry<String, Tree> service) {
        // When
        List<String> ports = service.getValue().texts("ports");

        // Then
        assertThat(ports).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldMountFilesThatAreThere(Map.Entry<String, Tree> service) {
        // When
        List<String> mounts = ComposeProject.mounts(service.getValue());

        // Then
        assertThat(mounts).allSatisfy(mount -> assertThat(ComposeProject.DIRECTORY.resolve(mount))
                .exists());
    }

    @Test
    void shouldWaitForServicesThatCanBeWaitedFor() {
        // Given
        Map<String, Tree> services = project.services();

        // When
        Map<String, String> conditions = services.values().stream()
                .flatMap(service -> service.map("depends_on").entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Tree(entry.getValue()).text("condition"), (one, other) -> one));

        // Then
        assertThat(services).containsKeys(conditions.keySet().toArray(String[]::new));
        conditions.forEach((name, condition) -> assertThat(
                        services.get(name).at("healthcheck").isPresent())
                .as(name)
                .isEqualTo(condition.equals("service_healthy")));
    }

    @Test
    void shouldNameSecretsThatItsScriptMakes() {
        // Given
        String script = Tree.text(ComposeProject.DIRECTORY.resolve("make-secrets.sh"));

        // When
        Set<String> files = new TreeSet<>();
        project.root().map("secrets").values().forEach(secret -> files.add(new Tree(secret).text("file")));

        // Then
        assertThat(files).allSatisfy(file -> assertThat(script).contains("once " + file.replace("./secrets/", "")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldGiveEveryServiceTheSecretsThatItNames(Map.Entry<String, Tree> service) {
        // Given
        Tree settings = service.getValue();

        // When
        Set<String> named = Pattern.compile("/run/secrets/([a-z_]+)")
                .matcher(settings.texts("command") + settings.map("environment").toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // Every app has the variable; only those with an HTTP interface read it.
        if (ComposeProject.flag(settings, "--http-port").isEmpty()) {
            named.remove("read_token");
        }

        // Then
        assertThat(settings.texts("secrets")).containsAll(named);
    }

    /** An address that nobody can be called by would be refused by the server that has it. */
    @ParameterizedTest
    @MethodSource("apps")
    void shouldProbeThePortThatTheAppListensOn(Map.Entry<String, Tree> app) {
        // Given
        String port =
                ComposeProject.flag(app.getValue(), "--http-port") + ComposeProject.flag(app.getValue(), "--port");

        // When
        List<String> probe = app.getValue().texts("healthcheck", "test");

        // Then
        if (port.isEmpty()) {
            assertThat(probe).isEmpty();
        } else {
            assertThat(probe.get(probe.size() - 1)).startsWith("http://127.0.0.1:" + port + "/health");
        }
    }
}
