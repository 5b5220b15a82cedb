package io.soakstream.schemas.setting;

/** A setting that does not exist or has a value that it cannot have; the message begins with its path. */
public final class InvalidSettingException extends IllegalArgumentException {
    private final String path;
    private final String problem;

    /** @param path keys from the root, joined by points; or the file or flag that cannot be read at all */
    public InvalidSettingException(String path, String problem) {
        this(path, problem, null);
    }

    public InvalidSettingException(String path, String problem, Throwable cause) {
        super(path + ": " + problem, cause);
        this.path = path;
        this.problem = problem;
    }

    public String path() {
        return path;
    }

    /** The same, with where the value came from. */
    public InvalidSettingException from(String origin) {
        return new InvalidSettingException(path, problem + " (" + origin + ")", this);
    }
}
