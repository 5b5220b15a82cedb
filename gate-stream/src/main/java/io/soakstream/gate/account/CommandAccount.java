package io.soakstream.gate.account;

import io.soakstream.schemas.contract.ControlCommand;
import java.util.Optional;

/**
 * A signed command that the tuner decided about.
 *
 * @param eventTimeMs event time of the decision (ms since 1970-01-01 UTC)
 * @param afterIteration latest iteration before it; 0: none
 * @param refusal code of the reason why it was not obeyed; empty: it was
 */
public record CommandAccount(ControlCommand command, long eventTimeMs, int afterIteration, Optional<String> refusal) {}
