package io.soakstream.deploy.rollback;

import io.soakstream.deploy.rollback.RollbackWatcher.Done;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was done about an alert, in a line for whoever watches the watcher. */
public final class DoneLine {
    private DoneLine() {}

    /** Empty: nothing was to be done, or it was done before. */
    public static Optional<String> of(Done done) {
        return switch (done.kind()) {
            case ROLL_BACK -> Optional.of(line("rolling back", done));
            case NOTIFY -> Optional.of(line("telling people of", done));
            case COOLING_DOWN -> Optional.of(line("rolled back shortly before, holding back", done));
            case DISABLED -> Optional.of(line("the policy rolls nothing back, leaving", done));
            case RESOLVED, NOT_A_GATE, REPEATED -> Optional.empty();
        };
    }

    private static String line(String what, Done done) {
        String actions = done.results().stream()
                .map(result -> result.action().kind().word() + " "
                        + result.status().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String run = done.run().isEmpty() ? "a run that nobody names" : done.run();
        return printable(
                what + " " + run + " (" + done.alert().name() + ")" + (actions.isEmpty() ? "" : ": " + actions));
    }

    /** What came in a request cannot steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
