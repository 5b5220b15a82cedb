package io.soakstream.producer.app;

import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.Optional;

/** Start values as the parameter catalogue allows them: known names, inside their bounds. */
public final class CatalogueStartValues implements StartValueRule {
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    @Override
    public String flatName(String name) {
        return catalogue.find(name).map(Parameter::name).orElse(name);
    }

    @Override
    public Optional<String> refusal(String name, String value) {
        try {
            catalogue.get(name).checked(new BigDecimal(value));
            return Optional.empty();
        } catch (InvalidParameterException refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
