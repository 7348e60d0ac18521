package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * One row of CSV without a header (RFC 4180): a column in double quotes may hold the delimiter, line ends and, written
 * twice, double quotes; a line end after the row is allowed. The number of columns is exact. A column without any
 * character is an empty text, and null where another type is declared.
 */
public final class CsvFormat implements TextFormat {
    private static final String RULE = "csv";

    private final Shape shape;
    private final ScalarType[] types;
    private final char delimiter;

    /**
     * The format.
     *
     * @param shape flat
     * @throws IllegalArgumentException if it is not
     * @param delimiter between two columns
     */
    public CsvFormat(Shape shape, char delimiter) {
        this.shape = shape;
        this.types = new ScalarType[shape.size()];
        for (int i = 0; i < types.length; i++) {
            if (!(shape.column(i).form() instanceof Form.Scalar scalar)) {
                throw new IllegalArgumentException(
                        "expected scalars only, as a row of CSV has no records within records");
            }
            types[i] = scalar.type();
        }
        this.delimiter = delimiter;
    }

    @Override
    public Outcome read(String text) {
        CsvRow row = new CsvRow(text, delimiter, shape.size());
        String mistake = row.split();
        if (mistake != null) {
            return Refused.reject("", RULE, mistake);
        }
        if (row.count() != shape.size()) {
            return Refused.reject("", RULE, "expected " + shape.size() + " columns, found " + row.count());
        }
        Struct struct = new Struct(shape.schema());
        for (int i = 0; i < shape.size(); i++) {
            Column column = shape.column(i);
            ScalarType type = types[i];
            if (row.isEmpty(i) && type != ScalarType.STRING) {
                continue;
            }
            Object value = value(row, i, type);
            if (value == null) {
                return Refused.reject(column.path(), column.declaration(), "expected " + column.expected());
            }
            struct.put(shape.field(i), value);
        }
        return new Cleaned(struct);
    }

    private static @Nullable Object value(CsvRow row, int index, ScalarType type) {
        if (row.isEscaped(index)) {
            String text = row.unescaped(index);
            return type.read(text, 0, text.length());
        }
        return type.read(row.text(), row.from(index), row.to(index));
    }
}
