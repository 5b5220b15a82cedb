package io.soakstream.producer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.soakstream.producer");

    @Test
    void shouldKeepTheDomainFreeOfEverythingButJava() {
        // Given
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..producer.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.soakstream.producer.domain..",
                        "io.soakstream.schemas.canonical..",
                        "io.soakstream.schemas.parameter..");

        // When // Then
        rule.check(CLASSES);
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("io.soakstream.producer.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void shouldNotKnowOtherModules() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.soakstream.tuner..",
                        "io.soakstream.gate..",
                        "io.soakstream.notifier..",
                        "io.soakstream.deploy..")
                .check(CLASSES);
    }

    @Test
    void shouldNotReadTheWallClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void shouldFailARuleThatIsBroken() {
        // Given
        ArchRule broken = noClasses()
                .that()
                .resideInAPackage("..producer.source..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..producer.domain..");

        // When // Then
        assertThatThrownBy(() -> broken.check(CLASSES)).isInstanceOf(AssertionError.class);
    }
}
