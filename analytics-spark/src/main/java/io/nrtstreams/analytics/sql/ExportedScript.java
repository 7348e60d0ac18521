package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.command.Contents;
import io.nrtstreams.analytics.sql.command.ObjectKey;
import io.nrtstreams.analytics.sql.command.Stored;
import io.nrtstreams.sql.engine.PersistentQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The command log as a script: types, streams, tables, models and queries in the order in which they were made, each after
 * the properties of the session that made it. A model's statement fits it anew when the script is run.
 */
final class ExportedScript {

    private final Set<String> statements = new LinkedHashSet<>();
    private Map<String, String> properties = Map.of();
    private final List<String> lines = new ArrayList<>();

    private ExportedScript() {}

    static String of(Contents contents) {
        ExportedScript script = new ExportedScript();
        contents.things().forEach((key, thing) -> script.add(key, thing, contents));
        return String.join("\n", script.lines) + "\n";
    }

    private void add(ObjectKey key, Stored thing, Contents contents) {
        if (thing instanceof Stored.Source source && source.source().createdBy().isEmpty()) {
            statement(source.source().statement(), properties);
        } else if (thing instanceof Stored.Query query) {
            statement(query.query().statement(), query.properties());
            if (query.query().paused()) {
                lines.add("PAUSE " + query.query().id() + ";");
            }
        } else if (thing instanceof Stored.Source made && ended(made, contents)) {
            lines.add("-- The query that made " + key.name() + " was ended; run again, this statement starts it anew.");
            statement(made.source().statement(), properties);
        } else if (thing instanceof Stored.Type type) {
            statement("CREATE TYPE `" + key.name() + "` AS " + type.type() + ";", properties);
        } else if (thing instanceof Stored.Fitted fitted) {
            statement(fitted.origin().statement(), properties);
        } else if (thing instanceof Stored.Setting setting) {
            lines.add("ALTER SYSTEM '" + key.name() + "'='" + setting.value().replace("'", "''") + "';");
        }
    }

    private static boolean ended(Stored.Source made, Contents contents) {
        return contents.queries().stream()
                .map(Stored.Query::query)
                .noneMatch((PersistentQuery query) ->
                        made.source().createdBy().filter(query.id()::equals).isPresent());
    }

    private void statement(String text, Map<String, String> wanted) {
        String whole = text.stripTrailing().endsWith(";") ? text : text + ";";
        if (statements.add(whole)) {
            set(wanted);
            lines.add(whole);
        }
    }

    private void set(Map<String, String> wanted) {
        Map<String, String> sorted = new TreeMap<>(wanted);
        properties.keySet().stream()
                .filter(name -> !sorted.containsKey(name))
                .sorted()
                .forEach(name -> lines.add("UNSET '" + name + "';"));
        sorted.forEach((name, value) -> {
            if (!value.equals(properties.get(name))) {
                lines.add("SET '" + name + "'='" + value.replace("'", "''") + "';");
            }
        });
        properties = sorted;
    }
}
