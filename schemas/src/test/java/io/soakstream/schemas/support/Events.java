package io.soakstream.schemas.support;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import java.time.Duration;
import java.time.Instant;

/** Events of a healthy run of {@code bot:run}, five minutes apart. */
public final class Events {
    public static final String BOT = "bot";
    public static final String RUN = "run";
    public static final String KEY = BOT + ":" + RUN;
    public static final Instant START = Instant.parse("2025-10-12T12:00:00Z");
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private Events() {}

    public static SoakEvent.Builder event(Instant time) {
        return SoakEvent.newBuilder().setBot(BOT).setRun(RUN).setEventTimeMs(time.toEpochMilli());
    }

    public static SoakEvent started() {
        return event(START).setRunStarted(RunStarted.newBuilder().build()).build();
    }

    public static SoakEvent iteration(int number) {
        return iteration(healthy(number).build());
    }

    public static SoakEvent iteration(IterationSummary summary) {
        return event(timeOf(summary.getIteration()))
                .setIterationSummary(summary)
                .build();
    }

    /** KPIs that meet every goal of the release policy. */
    public static IterationSummary.Builder healthy(int number) {
        return IterationSummary.newBuilder()
                .setIteration(number)
                .setNetBps(3.0)
                .setRiskRatio(0.3)
                .setMakerTakerRatio(0.9)
                .setP95LatencyMs(200.0);
    }

    public static SoakEvent ended(int lastIteration) {
        return event(timeOf(lastIteration))
                .setRunEnded(RunEnded.newBuilder().build())
                .build();
    }

    private static Instant timeOf(int iteration) {
        return START.plus(PERIOD.multipliedBy(Math.max(0, iteration - 1L)));
    }
}
