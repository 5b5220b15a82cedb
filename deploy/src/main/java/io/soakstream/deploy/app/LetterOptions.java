package io.soakstream.deploy.app;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.deadletter.DeadLetterSelection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags that select dead letters. Several of one kind: any of them; of several kinds: all of them. */
final class LetterOptions {
    @Option(
            names = "--code",
            paramLabel = "CODE",
            split = ",",
            description = "Only letters with this reason, such as bad_avro.")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--run", paramLabel = "BOT:RUN", split = ",", description = "Only letters of this run.")
    private List<String> runs = new ArrayList<>();

    @Option(
            names = "--letter",
            paramLabel = "PARTITION:OFFSET",
            split = ",",
            converter = PositionConverter.class,
            description = "Only the letter at this place of the dead-letter topic, as 'soak dlq list' shows it.")
    private List<DeadLetter.Position> positions = new ArrayList<>();

    DeadLetterSelection selection() {
        return new DeadLetterSelection(new HashSet<>(codes), new HashSet<>(runs), new HashSet<>(positions));
    }

    /** Reads {@code 3:17}. */
    static final class PositionConverter implements ITypeConverter<DeadLetter.Position> {
        @Override
        public DeadLetter.Position convert(String text) {
            String[] parts = text.split(":", -1);
            try {
                if (parts.length == 2) {
                    return new DeadLetter.Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
                }
            } catch (NumberFormatException notANumber) {
                throw new TypeConversionException("'" + text + "' is not PARTITION:OFFSET");
            }
            throw new TypeConversionException("'" + text + "' is not PARTITION:OFFSET");
        }
    }
}
