package io.soakstream.notifier.receiver.log;

import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Notice;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One line for each message; the published line alone where the route asks for it. */
public final class LogReceiver implements Receiver {
    private final String name;
    private final Consumer<String> lines;

    public LogReceiver(String name, Consumer<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery send(Outgoing message) {
        Notice notice = message.notice();
        String line = notice.lead() == Event.LINE
                ? notice.line().orElseThrow()
                : line(notice) + (message.possibleRepeat() ? " | possible repeat of " + notice.id() : "");
        // What came from a topic cannot steer a terminal.
        lines.accept(line.replaceAll("\\p{Cntrl}", " "));
        return Delivery.sent();
    }

    private static String line(Notice notice) {
        String events = notice.events().stream().map(Event::title).collect(Collectors.joining(", "));
        String notes = notice.notes().isEmpty() ? "" : " | " + String.join("; ", notice.notes());
        return notice.line().map(text -> text + " | ").orElse("")
                + notice.runKey()
                + notice.iteration().map(number -> " #" + number).orElse("")
                + notice.policy().map(policy -> " | " + policy).orElse("")
                + " | " + events + notes;
    }
}
