package io.soakstream.producer.source;

import io.soakstream.producer.domain.LiquiditySplit;
import io.soakstream.producer.domain.MakerShare;
import io.soakstream.schemas.contract.Fills;
import io.soakstream.schemas.contract.IterationSummary;

/** Fills and the maker share that follows from them. */
final class FillFields {
    private FillFields() {}

    /** @param weeklyShare maker share of the week (ratio, 0..1), where nothing better is known; {@code null}: unknown */
    static void fill(FieldReader fields, Double weeklyShare, IterationSummary summary) {
        Fills fills = fills(fields);
        MakerShare share = MakerShare.of(
                fields.share("maker_taker_ratio"),
                fields.text("maker_taker_source"),
                new LiquiditySplit(fills.getMakerVolume(), fills.getTakerVolume()),
                counts(fills.getMakerCount(), fills.getTakerCount()),
                weeklyShare,
                counts(fields.count("maker_fills"), fields.count("taker_fills")));
        summary.setFills(isKnown(fills) ? fills : null);
        summary.setMakerTakerRatio(share.value());
        summary.setMakerTakerSource(share.source());
    }

    private static Fills fills(FieldReader fields) {
        Fills fills = new Fills();
        if (fields.node("fills").isNumber()) {
            fills.setTotalCount(fields.amount("fills"));
            return fills;
        }
        FieldReader split = fields.object("fills");
        fills.setMakerCount(either(split.count("maker_count"), split.count("maker_fills")));
        fills.setTakerCount(either(split.count("taker_count"), split.count("taker_fills")));
        fills.setMakerVolume(split.amount("maker_volume"));
        fills.setTakerVolume(split.amount("taker_volume"));
        return fills;
    }

    private static boolean isKnown(Fills fills) {
        return fills.getMakerCount() != null
                || fills.getTakerCount() != null
                || fills.getMakerVolume() != null
                || fills.getTakerVolume() != null
                || fills.getTotalCount() != null;
    }

    private static LiquiditySplit counts(Long maker, Long taker) {
        return new LiquiditySplit(
                maker == null ? null : maker.doubleValue(), taker == null ? null : taker.doubleValue());
    }

    private static Long either(Long first, Long second) {
        return first == null ? second : first;
    }
}
