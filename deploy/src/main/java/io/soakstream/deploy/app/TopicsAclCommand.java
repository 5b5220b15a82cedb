package io.soakstream.deploy.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.AccessText;
import io.soakstream.schemas.topic.AppAccess;
import io.soakstream.schemas.topic.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what each app may do on a cluster; talks to none. */
@Command(
        name = "acl",
        description = {
            "Prints the least rights of each app as calls of kafka-acls.sh, and talks to no cluster.",
            "BOOTSTRAP and ADMIN_CONFIG are left for the shell to fill in."
        })
final class TopicsAclCommand implements Callable<Integer> {
    private static final String APP = "{app}";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--app",
            paramLabel = "NAME",
            description = "Only this one; may be repeated (default: all; --json tells their names).")
    private List<String> apps = List.of();

    @Option(
            names = "--principal",
            paramLabel = "TEXT",
            defaultValue = "User:soak-{app}",
            description = "Principal of an app, {app} its name (default: ${DEFAULT-VALUE}).")
    private String principal;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "Prefix of every topic (or SOAK_TOPIC_PREFIX; default: " + Topics.DEFAULT_PREFIX + ").")
    private Optional<String> topicPrefix = Optional.empty();

    @Option(names = "--json", description = "Print JSON, with what each right is for.")
    private boolean json;

    @Override
    public Integer call() {
        List<AppAccess> chosen = chosen(new AccessCatalogue(Connection.topics(spec, topicPrefix)).all());
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? document(chosen) : script(chosen));
        out.flush();
        return ExitCode.OK;
    }

    private List<AppAccess> chosen(List<AppAccess> all) {
        List<String> names = all.stream().map(AppAccess::app).toList();
        apps.stream().filter(app -> !names.contains(app)).findFirst().ifPresent(unknown -> {
            throw new ParameterException(
                    spec.commandLine(),
                    "--app: '" + unknown + "' is none of " + String.join(", ", names));
        });
        return all.stream()
                .filter(access -> apps.isEmpty() || apps.contains(access.app()))
                .toList();
    }

    private String document(List<AppAccess> chosen) {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        chosen.forEach(access -> document.add(AccessText.json(access, principal(access))));
        return document.toPrettyString() + System.lineSeparator();
    }

    private String script(List<AppAccess> chosen) {
        return chosen.stream()
                .map(access -> "# " + access.app() + ": " + access.doc() + System.lineSeparator()
                        + AccessText.commands(access, principal(access)).stream()
                                .map(line -> line + System.lineSeparator())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String principal(AppAccess access) {
        return principal.replace(APP, access.app());
    }
}
