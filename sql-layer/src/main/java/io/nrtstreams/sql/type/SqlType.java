package io.nrtstreams.sql.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type of the language. Its {@code toString} is the type as SQL text, which the parser reads back.
 *
 * <p>A value of a type is one of the classes that {@link Base} names; {@code null} is a value of every type. Values are
 * never changed once they are part of a row.
 */
public sealed interface SqlType {

    Base base();

    default boolean isNumeric() {
        return switch (base()) {
            case INTEGER, BIGINT, DOUBLE, DECIMAL -> true;
            default -> false;
        };
    }

    /** The kinds of types, and the Java class of their values. */
    enum Base {
        /** {@link Boolean}. */
        BOOLEAN,
        /** {@link Integer}. */
        INTEGER,
        /** {@link Long}. */
        BIGINT,
        /** {@link java.math.BigDecimal} of the type's scale. */
        DECIMAL,
        /** {@link Double}. */
        DOUBLE,
        /** {@link String}. */
        STRING,
        /** {@link java.nio.ByteBuffer} whose position and limit nobody moves. */
        BYTES,
        /** {@link java.time.LocalTime}, to the millisecond. */
        TIME,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link java.time.Instant}, to the millisecond. */
        TIMESTAMP,
        /** {@link List}. */
        ARRAY,
        /** {@link java.util.Map}, in the order of insertion. */
        MAP,
        /** {@link StructValue}. */
        STRUCT
    }

    /** A type without parameters. */
    record Simple(Base base) implements SqlType {
        @Override
        public String toString() {
            return base.name();
        }
    }

    /** A decimal of {@code precision} digits in all, {@code scale} of them after the point. */
    record Decimal(int precision, int scale) implements SqlType {

        public static final int MAX_PRECISION = 38;

        public Decimal {
            if (precision < 1 || scale < 0 || scale > precision) {
                throw new IllegalArgumentException("DECIMAL(" + precision + ", " + scale
                        + "): the precision must be at least 1 and the scale between 0 and the precision.");
            }
        }

        @Override
        public Base base() {
            return Base.DECIMAL;
        }

        @Override
        public String toString() {
            return "DECIMAL(" + precision + ", " + scale + ")";
        }
    }

    record Array(SqlType element) implements SqlType {
        @Override
        public Base base() {
            return Base.ARRAY;
        }

        @Override
        public String toString() {
            return "ARRAY<" + element + ">";
        }
    }

    record Map(SqlType key, SqlType value) implements SqlType {
        @Override
        public Base base() {
            return Base.MAP;
        }

        @Override
        public String toString() {
            return "MAP<" + key + ", " + value + ">";
        }
    }

    record Struct(List<Field> fields) implements SqlType {

        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public Base base() {
            return Base.STRUCT;
        }

        /** The field of exactly this name. */
        public Optional<Field> field(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).findFirst();
        }

        @Override
        public String toString() {
            return fields.stream().map(Field::toString).collect(Collectors.joining(", ", "STRUCT<", ">"));
        }
    }

    /** A field of a struct. */
    record Field(String name, SqlType type) {
        @Override
        public String toString() {
            return "`" + name.replace("`", "``") + "` " + type;
        }
    }
}
