package io.nrtstreams.sql.format;

import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Types, and values of them, by a seed. */
final class RandomValues {

    private static final String ALPHABET = "aZ0 ,;|\"\\/\n\r\t\u0001é€😀{}[]#";

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    /** Named so that no two differ in case only. */
    List<Column> columns(int most, boolean nested) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(i -> new Column(name() + i, type(nested ? 3 : 0)))
                .toList();
    }

    SqlType type(int depth) {
        return switch (random.nextInt(depth > 0 ? 13 : 10)) {
            case 0 -> SqlTypes.BOOLEAN;
            case 1 -> SqlTypes.INTEGER;
            case 2 -> SqlTypes.BIGINT;
            case 3 -> SqlTypes.DOUBLE;
            case 4 -> decimal();
            case 5 -> SqlTypes.STRING;
            case 6 -> SqlTypes.BYTES;
            case 7 -> SqlTypes.DATE;
            case 8 -> SqlTypes.TIME;
            case 9 -> SqlTypes.TIMESTAMP;
            case 10 -> new SqlType.Array(type(depth - 1));
            case 11 -> new SqlType.Map(SqlTypes.STRING, type(depth - 1));
            default ->
                new SqlType.Struct(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> new SqlType.Field(name() + i, type(depth - 1)))
                        .toList());
        };
    }

    private SqlType decimal() {
        int precision = 1 + random.nextInt(SqlType.Decimal.MAX_PRECISION);
        return new SqlType.Decimal(precision, random.nextInt(precision + 1));
    }

    private String name() {
        return List.of("A", "quoted", "Mixed name", "É", "\"").get(random.nextInt(5));
    }

    Object[] row(List<Column> columns) {
        return columns.stream().map(column -> value(column.type())).toArray();
    }

    Object value(SqlType type) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        return switch (type.base()) {
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> random.nextInt() >> random.nextInt(32);
            case BIGINT -> random.nextLong() >> random.nextInt(64);
            case DOUBLE ->
                random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(1_000_000) / 100.0;
            case DECIMAL -> decimal((SqlType.Decimal) type);
            case STRING -> text();
            case BYTES -> bytes();
            case DATE -> LocalDate.ofEpochDay(random.nextInt());
            case TIME -> LocalTime.ofNanoOfDay(random.nextInt(86_400_000) * 1_000_000L);
            case TIMESTAMP -> Instant.ofEpochMilli(random.nextLong() >> 16);
            case ARRAY -> array((SqlType.Array) type);
            case MAP -> map((SqlType.Map) type);
            case STRUCT -> struct((SqlType.Struct) type);
        };
    }

    private BigDecimal decimal(SqlType.Decimal type) {
        BigInteger limit = BigInteger.TEN.pow(1 + random.nextInt(type.precision()));
        return new BigDecimal(new BigInteger(130, random).remainder(limit), type.scale());
    }

    private String text() {
        int[] codes = ALPHABET.codePoints().toArray();
        return IntStream.range(0, 1 + random.nextInt(12))
                .map(i -> codes[random.nextInt(codes.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ByteBuffer bytes() {
        byte[] bytes = new byte[1 + random.nextInt(9)];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private List<Object> array(SqlType.Array type) {
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(value(type.element()));
        }
        return elements;
    }

    private Map<String, Object> map(SqlType.Map type) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.put(text(), value(type.value()));
        }
        return entries;
    }

    private StructValue struct(SqlType.Struct type) {
        return new StructValue(
                type, type.fields().stream().map(field -> value(field.type())).toArray());
    }

    /** Random bytes, or the given ones with some changed, moved or left out. */
    byte[] damaged(byte[] bytes) {
        if (bytes.length == 0 || random.nextInt(4) == 0) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] changed = bytes.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt();
                case 1 -> changed[at] = (byte) "{}[]\",:0123456789eE.+-\\utfn ".charAt(random.nextInt(28));
                case 2 -> changed[at] = changed[random.nextInt(changed.length)];
                default -> changed = Arrays.copyOf(changed, at + 1);
            }
        }
        return changed;
    }
}
