package io.soakstream.deploy.app;

import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.SubjectProvisioner;
import io.soakstream.schemas.topic.TopicPreflight;
import io.soakstream.schemas.topic.TopicProvisioner;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The topics of the catalogue on a cluster. */
@Command(
        name = "topics",
        description = "Creates or checks the topics of the catalogue.",
        synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand extends CommandGroup {
    private TopicsCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new TopicsCommand()).addSubcommand(new Apply()).addSubcommand(new Verify());
    }

    /** Creates what is missing. */
    @Command(
            name = "apply",
            description = {
                "Creates missing topics and corrects settings; never changes a number of partitions.",
                "Registers the schemas of their values, with the compatibility FULL_TRANSITIVE."
            })
    static final class Apply implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private final Connection connection = Connection.impatient();

        @Option(
                names = "--replication-factor",
                paramLabel = "N",
                description = "Copies of each partition, from 1 (default: the broker's own).")
        private Optional<Short> replicationFactor = Optional.empty();

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            short copies = replicationFactor.orElse(TopicProvisioner.BROKER_DEFAULT);
            if (replicationFactor.isPresent() && copies < 1) {
                throw new ParameterException(spec.commandLine(), "--replication-factor must be 1 or more: " + copies);
            }
            TopicPreflight.require(connection.clientProperties());
            try (Admin admin = Admin.create(connection.clientProperties())) {
                List<TopicProvisioner.Change> changes = new TopicProvisioner(copies).apply(admin, connection.topics());
                changes.forEach(change -> out.printf(
                        "%-28s %s %s%n", change.topic(), change.action(), String.join(", ", change.settings())));
                new SubjectProvisioner(connection.registry())
                        .apply(connection.topics())
                        .forEach(subject -> out.printf(
                                "%-34s schema %d, %s%n", subject.name(), subject.id(), subject.compatibility()));
                out.flush();
                return ExitCode.OK;
            } catch (TopicProvisioner.PartitionMismatchException mismatch) {
                spec.commandLine().getErr().println("soak: " + mismatch.getMessage());
                return ExitCode.FAIL;
            } finally {
                connection.close();
            }
        }
    }

    /** Checks without changing anything. */
    @Command(name = "verify", description = "Says what is missing or different, and changes nothing.")
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private final Connection connection = Connection.impatient();

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            TopicPreflight.require(connection.clientProperties());
            try (Admin admin = Admin.create(connection.clientProperties())) {
                List<TopicProvisioner.Finding> findings =
                        new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).verify(admin, connection.topics());
                findings.forEach(finding -> out.println(finding.toString()));
                if (findings.isEmpty()) {
                    out.println("all " + connection.topics().all().size() + " topics are as the catalogue wants them");
                }
                out.flush();
                return findings.isEmpty() ? ExitCode.OK : ExitCode.FAIL;
            }
        }
    }
}
