package io.soakstream.tuner.mapping;

import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Tick;
import io.soakstream.tuner.domain.silence.Silence;

/** From a run's silence to the event that tells of it. */
public final class SilenceMapper {
    private SilenceMapper() {}

    /** @param key {@code <bot>:<run>} */
    public static SoakEvent toEvent(String key, Silence silence) {
        int colon = key.indexOf(':');
        SoakEvent event = new SoakEvent();
        event.setBot(key.substring(0, colon));
        event.setRun(key.substring(colon + 1));
        event.setEventTimeMs(silence.eventTimeMs());
        if (silence.isEnd()) {
            RunEnded ended = new RunEnded();
            ended.setEnd(RunEnd.EXPIRED);
            ended.setAfterIteration(silence.lastIteration());
            event.setRunEnded(ended);
        } else {
            event.setTick(new Tick(silence.lastIteration(), silence.tick()));
        }
        return event;
    }
}
