package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.tree.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads all statements of a request before the first is carried out, with the variables that DEFINE gives on the way. */
final class StatementTexts {

    private StatementTexts() {}

    /**
     * The statements.
     *
     * @param variables at the start; they are not changed
     * @throws ServiceException when one of them cannot be read; none has been carried out then
     */
    static List<ParsedStatement> read(String script, Map<String, String> variables) {
        Map<String, String> defined = new LinkedHashMap<>(variables);
        List<ParsedStatement> statements = new ArrayList<>();
        try {
            Iterator<ParsedStatement> parsed = new SqlParser().read(script, defined);
            while (parsed.hasNext()) {
                ParsedStatement statement = whole(parsed.next());
                statements.add(statement);
                follow(statement.statement(), defined);
            }
        } catch (SqlException e) {
            throw Failures.of(e, script, List.of());
        }
        return statements;
    }

    /** With its semicolon, so that others can be put behind it. */
    private static ParsedStatement whole(ParsedStatement parsed) {
        return parsed.text().endsWith(";")
                ? parsed
                : new ParsedStatement(parsed.text() + ";", parsed.position(), parsed.statement());
    }

    private static void follow(Statement statement, Map<String, String> defined) {
        if (statement instanceof Statement.DefineVariable define) {
            defined.keySet().removeIf(define.name()::equalsIgnoreCase);
            defined.put(define.name(), define.value());
        } else if (statement instanceof Statement.UndefineVariable undefine) {
            defined.keySet().removeIf(undefine.name()::equalsIgnoreCase);
        }
    }
}
