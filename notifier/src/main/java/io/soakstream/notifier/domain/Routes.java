package io.soakstream.notifier.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Who is told of what. */
public record Routes(List<Route> routes) {
    public Routes {
        routes = List.copyOf(routes);
    }

    /**
     * What the living message of a run shows at each receiver: of the policies that the receiver is told of the worst.
     *
     * @param newest newest state of each policy of the run, by the policy's name
     */
    public Map<String, Notice> shown(SortedMap<String, Notice> newest) {
        Map<String, Notice> byReceiver = new LinkedHashMap<>();
        for (Notice notice : newest.values()) {
            plan(new Candidate(notice, Profile.TRANSITIONS, Optional.empty()))
                    .forEach(planned -> byReceiver.merge(planned.receiver(), notice, Routes::worse));
        }
        return byReceiver;
    }

    private static Notice worse(Notice first, Notice other) {
        return first.level().orElseThrow().isBetterThan(other.level().orElseThrow()) ? other : first;
    }

    /** One delivery for each receiver at most: of several routes to it the first that sends, or else the first. */
    public List<Planned> plan(Candidate candidate) {
        Map<String, Planned> byReceiver = new LinkedHashMap<>();
        for (Route route : routes) {
            if (route.takes(candidate)) {
                byReceiver.merge(
                        route.receiver(),
                        route.plan(candidate.notice(), candidate.muted()),
                        (first, other) -> first.skipped().isPresent() ? other : first);
            }
        }
        return List.copyOf(byReceiver.values());
    }
}
