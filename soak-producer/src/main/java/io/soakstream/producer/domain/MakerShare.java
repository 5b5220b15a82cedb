package io.soakstream.producer.domain;

import java.util.Set;

/**
 * The maker share of an iteration and what it was taken from. An invented value is worse than none, so without a basis
 * it is unknown; a zero that was measured is a value like any other.
 *
 * @param value maker / (maker + taker) (ratio, 0..1); {@code null}: unknown
 * @param source what it was taken from; {@code null}: unknown
 */
public record MakerShare(Double value, String source) {
    private static final MakerShare UNKNOWN = new MakerShare(null, null);
    private static final Set<String> INVENTED = Set.of("fallback", "mock_default");

    /**
     * Takes the first basis that works.
     *
     * @param recorded share that the source states; {@code null}: none
     * @param recordedSource where the source says it has it from; {@code null}: it does not say
     * @param volumes maker and taker volume (quote currency)
     * @param counts maker and taker fills (count)
     * @param weekly maker share of the week's roll-up (ratio, 0..1); {@code null}: none
     * @param internal the bot's own counters of fills (count)
     */
    public static MakerShare of(
            Double recorded,
            String recordedSource,
            LiquiditySplit volumes,
            LiquiditySplit counts,
            Double weekly,
            LiquiditySplit internal) {
        if (recorded != null && (recordedSource == null || !INVENTED.contains(recordedSource))) {
            return new MakerShare(recorded, recordedSource == null ? "existing" : recordedSource);
        }
        if (volumes.share() != null) {
            return new MakerShare(volumes.share(), "fills_volume");
        }
        if (counts.share() != null) {
            return new MakerShare(counts.share(), "fills_count");
        }
        if (weekly != null) {
            return new MakerShare(weekly, "weekly_rollup");
        }
        return internal.share() == null ? UNKNOWN : new MakerShare(internal.share(), "internal_fills");
    }
}
