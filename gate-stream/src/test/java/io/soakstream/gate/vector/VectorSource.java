package io.soakstream.gate.vector;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;

/** Gives a parameterized test exactly the vectors that its {@link AssertsVectors} names. */
public final class VectorSource implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        AssertsVectors named = context.getRequiredTestMethod().getAnnotation(AssertsVectors.class);
        return Arrays.stream(named.value()).map(Vector::of).map(Arguments::of);
    }
}
