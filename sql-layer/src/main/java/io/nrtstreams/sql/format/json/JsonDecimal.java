package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.Decimals;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;

/** DECIMAL: a number or a string of one, which must fit without rounding; written without an exponent. */
record JsonDecimal(SqlType.Decimal type, String path) implements JsonType {

    @Override
    public Object read(JsonReader in) throws DecodeException {
        int next = in.peek();
        String text;
        if (next == '"') {
            text = in.takeString();
        } else if (JsonNumbers.startsNumber(next)) {
            text = in.textFrom(in.takeNumber());
        } else {
            throw JsonType.unexpected(in, path, "a number");
        }
        return Decimals.fit(Decimals.parse(text, path), type, path);
    }

    @Override
    public void write(JsonWriter out, Object value) {
        out.putAscii(((BigDecimal) value).toPlainString());
    }
}
