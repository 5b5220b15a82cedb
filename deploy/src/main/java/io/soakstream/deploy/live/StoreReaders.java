package io.soakstream.deploy.live;

import io.soakstream.gate.query.GateQuery;
import io.soakstream.gate.query.GateRunJson;
import io.soakstream.schemas.runtime.KeyHolders;
import io.soakstream.schemas.runtime.StoreReads;
import io.soakstream.tuner.query.TunerQuery;
import io.soakstream.tuner.query.TunerRunJson;
import java.util.Map;
import java.util.Optional;

/** Makes readers of running streams. */
public final class StoreReaders {
    private StoreReaders() {}

    public static StoreReader of(StoreApp app, StoreReads reads) {
        return switch (app) {
            case TUNER -> tuner(new TunerQuery(reads));
            case GATE -> gate(new GateQuery(reads));
        };
    }

    private static StoreReader tuner(TunerQuery query) {
        return new StoreReader() {
            @Override
            public KeyHolders holders(String runKey) {
                return query.holders(runKey);
            }

            @Override
            public Optional<Map<String, Object>> read(String runKey, boolean orStale) {
                return query.run(runKey, orStale).map(TunerRunJson::tree);
            }
        };
    }

    private static StoreReader gate(GateQuery query) {
        return new StoreReader() {
            @Override
            public KeyHolders holders(String runKey) {
                return query.holders(runKey);
            }

            @Override
            public Optional<Map<String, Object>> read(String runKey, boolean orStale) {
                return query.run(runKey, orStale).map(GateRunJson::tree);
            }
        };
    }
}
