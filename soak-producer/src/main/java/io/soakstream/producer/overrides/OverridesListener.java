package io.soakstream.producer.overrides;

/** Is told about the overrides of one run, on the thread that reads them: it must not wait for anything. */
@FunctionalInterface
public interface OverridesListener {
    /** A newer version is there; versions that were overtaken by it meanwhile are not told. */
    void onOverrides(DesiredOverrides overrides);

    /** A version was not used. */
    default void onRefused(RefusedOverridesException refused) {}

    /** Reading has ended by a failure: no further version will come. */
    default void onUnavailable(OverridesUnavailableException failure) {}
}
