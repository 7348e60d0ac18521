package io.nrtstreams.sql.type;

import io.nrtstreams.sql.type.SqlType.Base;

/** The types without parameters. */
public final class SqlTypes {

    public static final SqlType BOOLEAN = new SqlType.Simple(Base.BOOLEAN);
    public static final SqlType INTEGER = new SqlType.Simple(Base.INTEGER);
    public static final SqlType BIGINT = new SqlType.Simple(Base.BIGINT);
    public static final SqlType DOUBLE = new SqlType.Simple(Base.DOUBLE);
    public static final SqlType STRING = new SqlType.Simple(Base.STRING);
    public static final SqlType BYTES = new SqlType.Simple(Base.BYTES);
    public static final SqlType TIME = new SqlType.Simple(Base.TIME);
    public static final SqlType DATE = new SqlType.Simple(Base.DATE);
    public static final SqlType TIMESTAMP = new SqlType.Simple(Base.TIMESTAMP);

    private SqlTypes() {}
}
