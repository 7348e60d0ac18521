package io.nrtstreams.connect.s3.layout;

import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** The types of Connect, its logical ones included: those whose values have a Java class of their own. */
public enum Kind {
    BOOLEAN,
    INT8,
    INT16,
    INT32,
    INT64,
    FLOAT32,
    FLOAT64,
    STRING,
    BYTES,
    ARRAY,
    MAP,
    STRUCT,
    DECIMAL,
    DATE,
    TIME,
    TIMESTAMP;

    private static final Map<String, Kind> LOGICAL = Map.of(
            Decimal.LOGICAL_NAME, DECIMAL,
            Date.LOGICAL_NAME, DATE,
            Time.LOGICAL_NAME, TIME,
            Timestamp.LOGICAL_NAME, TIMESTAMP);

    /** The kind of a schema. */
    public static Kind of(Schema schema) {
        Kind logical = schema.name() == null ? null : LOGICAL.get(schema.name());
        return logical == null ? valueOf(schema.type().name()) : logical;
    }

    /** Whether the type has a name of its own that says all about it. */
    public boolean isLogical() {
        return LOGICAL.containsValue(this);
    }
}
