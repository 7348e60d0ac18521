package io.nrtstreams.shell;

import io.nrtstreams.shell.client.ServerException;
import io.nrtstreams.shell.text.Cells;
import io.nrtstreams.shell.text.Excerpt;
import io.nrtstreams.shell.text.Screen;
import io.nrtstreams.shell.text.Screen.Kind;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.StatementText;
import io.nrtstreams.sql.parser.Variables;
import io.nrtstreams.sql.tree.Position;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows why a statement failed: the line it is about with a caret below the place, and the message. */
final class Failures {

    /** How places are told by our server, and by ksqlDB. */
    private static final Pattern PLACE =
            Pattern.compile("^line (\\d+)(?:, column |:)(\\d+): ?(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final Screen screen;
    private final Map<String, String> variables;

    /** @param variables that the server puts into statements before it counts columns */
    Failures(Screen screen, Map<String, String> variables) {
        this.screen = screen;
        this.variables = variables;
    }

    void show(RuntimeException failure, StatementText statement, Origin origin) {
        String message = String.valueOf(failure.getMessage());
        Matcher place = PLACE.matcher(message);
        if (place.matches() && (failure instanceof ServerException || failure instanceof SqlException)) {
            int line = Integer.parseInt(place.group(1));
            int column = Integer.parseInt(place.group(2));
            located(statement, origin, line, column, place.group(3));
        } else {
            String at = origin.name()
                    .map(name -> name + ":" + statement.position().line() + ": ")
                    .orElse("");
            screen.line(Kind.ERROR, Cells.clean(at + message));
        }
        screen.flush();
    }

    /** @param line of the statement's own text, counting from 1 */
    private void located(StatementText statement, Origin origin, int line, int column, String problem) {
        int wholeLine = statement.position().line() + line - 1;
        int wholeColumn = line == 1 ? statement.position().column() + column - 1 : column;
        String at = origin.name()
                .map(name -> name + ":" + wholeLine + ":" + wholeColumn + ": ")
                .orElse("line " + wholeLine + ", column " + wholeColumn + ": ");
        List<String> excerpt = Excerpt.at(substituted(statement.text()), line, column, wholeLine, screen.width());
        screen.lines(Kind.ERROR, excerpt);
        screen.line(Kind.ERROR, Cells.clean(at + problem));
    }

    /** The text that columns are counted in; the text itself when a variable in it has no value. */
    private String substituted(String text) {
        try {
            return Variables.substitute(text, new Position(1, 1), variables);
        } catch (SqlException e) {
            return text;
        }
    }
}
