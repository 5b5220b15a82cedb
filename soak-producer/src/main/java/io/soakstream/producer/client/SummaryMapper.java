package io.soakstream.producer.client;

import io.soakstream.producer.domain.LiquiditySplit;
import io.soakstream.producer.domain.MakerShare;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.Fills;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.Overrides;
import java.util.List;
import java.util.OptionalDouble;

/** From what a bot measured to the body of its event. */
final class SummaryMapper {
    private static final LiquiditySplit UNKNOWN = new LiquiditySplit(null, null);

    private SummaryMapper() {}

    static IterationSummary toSummary(int number, Kpis kpis, InForce inForce, boolean mixed) {
        IterationSummary summary = IterationSummary.newBuilder().build();
        summary.setIteration(number);
        kpis.measures().forEach((measure, value) -> measure.write(summary, value));
        kpis.fills().ifPresent(fills -> summary.setFills(fills(fills)));
        makerShare(kpis, summary);
        summary.setBlockReasons(kpis.blockedOrders().entrySet().stream()
                .map(block -> new BlockReason(block.getKey(), block.getValue(), null))
                .toList());
        summary.setNegEdgeDrivers(kpis.negativeEdgeDrivers());
        summary.setBotVersion(kpis.botVersion().orElse(null));
        summary.setEffectiveOverrides(values(inForce.values()));
        summary.setOverridesHash(inForce.stateHash());
        summary.setMixed(mixed);
        return summary;
    }

    /** Sorted by flat name, plain decimals. */
    static List<ParameterValue> values(Overrides overrides) {
        return overrides.values().entrySet().stream()
                .map(value -> new ParameterValue(value.getKey(), Decimals.plain(value.getValue())))
                .toList();
    }

    private static Fills fills(FillCounts fills) {
        return Fills.newBuilder()
                .setMakerCount(fills.makerCount())
                .setTakerCount(fills.takerCount())
                .setMakerVolume(boxed(fills.makerVolume()))
                .setTakerVolume(boxed(fills.takerVolume()))
                .build();
    }

    private static void makerShare(Kpis kpis, IterationSummary summary) {
        MakerShare share = MakerShare.of(
                summary.getMakerTakerRatio(),
                null,
                kpis.fills().map(SummaryMapper::volumes).orElse(UNKNOWN),
                kpis.fills()
                        .map(fills -> new LiquiditySplit((double) fills.makerCount(), (double) fills.takerCount()))
                        .orElse(UNKNOWN),
                UNKNOWN);
        summary.setMakerTakerRatio(share.value());
        summary.setMakerTakerSource(share.source());
    }

    private static LiquiditySplit volumes(FillCounts fills) {
        return new LiquiditySplit(boxed(fills.makerVolume()), boxed(fills.takerVolume()));
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
