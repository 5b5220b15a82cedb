package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which moves are possible from the start values: tail_age_ms 600 in 500..800. */
class ProposedMovesTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final ClaimedDelta UP = delta("tail_age_ms", "600", "30", "630", null);
    private static final ClaimedDelta DOWN = delta("min_interval_ms", "60", "-5", "55", null);

    @Test
    void shouldFindNothingWrongWithPossibleMoves() {
        assertThat(objection(List.of(), List.of())).isEmpty();
        assertThat(objection(List.of(UP, DOWN), List.of(drop("min_interval_ms", "freeze", "cooldown"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "600, 200, 800, max",
        "600, -100, 500, min",
        "600, 200, 800, limit",
        "600, 200, 800,",
        "600.0, 30.00, 630.0,",
    })
    void shouldAcceptAMoveUpToTheBound(String from, String delta, String to, String bound) {
        assertThat(objection(delta("tail_age_ms", from, delta, to, bound))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "601 | 29  | 630 |       | .from: 601 is not the value in force, 600",
                "600 | 0.0 | 600 |       | .delta: 0 moves nothing",
                "600 | 201 | 801 |       | .delta: leads to 801, outside 500..800",
                "600 | -101| 499 |       | .delta: leads to 499, outside 500..800",
                "600 | 201 | 800 | max   | .delta: leads to 801, outside 500..800",
                "600 | 30  | 640 |       | .to: 640, but from and delta lead to 630",
                "600 | 0.4 | 600 |       | .to: 600, but from and delta lead to 600",
                "600 | 0.4 | 600.4 |     | .to: 600.4, but from and delta lead to 600",
                "600 | 30  | 630 | max   | .bound_hit: max, but 630 is not that bound",
                "600 | -30 | 570 | min   | .bound_hit: min, but 570 is not that bound",
                "600 | 200 | 800 | min   | .bound_hit: min, but 800 is not that bound",
                "600 | 30  | 630 | whim  | .bound_hit: whim, but 630 is not that bound",
            })
    void shouldSayWhatIsImpossibleAboutAMove(String from, String delta, String to, String bound, String objection) {
        assertThat(objection(delta("tail_age_ms", from, delta, to, bound)))
                .contains("proposed.tail_age_ms" + objection);
    }

    @ParameterizedTest
    @CsvSource({"bias", "engine.tail_age_ms", "newer"})
    void shouldMoveOnlyWhatIsTunableByItsFlatName(String parameter) {
        assertThat(objection(delta(parameter, "600", "30", "630", null)))
                .contains("proposed." + parameter + ": not tunable");
    }

    @Test
    void shouldNotMoveOrDropAParameterTwice() {
        assertThat(objection(List.of(UP, DOWN, UP), List.of())).contains("proposed: tail_age_ms stands there twice");
        assertThat(objection(List.of(UP), List.of(drop("tail_age_ms", "freeze"), drop("tail_age_ms", "velocity"))))
                .contains("dropped: tail_age_ms stands there twice");
    }

    @Test
    void shouldDropOnlyWhatIsProposedForGuardsInTheirOrder() {
        assertThat(objection(List.of(UP), List.of(drop("min_interval_ms", "freeze"))))
                .contains("dropped.min_interval_ms: not proposed");
        assertThat(objection(List.of(UP, DOWN), List.of(drop("tail_age_ms"))))
                .contains("dropped.tail_age_ms.reasons: [] are not guards in guard order");
        assertThat(objection(List.of(UP, DOWN), List.of(drop("tail_age_ms", "cooldown", "freeze"))))
                .contains("dropped.tail_age_ms.reasons: [cooldown, freeze] are not guards in guard order");
        assertThat(objection(List.of(UP, DOWN), List.of(drop("tail_age_ms", "freeze", "stuck"))))
                .contains("dropped.tail_age_ms.reasons: [freeze, stuck] are not guards in guard order");
    }

    @Test
    void shouldLeaveWhatNoGuardTookOut() {
        // Given
        ProposedMoves moves = new ProposedMoves(List.of(UP, DOWN), List.of(drop("tail_age_ms", "velocity")));

        // Then
        assertThat(moves.isEmpty()).isFalse();
        assertThat(moves.remaining()).isEqualTo(Map.of("min_interval_ms", new BigDecimal("-5")));
        assertThat(new ProposedMoves(List.of(), List.of()).isEmpty()).isTrue();
    }

    @Test
    void shouldGiveTheFirstReasonInGuardOrderOverAllThatWasDropped() {
        // Given
        ProposedMoves moves = new ProposedMoves(
                List.of(UP, DOWN),
                List.of(drop("tail_age_ms", "cooldown"), drop("min_interval_ms", "oscillation", "velocity")));

        // Then
        assertThat(moves.firstGuard()).contains("oscillation");
        assertThat(new ProposedMoves(List.of(UP), List.of()).firstGuard()).isEmpty();
    }

    @Test
    void shouldTellTheCataloguesBoundsAndNotTheRulesOwn() {
        // Given
        ProposedMoves moves = new ProposedMoves(
                List.of(
                        delta("tail_age_ms", "600", "200", "800", "max"),
                        delta("min_interval_ms", "60", "15", "75", "limit"),
                        delta("concurrency_limit", "10", "-1", "9", null)),
                List.of());

        // Then
        assertThat(moves.bounds()).isEqualTo(Map.of("tail_age_ms", "max"));
    }

    private static Optional<String> objection(ClaimedDelta delta) {
        return objection(List.of(delta), List.of());
    }

    private static Optional<String> objection(List<ClaimedDelta> proposed, List<ClaimedDrop> dropped) {
        return new ProposedMoves(proposed, dropped).objection(Overrides.start(CATALOGUE), CATALOGUE);
    }

    private static ClaimedDelta delta(String parameter, String from, String delta, String to, String bound) {
        return new ClaimedDelta(
                parameter, new BigDecimal(from), new BigDecimal(delta), new BigDecimal(to), Optional.ofNullable(bound));
    }

    private static ClaimedDrop drop(String parameter, String... reasons) {
        return new ClaimedDrop(parameter, Arrays.asList(reasons));
    }
}
