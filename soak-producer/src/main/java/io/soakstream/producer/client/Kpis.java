package io.soakstream.producer.client;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a bot measured in one iteration. Immutable. What is not set is unknown, which is never the same as zero: a KPI
 * that is unknown cannot pass.
 */
public final class Kpis {
    private final Map<Measure, Double> measures;
    private final Optional<FillCounts> fills;
    private final SortedMap<String, Long> blockedOrders;
    private final List<String> negativeEdgeDrivers;
    private final Optional<String> botVersion;

    Kpis(
            Map<Measure, Double> measures,
            Optional<FillCounts> fills,
            Map<String, Long> blockedOrders,
            List<String> negativeEdgeDrivers,
            Optional<String> botVersion) {
        this.measures = Collections.unmodifiableMap(new EnumMap<>(measures));
        this.fills = fills;
        this.blockedOrders = Collections.unmodifiableSortedMap(new TreeMap<>(blockedOrders));
        this.negativeEdgeDrivers = List.copyOf(negativeEdgeDrivers);
        this.botVersion = botVersion;
    }

    public static KpisBuilder builder() {
        return new KpisBuilder();
    }

    Map<Measure, Double> measures() {
        return measures;
    }

    Optional<FillCounts> fills() {
        return fills;
    }

    SortedMap<String, Long> blockedOrders() {
        return blockedOrders;
    }

    List<String> negativeEdgeDrivers() {
        return negativeEdgeDrivers;
    }

    Optional<String> botVersion() {
        return botVersion;
    }
}
