package io.soakstream.schemas.support;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/**
 * Fills every field of a generated record: unions with their last branch, arrays with two items, enums with their last
 * symbol, strings with more than ASCII, numbers of both signs. The same schema always gives the same record; no two
 * fields of it hold the same string or number.
 */
final class FullRecord {
    private int number;

    /** An instance of the class that was generated from the schema. */
    SpecificRecord of(Schema schema) {
        SpecificRecord filled = newInstance(schema);
        for (Field field : schema.getFields()) {
            filled.put(field.pos(), value(field.name(), field.schema()));
        }
        return filled;
    }

    private Object value(String name, Schema schema) {
        number++;
        return switch (schema.getType()) {
            case RECORD -> of(schema);
            case UNION -> value(name, schema.getTypes().get(schema.getTypes().size() - 1));
            case ARRAY -> List.of(value(name, schema.getElementType()), value(name, schema.getElementType()));
            case ENUM -> lastConstant(schema);
            case STRING -> name + " €" + number;
            case BOOLEAN -> true;
            case INT -> sign() * number * 1_000;
            case LONG -> 1_000_000_000_000L * number * sign();
            case DOUBLE -> sign() * number * 1.1;
            default -> throw new IllegalArgumentException("no sample of type " + schema.getType());
        };
    }

    private int sign() {
        return number % 2 == 0 ? 1 : -1;
    }

    private static Object lastConstant(Schema schema) {
        Object[] constants = generated(schema).getEnumConstants();
        return constants[constants.length - 1];
    }

    private static SpecificRecord newInstance(Schema schema) {
        try {
            return (SpecificRecord) generated(schema).getConstructor().newInstance();
        } catch (ReflectiveOperationException notGenerated) {
            throw new IllegalArgumentException("no record class " + schema.getFullName(), notGenerated);
        }
    }

    /** Not by Avro's own look-up: that trusts our classes only once our serdes are in use. */
    private static Class<?> generated(Schema schema) {
        try {
            return Class.forName(schema.getFullName());
        } catch (ClassNotFoundException notGenerated) {
            throw new IllegalArgumentException("no class " + schema.getFullName(), notGenerated);
        }
    }
}
