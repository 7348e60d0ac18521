package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Reads and writes the values of a column, a field or an element. Single-threaded. */
interface JsonType {

    /** The value at the cursor, which is not the word null. */
    Object read(JsonReader in) throws DecodeException;

    /** Writes a value that is not null. */
    void write(JsonWriter out, Object value);

    /** How a type is read and written; {@code path} names the place in messages. */
    static JsonType of(SqlType type, String path) {
        return switch (type.base()) {
            case BOOLEAN -> new JsonBoolean(path);
            case INTEGER -> new JsonIntegers.Int(path);
            case BIGINT -> new JsonIntegers.Bigint(path);
            case DOUBLE -> new JsonDouble(path);
            case DECIMAL -> new JsonDecimal((SqlType.Decimal) type, path);
            case STRING -> new JsonText(path);
            case BYTES -> new JsonBytes(path);
            case DATE -> new JsonTimes.Date(path);
            case TIME -> new JsonTimes.Time(path);
            case TIMESTAMP -> new JsonTimes.Timestamp(path);
            case ARRAY -> new JsonArray(of(((SqlType.Array) type).element(), path + "[]"), path);
            case MAP -> new JsonMap(of(((SqlType.Map) type).value(), path + "[]"), path);
            case STRUCT -> new JsonStruct((SqlType.Struct) type, path);
        };
    }

    default @Nullable Object readNullable(JsonReader in) throws DecodeException {
        return in.takeNull() ? null : read(in);
    }

    default void writeNullable(JsonWriter out, @Nullable Object value) {
        if (value == null) {
            out.putNull();
        } else {
            write(out, value);
        }
    }

    /** The exception for a value of a kind that the type does not take, or for what is not JSON at all. */
    static DecodeException unexpected(JsonReader in, String path, String expected) throws DecodeException {
        String kind = switch (in.peek()) {
            case '{' -> "an object";
            case '[' -> "an array";
            case '"' -> "a string";
            case 't', 'f' -> "a boolean";
            case 'n' -> "null";
            default -> "a number";
        };
        in.skip(0);
        return new DecodeException(path + " must be " + expected + ", but is " + kind);
    }
}
