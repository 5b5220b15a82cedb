package io.soakstream.schemas.support;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The arrows of the house as rules; docs/adr/0004-package-layout.md says why each stands. */
public final class ArchitectureRules {
    private static final String ROOT = "io.soakstream.";
    private static final List<String> APP_MODULES = List.of("producer", "tuner", "gate", "notifier");

    private ArchitectureRules() {}

    /** Classes of one module, without its tests. */
    static JavaClasses production(String module) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT + module);
    }

    /** The rules that hold everywhere, the composition root included. */
    public static Stream<ArchRule> inEveryModule(String module) {
        return Stream.of(
                domainIsPure(),
                rulesHaveNoClock(),
                rulesReadNoRecordTimestamps(),
                processorsReadNoRecordTimestamps(),
                onlyShellsTouchTheProcess(),
                processorsAreNamedSo(),
                layersPointInwards(module),
                noCycles(module));
    }

    /** The domain knows Java and the pure packages of schemas, nothing else. */
    static ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "..domain..",
                        ROOT + "schemas.canonical..",
                        ROOT + "schemas.parameter..",
                        ROOT + "schemas.kpi..",
                        ROOT + "schemas.projection..",
                        ROOT + "schemas.setting.."))
                .allowEmptyShould(true);
    }

    /** The domain and the processors take time as an argument. */
    static ArchRule rulesHaveNoClock() {
        return noClasses()
                .that()
                .resideInAnyPackage("..domain..", "..processor..", "..mapping..", "..state..", "..topology..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .allowEmptyShould(true);
    }

    /** No decision reads the timestamp of a record. */
    static ArchRule rulesReadNoRecordTimestamps() {
        return noClasses()
                .that()
                .resideInAnyPackage("..domain..", "..mapping..", "..state..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.streams.processor..")
                .allowEmptyShould(true);
    }

    /** Nor does a processor, but to hand a record on as it came: the way out to the dead letters does. */
    static ArchRule processorsReadNoRecordTimestamps() {
        return noClasses()
                .that()
                .resideInAPackage("..processor..")
                .and(not(nameEndingWith("Exit")))
                .should()
                .callMethod(Record.class, "timestamp")
                .orShould()
                .callMethod(ProcessorContext.class, "currentStreamTimeMs")
                .orShould()
                .callMethod(ProcessorContext.class, "currentSystemTimeMs")
                .allowEmptyShould(true);
    }

    /** Only the outermost packages read the process's surroundings. */
    static ArchRule onlyShellsTouchTheProcess() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..app..", "..runtime..", "..local..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .allowEmptyShould(true);
    }

    /** A processor package holds processors and the ways out of them. */
    static ArchRule processorsAreNamedSo() {
        return classes()
                .that()
                .resideInAPackage("..processor..")
                .and(not(nameEndingWith("Exit")))
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveSimpleNameEndingWith("Processor")
                .allowEmptyShould(true);
    }

    /** Topology wires processors, processors call the domain, the app wires all: never the other way. */
    static ArchRule layersPointInwards(String module) {
        String base = ROOT + module + ".";
        return noClasses()
                .that()
                .resideInAnyPackage(base + "domain..", base + "mapping..", base + "state..", base + "processor..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(base + "topology..", base + "app..", base + "query..")
                .allowEmptyShould(true);
    }

    /** The packages of a module form no cycle. */
    static ArchRule noCycles(String module) {
        return slices().matching(ROOT + module + ".(*)..").should().beFreeOfCycles();
    }

    /** No app module imports another, and none imports deploy, which alone knows them all. */
    static ArchRule modulesStayApart(String module) {
        String[] foreign = Stream.concat(APP_MODULES.stream(), Stream.of("deploy"))
                .filter(other -> !other.equals(module))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(foreign))
                .allowEmptyShould(true);
    }

    /** The canary: breaks on any code at all, and so proves that a rule can fail here. */
    static ArchRule ruleThatMustFail() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("java.lang..");
    }
}
