package io.soakstream.schemas.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows of the house, held against one module; a module's test extends it with its name. */
public abstract class ArchitectureContract {
    protected final String module;
    private final JavaClasses classes;

    protected ArchitectureContract(String module) {
        this.module = module;
        this.classes = ArchitectureRules.production(module);
    }

    @TestFactory
    Stream<DynamicTest> shouldKeepTheArrows() {
        return rules().map(this::test);
    }

    /** What holds here; the composition root leaves out what is not meant for it. */
    protected Stream<ArchRule> rules() {
        return Stream.concat(
                ArchitectureRules.inEveryModule(module), Stream.of(ArchitectureRules.modulesStayApart(module)));
    }

    private DynamicTest test(ArchRule rule) {
        return dynamicTest(rule.getDescription(), () -> rule.check(classes));
    }

    @Test
    void shouldBeAbleToFail() {
        assertThatThrownBy(() -> ArchitectureRules.ruleThatMustFail().check(classes))
                .isInstanceOf(AssertionError.class);
    }
}
