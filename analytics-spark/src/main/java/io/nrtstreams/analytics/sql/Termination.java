package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.parser.SqlParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Ends and drops all there is. */
final class Termination {

    private final Commands commands;
    private final ChangeStatements changes;

    Termination(Commands commands, ChangeStatements changes) {
        this.commands = commands;
        this.changes = changes;
    }

    /** @param topics which topics of what is dropped are deleted too */
    void run(List<Pattern> topics) {
        carryOut("TERMINATE ALL;");
        List<DataSource> sources = new ArrayList<>(commands.view().catalog().sources());
        Collections.reverse(sources);
        for (DataSource source : sources) {
            String topic = source.layout().topic();
            boolean unwanted = !source.readOnly()
                    && topics.stream()
                            .anyMatch(pattern -> pattern.matcher(topic).matches())
                    && !shared(topic);
            carryOut("DROP " + source.kind() + " `" + source.name().replace("`", "``") + "`"
                    + (unwanted ? " DELETE TOPIC;" : ";"));
        }
        commands.view().catalog().models().names().forEach(name -> carryOut("DROP MODEL `" + name + "`;"));
        List.copyOf(commands.view().catalog().types().keySet()).forEach(name -> carryOut("DROP TYPE `" + name + "`;"));
    }

    private boolean shared(String topic) {
        return commands.view().catalog().sources().stream()
                        .filter(source -> source.layout().topic().equals(topic))
                        .count()
                > 1;
    }

    private void carryOut(String statement) {
        for (ParsedStatement parsed : new SqlParser().parse(statement)) {
            changes.carryOut(parsed, Map.of());
        }
    }
}
