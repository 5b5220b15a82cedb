package io.soakstream.notifier.config;

import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Glob;
import io.soakstream.notifier.domain.Profile;
import io.soakstream.notifier.domain.Route;
import io.soakstream.notifier.domain.Severity;
import io.soakstream.notifier.domain.Volume;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a route. */
final class RouteParser {
    private RouteParser() {}

    /** @param receivers names that there are */
    static Route parse(ConfigBlock block, Set<String> receivers) {
        block.only("receiver", "profile", "bots", "runs", "policies", "min_severity", "levels");
        String receiver = block.text("receiver");
        if (!receivers.contains(receiver)) {
            throw block.invalid("receiver", "there is no receiver '" + receiver + "'");
        }
        return new Route(
                receiver,
                block.word("profile", Profile.TRANSITIONS, Profile::byWord),
                glob(block, "bots"),
                glob(block, "runs"),
                glob(block, "policies"),
                block.word("min_severity", Severity.INFO, RouteParser::severity),
                volumes(block));
    }

    private static Glob glob(ConfigBlock block, String key) {
        return block.optionalText(key).map(Glob::new).orElse(Glob.ANY);
    }

    private static Optional<Severity> severity(String word) {
        return Stream.of(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst();
    }

    private static Map<Event, Volume> volumes(ConfigBlock block) {
        Map<Event, Volume> volumes = new EnumMap<>(Event.class);
        block.block("levels").ifPresent(levels -> levels.keys().forEach(key -> {
            Event event = Event.byWord(key).orElseThrow(() -> levels.invalid(key, "there is no such event"));
            volumes.put(event, levels.word(key, Volume.ON, Volume::byWord));
        }));
        return volumes;
    }
}
