package io.nrtstreams.sql.format.protobuf;

import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.List;

/** A column of each type that Protobuf holds, and of structs in structs. */
final class AllTypes {

    static final SqlType.Struct INNER = new SqlType.Struct(List.of(new SqlType.Field("N", SqlTypes.BIGINT)));
    static final SqlType.Struct OUTER = new SqlType.Struct(List.of(
            new SqlType.Field("I", INNER),
            new SqlType.Field("L", new SqlType.Array(INNER)),
            new SqlType.Field("D", new SqlType.Decimal(10, 3))));

    private AllTypes() {}

    static List<Column> columns() {
        return List.of(
                new Column("A", SqlTypes.BOOLEAN),
                new Column("B", SqlTypes.INTEGER),
                new Column("C", SqlTypes.BIGINT),
                new Column("D", SqlTypes.DOUBLE),
                new Column("E", SqlTypes.STRING),
                new Column("F", SqlTypes.BYTES),
                new Column("G", new SqlType.Decimal(5, 2)),
                new Column("H", SqlTypes.DATE),
                new Column("I", SqlTypes.TIME),
                new Column("J", SqlTypes.TIMESTAMP),
                new Column("K", new SqlType.Array(new SqlType.Decimal(6, 1))),
                new Column("L", new SqlType.Map(SqlTypes.STRING, INNER)),
                new Column("M", OUTER));
    }
}
