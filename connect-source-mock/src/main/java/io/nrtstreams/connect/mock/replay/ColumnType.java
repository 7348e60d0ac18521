package io.nrtstreams.connect.mock.replay;

import org.apache.kafka.connect.data.Schema;

/** What the values of a recorded column are. Immutable. */
public sealed interface ColumnType permits ColumnType.OfText, ArrayType, StructType {
    /** Its Connect schema, which is optional: any value may be absent. */
    Schema schema();

    /** The name in a configuration, e.g. {@code float64} or {@code array<string>}. */
    String label();

    /** A type whose values can be read from a text. */
    sealed interface OfText extends ColumnType permits PlainType, DecimalType {
        /**
         * The value of a text.
         *
         * @throws IllegalArgumentException if it is none
         */
        Object value(String text, TimeTexts times);
    }
}
