package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.FormatRules;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Set;

/** JSON: the columns as an object, or one column as a value of its own, as single key columns always are. */
public final class JsonFormat implements Format {

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.KEY, Ability.SEVERAL_COLUMNS, Ability.WRAP_SINGLE, Ability.UNWRAP_SINGLE);
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        FormatRules.check(this, spec, columns, part, Set.of());
        columns.forEach(column -> checkMapKeys(column, column.type()));
    }

    private static void checkMapKeys(Column column, SqlType type) {
        if (type instanceof SqlType.Map map) {
            if (map.key().base() != SqlType.Base.STRING) {
                throw new SqlException(
                        "JSON holds maps with keys of type STRING only, which " + column + " is not; cast the keys.");
            }
            checkMapKeys(column, map.value());
        } else if (type instanceof SqlType.Array array) {
            checkMapKeys(column, array.element());
        } else if (type instanceof SqlType.Struct struct) {
            struct.fields().forEach(field -> checkMapKeys(column, field.type()));
        }
    }

    /** Whether the bytes are one JSON text of any kind. */
    public static boolean isJson(byte[] bytes) {
        JsonReader in = new JsonReader();
        in.start(bytes);
        try {
            in.skip(0);
            in.expectEnd();
            return true;
        } catch (DecodeException e) {
            // The question is only whether it is.
            return false;
        }
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        boolean wrapped =
                columns.size() != 1 || (part == Part.VALUE && spec.wrapSingle().orElse(true));
        return wrapped ? new JsonObjectCodec(columns) : new JsonValueCodec(columns.get(0));
    }
}
