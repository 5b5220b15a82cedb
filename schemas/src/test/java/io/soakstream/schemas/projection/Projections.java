package io.soakstream.schemas.projection;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command.Action;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Projections from the catalogue's start values, and what they hear and obey. */
final class Projections {
    static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    static final Overrides START = Overrides.start(CATALOGUE);

    private static final EchoRules ECHOES = new EchoRules(false, false, 3);

    private Projections() {}

    static Projection start(boolean autoTune, OptionalInt total, List<Planned> plan) {
        return Projection.start(START, autoTune, total, false, ECHOES, plan);
    }

    static Projection off(Projection projection) {
        return projection.obeyed(command(Action.AUTO_TUNE_OFF, Map.of()), CATALOGUE);
    }

    static Echo echo(String hash) {
        return new Echo(Optional.of(hash), false);
    }

    static Command command(Action action, Map<String, BigDecimal> values) {
        return new Command("c", action, values, Set.of(), OptionalInt.empty(), Optional.empty());
    }
}
