package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.tree.Statement;
import java.util.Locale;

/** The ids by which clients ask how far a statement got: {@code stream/`X`/create}. */
final class CommandIds {

    private CommandIds() {}

    static String of(Statement statement) {
        if (statement instanceof Statement.CreateSource create) {
            return id(create.kind().name(), create.name(), "create");
        } else if (statement instanceof Statement.CreateAsSelect create) {
            return id(create.kind().name(), create.name(), "create");
        } else if (statement instanceof Statement.InsertIntoSelect insert) {
            return id("stream", insert.target(), "create");
        } else if (statement instanceof Statement.Drop drop) {
            return id(drop.kind().name(), drop.name(), "drop");
        } else if (statement instanceof Statement.AlterSource alter) {
            return id(alter.kind().name(), alter.name(), "alter");
        } else if (statement instanceof Statement.CreateType create) {
            return id("type", create.name(), "create");
        } else if (statement instanceof Statement.DropType drop) {
            return id("type", drop.name(), "drop");
        } else if (statement instanceof Statement.CreateModel create) {
            return id("model", create.name(), "create");
        } else if (statement instanceof Statement.DropModel drop) {
            return id("model", drop.name(), "drop");
        } else if (statement instanceof Statement.AlterSystem alter) {
            return id("cluster", alter.key(), "alter");
        } else if (statement instanceof Statement.ControlQuery control) {
            return control.action().name().toLowerCase(Locale.ROOT) + "/"
                    + control.queryId().orElse("ALL") + "/execute";
        }
        throw new IllegalArgumentException("no command: " + statement.getClass().getSimpleName());
    }

    private static String id(String type, String name, String action) {
        return type.toLowerCase(Locale.ROOT) + "/`" + name + "`/" + action;
    }

    /** The same for ids with and without the quotes, which clients leave out of addresses. */
    static String normalized(String id) {
        return id.replace("`", "");
    }
}
