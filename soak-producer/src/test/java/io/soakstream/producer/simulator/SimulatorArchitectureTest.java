package io.soakstream.producer.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The model is not rigged: it cannot even see what it is tuned and judged by. */
class SimulatorArchitectureTest {
    private static final String SIMULATOR = "io.soakstream.producer.simulator..";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.soakstream.producer.simulator");

    @Test
    void shouldSeeNothingButJava() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", SIMULATOR)
                .check(classes);
    }

    @Test
    void shouldComputeTheSameDigitsEverywhere() {
        noClasses()
                .should()
                .callMethod(Math.class, "exp", double.class)
                .orShould()
                .callMethod(Math.class, "log", double.class)
                .orShould()
                .callMethod(Math.class, "pow", double.class, double.class)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Splittable)?Random|java\\.time\\.(Instant|Clock)")
                .check(classes);
    }
}
