package io.soakstream.schemas.projection;

/**
 * Whether a run's values may move.
 *
 * @param autoTune false: the run only proposes, by its own declaration or a command
 * @param tuningAllowed false: no run of this tuner may be tuned; of its configuration, so never kept
 * @param freeze what people have frozen
 */
public record Switches(boolean autoTune, boolean tuningAllowed, CommandedFreeze freeze) {

    static Switches of(boolean autoTune) {
        return new Switches(autoTune, true, CommandedFreeze.none());
    }

    boolean mayTune() {
        return autoTune && tuningAllowed;
    }

    Switches under(boolean allowed) {
        return new Switches(autoTune, allowed, freeze);
    }

    /** After a command that was obeyed. */
    public Switches after(Command command) {
        return switch (command.action()) {
            case AUTO_TUNE_ON -> new Switches(true, tuningAllowed, freeze);
            case AUTO_TUNE_OFF -> new Switches(false, tuningAllowed, freeze);
            default -> new Switches(autoTune, tuningAllowed, freeze.after(command));
        };
    }
}
