package io.nrtstreams.shell.prompt;

import io.nrtstreams.sql.parser.SqlParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what can stand at the cursor: words of the language, and names by what stands before them. */
final class StatementCompleter implements Completer {

    private static final List<String> STARTS = List.of(
            "ALTER",
            "ASSERT",
            "CREATE",
            "DEFINE",
            "DELETE",
            "DESCRIBE",
            "DROP",
            "EXPLAIN",
            "INSERT",
            "LIST",
            "PAUSE",
            "PRINT",
            "RESUME",
            "RUN",
            "SELECT",
            "SET",
            "SHOW",
            "TERMINATE",
            "UNDEFINE",
            "UNSET");

    private static final List<String> FORMATS =
            List.of("AVRO", "DELIMITED", "JSON", "JSON_SR", "KAFKA", "NONE", "PROTOBUF", "PROTOBUF_NOSR");

    private static final Set<String> BEFORE_SOURCES =
            Set.of("FROM", "JOIN", "INTO", "DESCRIBE", "EXTENDED", "STREAM", "TABLE", "EXISTS");

    private final Supplier<Names> names;
    private final Collection<String> commands;

    StatementCompleter(Supplier<Names> names, Collection<String> commands) {
        this.names = names;
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Typed typed = Typed.of(line.line(), line.cursor());
        String word = typed.word();
        List<String> before = typed.before().stream()
                .map(each -> each.toUpperCase(Locale.ROOT))
                .toList();
        if (word.startsWith("'")) {
            inString(before).forEach(name -> candidates.add(candidate("'" + name + "'", name, "values")));
        } else if (before.isEmpty()) {
            words(STARTS, word, candidates);
            words(commands, word, candidates);
        } else {
            named(before, typed, candidates);
        }
    }

    /** What a string can be is told by the setting before it, or by the verb. */
    private List<String> inString(List<String> before) {
        String last = last(before, 1);
        String setting = last.equals("=") ? last(before, 2).replaceAll("['`\"]", "") : last;
        return switch (setting) {
            case "KAFKA_TOPIC", "PRINT", "TOPIC" -> names.get().topics();
            case "FORMAT", "KEY_FORMAT", "VALUE_FORMAT" -> FORMATS;
            case "SET", "UNSET" -> names.get().properties();
            case "CONNECTOR.CLASS" -> names.get().plugins();
            case "CONNECTOR" -> names.get().connectors();
            default -> List.of();
        };
    }

    private void named(List<String> before, Typed typed, List<Candidate> candidates) {
        Names known = names.get();
        switch (last(before, 1)) {
            case "PRINT", "TOPIC" -> raw(known.topics(), "topics", candidates);
            case "CONNECTOR" -> quoted(known.connectors(), "connectors", typed.word(), candidates);
            case "TERMINATE", "PAUSE", "RESUME", "EXPLAIN", "QUERY" -> {
                quoted(known.queries(), "queries", typed.word(), candidates);
                words(SqlParser.keywords(), typed.word(), candidates);
            }
            case "FUNCTION" -> quoted(known.functions(), "functions", typed.word(), candidates);
            default -> anywhere(before, typed, known, candidates);
        }
    }

    private static void anywhere(List<String> before, Typed typed, Names known, List<Candidate> candidates) {
        quoted(known.sources().keySet(), "streams and tables", typed.word(), candidates);
        if (!BEFORE_SOURCES.contains(last(before, 1)) || last(before, 1).equals("DESCRIBE")) {
            quoted(columns(typed.line(), known.sources()), "columns", typed.word(), candidates);
            quoted(known.functions(), "functions", typed.word(), candidates);
            words(SqlParser.keywords(), typed.word(), candidates);
        }
    }

    /** The columns of the streams and tables that the text names anywhere, as FROM follows SELECT. */
    private static List<String> columns(String text, Map<String, List<String>> sources) {
        String upper = text.toUpperCase(Locale.ROOT);
        List<String> columns = new ArrayList<>();
        sources.forEach((source, own) -> {
            if (upper.contains(source.toUpperCase(Locale.ROOT))) {
                columns.addAll(own);
            }
        });
        return columns.stream().distinct().toList();
    }

    private static String last(List<String> before, int fromEnd) {
        return before.size() < fromEnd ? "" : before.get(before.size() - fromEnd);
    }

    /** Words of the language in the letters that the user types them in. */
    private static void words(Collection<String> words, String typed, List<Candidate> candidates) {
        for (String word : words) {
            String shown = inLettersOf(typed, word);
            candidates.add(candidate(shown, shown, "words"));
        }
    }

    /** Names that mean the same in lower case are in the letters that the user types them in. */
    private static void quoted(Collection<String> names, String group, String typed, List<Candidate> candidates) {
        for (String name : names) {
            boolean plain =
                    name.matches("[A-Z_][A-Z0-9_]*") && !SqlParser.keywords().contains(name);
            String value = plain ? inLettersOf(typed, name) : "`" + name.replace("`", "``") + "`";
            candidates.add(candidate(value, name, group));
        }
    }

    private static String inLettersOf(String typed, String word) {
        boolean lower = !typed.isEmpty() && typed.equals(typed.toLowerCase(Locale.ROOT));
        return lower ? word.toLowerCase(Locale.ROOT) : word;
    }

    /** Names of something outside keep their case even when they are not quoted. */
    private static void raw(Collection<String> names, String group, List<Candidate> candidates) {
        for (String name : names) {
            boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*");
            candidates.add(candidate(plain ? name : "'" + name + "'", name, group));
        }
    }

    private static Candidate candidate(String value, String shown, String group) {
        return new Candidate(value, shown, group, null, null, null, true);
    }
}
