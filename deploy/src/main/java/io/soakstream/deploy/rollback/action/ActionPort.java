package io.soakstream.deploy.rollback.action;

/** Does an action. */
@FunctionalInterface
public interface ActionPort {
    /**
     * Returns when it is done.
     *
     * @return what became of it, in words
     * @throws ActionFailedException it is not done, or nobody knows
     */
    String run(ActionRequest request) throws ActionFailedException, InterruptedException;
}
