package io.soakstream.deploy;

import com.tngtech.archunit.lang.ArchRule;
import io.soakstream.schemas.support.ArchitectureContract;
import io.soakstream.schemas.support.ArchitectureRules;
import java.util.stream.Stream;

/** The composition root: it alone may know every module. */
class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("deploy");
    }

    @Override
    protected Stream<ArchRule> rules() {
        return ArchitectureRules.inEveryModule(module);
    }
}
