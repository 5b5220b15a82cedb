package io.soakstream.deploy.app;

import io.soakstream.deploy.kubernetes.StrimziResources;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.Topics;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the catalogues as resources of Kubernetes. */
@Command(
        name = "kubernetes",
        description =
                "Prints topics and users as resources of Strimzi (KafkaTopic, KafkaUser), and talks to no cluster.")
final class TopicsKubernetesCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "soak",
            description = "Name of the Kafka resource (default: ${DEFAULT-VALUE}).")
    private String cluster;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            defaultValue = "3",
            description = "Copies of each partition, from 1 (default: ${DEFAULT-VALUE}).")
    private int replicas;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "Prefix of every topic (or SOAK_TOPIC_PREFIX; default: " + Topics.DEFAULT_PREFIX + ").")
    private Optional<String> topicPrefix = Optional.empty();

    @Override
    public Integer call() {
        if (!NAME.matcher(cluster).matches()) {
            throw new ParameterException(spec.commandLine(), "--cluster: \"" + cluster + "\" is no name of a resource");
        }
        if (replicas < 1) {
            throw new ParameterException(spec.commandLine(), "--replication-factor must be 1 or more: " + replicas);
        }
        StrimziResources resources = new StrimziResources(Connection.topics(spec, topicPrefix), cluster, replicas);
        PrintWriter out = spec.commandLine().getOut();
        out.print(resources.topics());
        out.print(resources.users());
        out.flush();
        return ExitCode.OK;
    }
}
