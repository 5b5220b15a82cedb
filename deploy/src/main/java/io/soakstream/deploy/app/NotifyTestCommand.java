package io.soakstream.deploy.app;

import io.soakstream.notifier.app.DirectResult;
import io.soakstream.notifier.app.TestMessage;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.config.ReceiverConfig;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends a test message. */
@Command(
        name = "test",
        description = "Sends a message that says that it is a test to every receiver of the configuration, once.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every receiver has taken it",
            "1:one has not: the line says why",
            "64:the configuration or an option is wrong"
        })
final class NotifyTestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final SettingOptions settings;

    @Option(names = "--receiver", paramLabel = "NAME", description = "Only this one.")
    private Optional<String> receiver = Optional.empty();

    private final Map<String, String> environment;

    NotifyTestCommand(Map<String, String> environment) {
        this.settings = new SettingOptions(environment);
        this.environment = environment;
    }

    @Override
    public Integer call() {
        NotifierConfig config = NotifierOptions.config(settings, environment);
        List<String> names =
                config.receivers().stream().map(ReceiverConfig::name).toList();
        receiver.filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new ParameterException(
                    spec.commandLine(), "--receiver: there is no " + name + ", there are " + String.join(", ", names));
        });
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        for (DirectResult result : new TestMessage(config, out::println, InstantSource.system()).send(receiver)) {
            out.println(result.receiver() + ": " + result.problem().orElse("delivered"));
            all &= result.problem().isEmpty();
        }
        out.flush();
        return all ? ExitCode.OK : ExitCode.FAIL;
    }
}
