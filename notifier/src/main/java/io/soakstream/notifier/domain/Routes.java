package io.soakstream.notifier.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is told of what. */
public record Routes(List<Route> routes) {
    public Routes {
        routes = List.copyOf(routes);
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
