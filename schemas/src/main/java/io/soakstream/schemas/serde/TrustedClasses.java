package io.soakstream.schemas.serde;

import java.util.regex.Pattern;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro make instances of our generated records, which it refuses for classes that nobody vouched for.
 *
 * <p>Whatever the JVM trusted before stays trusted, and refusals are still worded by who was there first: this is
 * added to the global predicate, which belongs to the whole JVM.
 *
 * @param before the predicate that was in force
 */
record TrustedClasses(ClassSecurityPredicate before) implements ClassSecurityPredicate {
    private static final Pattern OURS =
            Pattern.compile("io\\.soakstream\\.(schemas\\.contract|[a-z]+\\.state)\\.[A-Za-z0-9_$]+");

    static synchronized void trustOurs() {
        ClassSecurityPredicate current = ClassSecurityValidator.getGlobal();
        if (!(current instanceof TrustedClasses)) {
            ClassSecurityValidator.setGlobal(new TrustedClasses(current));
        }
    }

    @Override
    public boolean isTrusted(Class<?> type) {
        return OURS.matcher(type.getName()).matches() || before.isTrusted(type);
    }

    @Override
    public void forbiddenClass(String name) {
        before.forbiddenClass(name);
    }
}
