package io.nrtstreams.sql.function.builtin.json;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to one value in JSON: {@code $}, then for each step {@code .name}, {@code ['name']}, {@code ["name"]} or
 * {@code [0]}. A number is a position, from 0, in an array and a name in an object. There are no wildcards and no conditions.
 */
record JsonPath(List<Step> steps) {

    /**
     * A step down.
     *
     * @param index the name as a number; -1 when it is none
     */
    record Step(String name, int index) {}

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException when it is none
     */
    static JsonPath compile(String text) {
        if (text.isEmpty() || text.charAt(0) != '$') {
            throw new IllegalArgumentException("a JSON path starts with $, as in $.name[0]");
        }
        List<Step> steps = new ArrayList<>();
        int at = 1;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '.' -> name(text, at + 1, steps);
                case '[' -> subscript(text, at + 1, steps);
                default -> throw malformed(at);
            };
        }
        return new JsonPath(List.copyOf(steps));
    }

    private static int name(String text, int from, List<Step> steps) {
        int to = from;
        while (to < text.length() && isOfName(text.charAt(to))) {
            to++;
        }
        if (to == from) {
            throw malformed(from);
        }
        steps.add(step(text.substring(from, to)));
        return to;
    }

    private static int subscript(String text, int from, List<Step> steps) {
        char quote = from < text.length() ? text.charAt(from) : ' ';
        if (quote != '\'' && quote != '"') {
            int to = name(text, from, steps);
            return past(text, to, ']');
        }
        StringBuilder name = new StringBuilder();
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at));
            at++;
        }
        steps.add(step(name.toString()));
        return past(text, past(text, at, quote), ']');
    }

    private static int past(String text, int at, char wanted) {
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw malformed(at);
        }
        return at + 1;
    }

    private static boolean isOfName(char letter) {
        return Character.isLetterOrDigit(letter) || "_-:$@".indexOf(letter) >= 0;
    }

    private static Step step(String name) {
        int index = 0;
        for (int i = 0; i < name.length() && index >= 0; i++) {
            int digit = Character.digit(name.charAt(i), 10);
            // Nine digits fit an int; no array in a text is longer.
            index = digit < 0 || i == 9 ? -1 : index * 10 + digit;
        }
        return new Step(name, name.isEmpty() ? -1 : index);
    }

    private static IllegalArgumentException malformed(int at) {
        return new IllegalArgumentException("the JSON path is wrong at character " + (at + 1)
                + "; write steps such as .name, ['name'] or [0]; wildcards are not supported");
    }
}
