package io.soakstream.deploy.deadletter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a selection can be replayed.
 *
 * @param replayable events that are not back on their topic yet, as far as the letters tell
 * @param leftOut no events, or replayed before and come back as another letter, which stands for them now
 */
public record ReplaySelection(List<DeadLetter> replayable, List<DeadLetter> leftOut) {
    public ReplaySelection {
        replayable = List.copyOf(replayable);
        leftOut = List.copyOf(leftOut);
    }

    /** @param eventsTopic the only topic that letters go back to */
    public static ReplaySelection of(DeadLetterLog log, DeadLetterSelection selection, String eventsTopic) {
        List<DeadLetter> selected = new ArrayList<>();
        Set<String> cameBack = new HashSet<>();
        log.forEach(letter -> {
            letter.replayedFrom().ifPresent(cameBack::add);
            if (selection.test(letter)) {
                selected.add(letter);
            }
        });
        List<DeadLetter> replayable = new ArrayList<>();
        List<DeadLetter> leftOut = new ArrayList<>();
        for (DeadLetter letter : selected) {
            boolean goes = DeadLetterReplay.isReplayable(letter, eventsTopic) && !cameBack.contains(letter.id());
            (goes ? replayable : leftOut).add(letter);
        }
        return new ReplaySelection(replayable, leftOut);
    }
}
