package io.soakstream.deploy.proof;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How many kills, of whom, and how the killed come back.
 *
 * @param kills that must count
 * @param attempts after which the run ends: it is worth nothing if many of its kills miss
 * @param commit interval of both apps
 * @param both share of attempts that kill both apps at once
 * @param fresh share of restarts on an empty state directory, whose process cannot fence the one before it
 * @param memory share of restarts with the defaults, whose process cannot either
 */
record KillPlan(int kills, int attempts, Duration commit, double both, double fresh, double memory) {
    private static final List<App> APPS = List.of(App.values());

    /** Events for one attempt (count): two thirds of the script, so that some are left for waiting. */
    int chunk(EventFeeder feeder) {
        return Math.max(1, 2 * feeder.size() / (3 * attempts));
    }

    /** Events for each commit interval of waiting (count). */
    int trickle(EventFeeder feeder) {
        return Math.max(1, chunk(feeder) / 8);
    }

    List<App> victims(Random random) {
        boolean all = random.nextDouble() < both;
        App one = APPS.get(random.nextInt(APPS.size()));
        return all ? APPS : List.of(one);
    }

    /** A process in memory leaves no directory to go on with: after it {@code SAME} becomes {@code FRESH}. */
    Home next(Home victim, Random random) {
        double drawn = random.nextDouble();
        if (drawn < memory) {
            return Home.MEMORY;
        }
        return drawn < memory + fresh || victim == Home.MEMORY ? Home.FRESH : Home.SAME;
    }

    /** A static member takes its place over at once; another waits until the session of the dead one ends. */
    StreamSettings settings(App app, Home home) {
        StreamSettings settings = StreamSettings.of(commit(app));
        if (memory > 0) {
            settings = settings.withSession(StreamSettings.SHORTEST_SESSION);
        }
        return home == Home.MEMORY ? settings : settings.with(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, app.word());
    }

    /** With equal intervals the gate would begin each transaction at the same, perhaps late, time of its interval. */
    private Duration commit(App app) {
        return app == App.GATE ? commit.multipliedBy(4).dividedBy(3) : commit;
    }
}
