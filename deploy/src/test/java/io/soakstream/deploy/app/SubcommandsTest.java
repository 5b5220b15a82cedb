package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class SubcommandsTest {
    @Test
    void shouldCallEachCommandAsItCallsItself() {
        // When
        Map<String, CommandLine> all = SoakCli.commandLine(Map.of()).getSubcommands();

        // Then
        assertThat(all).hasSize(24).allSatisfy((name, command) -> assertThat(command.getCommandName())
                .isEqualTo(ownName(command))
                .isEqualTo(name));
    }

    /** As its annotation says: what it was added as does not count. */
    private static String ownName(CommandLine command) {
        return command.getCommandSpec()
                .userObject()
                .getClass()
                .getAnnotation(CommandLine.Command.class)
                .name();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldMakeACalledCommandAloneAndWithTheSameHelp(String name) {
        // When
        CommandLine alone = SoakCli.commandLine(Map.of(), name, "--help");

        // Then
        assertThat(alone.getSubcommands()).containsOnlyKeys(name);
        assertThat(usage(alone, name)).isEqualTo(usage(SoakCli.commandLine(Map.of()), name));
    }

    static Iterable<String> names() {
        return SoakCli.commandLine(Map.of()).getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help"))
                .toList();
    }

    private static String usage(CommandLine command, String name) {
        return command.getSubcommands().get(name).getUsageMessage();
    }

    /** A list of commands shows the first line alone. */
    @Test
    void shouldDescribeEveryCommandByASentenceThatStandsAlone() {
        // When
        List<CommandLine> all = withSubcommands(SoakCli.commandLine(Map.of())).toList();

        // Then
        assertThat(all).hasSizeGreaterThan(50).allSatisfy(command -> assertThat(
                        command.getCommandSpec().usageMessage().description())
                .as(command.getCommandSpec().qualifiedName())
                .isNotEmpty()
                .satisfies(lines -> assertThat(lines[0]).endsWith(".")));
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(SubcommandsTest::withSubcommands));
    }

    @Test
    void shouldKnowAllCommandsWhereNoneIsCalled() {
        // When
        Map<String, CommandLine> asked =
                SoakCli.commandLine(Map.of(), "help", "gate").getSubcommands();
        Map<String, CommandLine> mistyped = SoakCli.commandLine(Map.of(), "gat").getSubcommands();

        // Then
        assertThat(asked).hasSize(24);
        assertThat(mistyped).hasSize(24);
    }
}
