package io.nrtstreams.sql.type;

/** A named and typed column. Names keep their case; unquoted names in SQL text are upper case. */
public record Column(String name, SqlType type) {
    @Override
    public String toString() {
        return "`" + name.replace("`", "``") + "` " + type;
    }
}
