package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Where rules apply: a path of field names (KIP-821, version 2), in which {@code [*]} stands for every element of an
 * array and every value of a map, e.g. {@code location.name}, {@code readings[*].value}, {@code labels[*]}. Immutable.
 *
 * @param steps from the outermost to the innermost, at least one
 */
public record RulePath(List<Step> steps) {
    private static final String EACH = "[*]";

    public RulePath {
        steps = List.copyOf(steps);
    }

    /** A step of a path. */
    public sealed interface Step permits Named, Each {}

    /** The field, or the entry of a map, of this name. */
    public record Named(String name) implements Step {}

    /** Every element, or every value of a map. */
    public record Each() implements Step {}

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none; the message says what was expected
     */
    public static RulePath parse(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int each = nextEach(text, at);
            if (each > at) {
                FieldPath.parse(text.substring(at, each)).steps().forEach(name -> steps.add(new Named(name)));
            }
            at = each;
            while (text.startsWith(EACH, at)) {
                steps.add(new Each());
                at += EACH.length();
            }
            boolean over = at == text.length();
            if (!over && (text.charAt(at) != '.' || at + 1 == text.length())) {
                throw new IllegalArgumentException(
                        "in the path '" + text + "': expected a dot and a field name, or the end, after [*]");
            }
            at += over ? 0 : 1;
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("expected a path such as usage, location.name or readings[*].value");
        }
        return new RulePath(steps);
    }

    /** Whether it ends with elements, and so not with a field. */
    public boolean isOfElements() {
        return steps.get(steps.size() - 1) instanceof Each;
    }

    /** The next {@code [*]} that is not within backticks, or the end. */
    private static int nextEach(String text, int from) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean escaped = at > from && text.charAt(at - 1) == '\\';
            quoted ^= c == '`' && !escaped;
            if (!quoted && text.startsWith(EACH, at)) {
                return at;
            }
        }
        return text.length();
    }

    /** The path in the syntax that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Named named) {
                text.append(text.isEmpty() ? "" : ".").append(quoted(named.name()));
            } else {
                text.append(EACH);
            }
        }
        return text.toString();
    }

    private static String quoted(String name) {
        return name.contains(EACH) ? "`" + name.replace("`", "\\`") + "`" : new FieldPath(List.of(name)).toString();
    }
}
