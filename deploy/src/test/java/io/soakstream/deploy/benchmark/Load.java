package io.soakstream.deploy.benchmark;

import org.apache.avro.specific.SpecificRecord;

/** Records to be sent one after the other; the same n gives the same bytes. */
interface Load<T extends SpecificRecord> {
    /** How many there are in all (count). */
    long records();

    String key(long n);

    T value(long n);
}
