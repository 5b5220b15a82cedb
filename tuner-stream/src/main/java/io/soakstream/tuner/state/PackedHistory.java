package io.soakstream.tuner.state;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.KpiWindow;
import io.soakstream.tuner.domain.RunState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run's history in fixed-width bytes, as {@code TunerRunState.avsc} describes them. It is read and written once per
 * event, and records of Avro would cost several times as much. The names of the KPIs stand beside their values, so a
 * later version that has others can still read it.
 */
final class PackedHistory {
    static final List<String> KPIS = Arrays.stream(Kpi.values()).map(Kpi::field).toList();

    private static final int SEEN_BYTES = Integer.BYTES + Long.BYTES;

    private PackedHistory() {}

    static ByteBuffer packSeen(List<RunState.Seen> seen) {
        ByteBuffer packed = ByteBuffer.allocate(seen.size() * SEEN_BYTES);
        seen.forEach(entry -> packed.putInt(entry.iteration()).putLong(entry.contentHash()));
        return packed.flip();
    }

    static List<RunState.Seen> unpackSeen(ByteBuffer packed) {
        ByteBuffer bytes = packed.duplicate();
        List<RunState.Seen> seen = new ArrayList<>(bytes.remaining() / SEEN_BYTES);
        while (bytes.hasRemaining()) {
            seen.add(new RunState.Seen(bytes.getInt(), bytes.getLong()));
        }
        return seen;
    }

    static ByteBuffer packPoints(List<KpiPoint> points) {
        ByteBuffer packed = ByteBuffer.allocate(points.size() * (Integer.BYTES + KPIS.size() * Double.BYTES));
        for (KpiPoint point : points) {
            packed.putInt(point.iteration());
            for (Kpi kpi : Kpi.values()) {
                packed.putDouble(point.value(kpi).orElse(Double.NaN));
            }
        }
        return packed.flip();
    }

    /** @param kpis names in the order of the values; what this version does not know is passed over */
    static KpiWindow unpackWindow(int capacity, List<String> kpis, ByteBuffer packed) {
        List<Optional<Kpi>> known = kpis.stream().map(Kpi::byField).toList();
        ByteBuffer bytes = packed.duplicate();
        List<KpiPoint> points = new ArrayList<>(capacity);
        while (bytes.hasRemaining()) {
            points.add(new KpiPoint(bytes.getInt(), values(known, bytes)));
        }
        return new KpiWindow(capacity, points);
    }

    private static Map<Kpi, Double> values(List<Optional<Kpi>> known, ByteBuffer bytes) {
        Map<Kpi, Double> values = new EnumMap<>(Kpi.class);
        for (Optional<Kpi> kpi : known) {
            double value = bytes.getDouble();
            if (kpi.isPresent() && !Double.isNaN(value)) {
                values.put(kpi.get(), value);
            }
        }
        return values;
    }
}
