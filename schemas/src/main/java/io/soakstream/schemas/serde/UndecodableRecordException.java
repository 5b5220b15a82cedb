package io.soakstream.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** Bytes that can never be decoded, however often they are tried: they belong on the dead-letter topic. */
public final class UndecodableRecordException extends SerializationException {
    private final String code;

    /**
     * @param code the machine-readable reason, as in the header {@code soak.error.code}: {@code bad_magic}, {@code
     *     truncated}, {@code unknown_schema}, {@code incompatible_schema} or {@code bad_avro}
     */
    public UndecodableRecordException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
