package io.nrtstreams.shell.prompt;

import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.parser.StatementText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells when what was typed is complete: at the semicolon, or at the end of a line that is a command of the shell. */
public final class InputParser implements Parser {

    private final SqlParser statements = new SqlParser();
    private final Set<String> commands;

    /** @param commands words, upper case, that begin lines which need no semicolon */
    public InputParser(Set<String> commands) {
        this.commands = commands;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isComplete(line)) {
            throw new EOFError(-1, -1, "The statement is not finished; a semicolon ends it.", ";");
        }
        return Typed.of(line, cursor);
    }

    private boolean isComplete(String text) {
        String first = text.strip().split("[\\s;]", 2)[0];
        if (commands.contains(first.toUpperCase(Locale.ROOT)) && !text.strip().contains("\n")) {
            return true;
        }
        List<StatementText> parts = statements.split(text);
        return parts.isEmpty() || parts.get(parts.size() - 1).ended();
    }

    @Override
    public boolean isEscapeChar(char letter) {
        return false;
    }
}
