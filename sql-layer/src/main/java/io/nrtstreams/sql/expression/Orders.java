package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.type.SqlType.Base;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;

/** How values are compared. Of what has no order, 0 means equal and anything else different. */
final class Orders {

    private static final Comparator<Object> EQUALITY = (left, right) -> left.equals(right) ? 0 : 1;

    private Orders() {}

    /** For numbers both sides may be of narrower types. */
    static Comparator<Object> of(Base base) {
        return switch (base) {
            case INTEGER, BIGINT ->
                (left, right) -> Long.compare(((Number) left).longValue(), ((Number) right).longValue());
            case DOUBLE -> (left, right) -> doubles(((Number) left).doubleValue(), ((Number) right).doubleValue());
            case DECIMAL -> (left, right) -> decimal(left).compareTo(decimal(right));
            case STRING -> (left, right) -> ((String) left).compareTo((String) right);
            case BYTES -> (left, right) -> ((ByteBuffer) left).compareTo((ByteBuffer) right);
            case TIME -> (left, right) -> ((LocalTime) left).compareTo((LocalTime) right);
            case DATE -> (left, right) -> ((LocalDate) left).compareTo((LocalDate) right);
            case TIMESTAMP -> (left, right) -> ((Instant) left).compareTo((Instant) right);
            case BOOLEAN, ARRAY, MAP, STRUCT -> EQUALITY;
        };
    }

    /** As numbers: both zeros are equal. */
    private static int doubles(double left, double right) {
        return left == right ? 0 : Double.compare(left, right);
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
    }
}
