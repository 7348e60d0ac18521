package io.nrtstreams.sql.format;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** NONE: no columns. What stands in a record is not read, and null is written. */
public final class NoneFormat implements Format {

    static final RowCodec CODEC = new Codec();

    @Override
    public String name() {
        return "NONE";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.KEY);
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        if (!columns.isEmpty()) {
            throw new SqlException("NONE holds no columns, but there is " + columns.get(0) + "; choose another " + part
                    + "_FORMAT, or leave the column out.");
        }
        FormatRules.check(this, spec, columns, part, Set.of());
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        return CODEC;
    }

    private static final class Codec implements RowCodec {

        private static final Object[] NO_COLUMNS = {};

        @Override
        public byte @Nullable [] encode(@Nullable Object @Nullable [] columns) {
            return null;
        }

        @Override
        public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) {
            return bytes == null ? null : NO_COLUMNS;
        }
    }
}
