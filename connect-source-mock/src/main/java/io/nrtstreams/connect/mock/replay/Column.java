package io.nrtstreams.connect.mock.replay;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a recording that is replayed.
 *
 * @param steps the way to it in the recording: a name, or in JSON lines the names from the outermost object inwards
 * @param name the name of its field
 * @param declared its type, null as long as it is to be inferred
 */
public record Column(
        List<String> steps, String name, @Nullable ColumnType declared) {
    private static final Set<ColumnType> NUMBERS = Set.of(PlainType.INT32, PlainType.INT64, PlainType.FLOAT64);
    private static final Set<ColumnType> TEXTS = Set.of(PlainType.STRING, PlainType.TIMESTAMP, PlainType.DATE);

    public Column {
        steps = List.copyOf(steps);
    }

    /**
     * Its type.
     *
     * @throws IllegalStateException if it is still to be inferred
     */
    public ColumnType type() {
        if (declared == null) {
            throw new IllegalStateException("the type of the column " + path() + " is not known yet");
        }
        return declared;
    }

    /**
     * What a column would have to be to hold the event time.
     *
     * @return what was expected, null if it can hold it
     */
    public @Nullable String expectedAsTime(TimeTexts times) {
        if (times.pattern() != null) {
            return TEXTS.contains(type())
                    ? null
                    : "expected a column with type string, timestamp or date, for replay.time.format has a pattern";
        }
        return TEXTS.contains(type()) || NUMBERS.contains(type())
                ? null
                : "expected a column of replay.columns with type int32, int64, float64, timestamp, date or string";
    }

    Column withType(ColumnType type) {
        return new Column(steps, name, type);
    }

    boolean isWithin(List<String> path) {
        return path.size() <= steps.size() && steps.subList(0, path.size()).equals(path);
    }

    /** The way to it, as messages and configurations name it. */
    String path() {
        return steps.size() == 1
                ? steps.get(0)
                : steps.stream().map(Names::quoted).collect(Collectors.joining("."));
    }

    /** As a configuration declares it. */
    @Override
    public String toString() {
        String source = steps.stream().map(Names::quoted).collect(Collectors.joining("."));
        String alias = name.equals(steps.get(steps.size() - 1)) ? "" : " as " + Names.quoted(name);
        return source + (declared == null ? "" : ":" + declared.label()) + alias;
    }
}
