package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A value of a definition, with the path to it and a place for mistakes. What is not as expected is noted, and something
 * harmless is given in its stead, so that the rest can be checked as well.
 *
 * @param value as {@link Json} gives it
 */
record Node(String path, @Nullable Object value, Mistakes mistakes) {
    void mistake(String message) {
        mistakes.add(path, message);
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    /** The members of an object; none if it is something else, which is noted. */
    Map<String, Node> members() {
        Map<String, Node> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> members.put(name.toString(), child(name.toString(), member)));
        } else {
            mistake("expected an object");
        }
        return members;
    }

    /** The entries of a list; none if it is something else, which is noted. */
    List<Node> entries() {
        List<Node> entries = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                entries.add(new Node(path + "[" + i + "]", list.get(i), mistakes));
            }
        } else {
            mistake("expected a list");
        }
        return entries;
    }

    /** Notes members that are not known. */
    void checkNames(Collection<String> known) {
        for (String name : members().keySet()) {
            if (!known.contains(name)) {
                String meant = Suggestions.nearest(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("known are " + String.join(", ", new TreeSet<>(known)));
                child(name, null).mistake("there is no such name; " + meant);
            }
        }
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> object && object.containsKey(name);
    }

    /** A member, which may be missing: then its value is null. */
    Node get(String name) {
        return child(name, value instanceof Map<?, ?> object ? object.get(name) : null);
    }

    private Node child(String name, @Nullable Object member) {
        return new Node(path.isEmpty() ? name : path + "." + name, member, mistakes);
    }

    String text() {
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        mistake("expected a text");
        return "?";
    }

    double number() {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        mistake("expected a number");
        return 1;
    }

    double number(double least, double most) {
        double number = number();
        if (number < least || number > most) {
            mistake("expected a number from " + shown(least) + " to " + shown(most));
            return least;
        }
        return number;
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    long whole(long least, long most) {
        if (value instanceof Long number && number >= least && number <= most) {
            return number;
        }
        mistake("expected a whole number from " + least + " to " + most);
        return least;
    }

    boolean truth() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        mistake("expected true or false");
        return false;
    }

    OptionalDouble optionalNumber(String name) {
        return has(name) ? OptionalDouble.of(get(name).number()) : OptionalDouble.empty();
    }

    OptionalLong optionalWhole(String name, long least, long most) {
        return has(name) ? OptionalLong.of(get(name).whole(least, most)) : OptionalLong.empty();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(get(name).text()) : Optional.empty();
    }

    /** One of a closed set of words, in any case. */
    String oneOf(Set<String> words) {
        String text = text();
        if (!words.contains(text)) {
            String meant = Suggestions.nearest(text, words)
                    .map(near -> " (did you mean " + near + "?)")
                    .orElse("");
            mistake("expected one of " + String.join(", ", new TreeSet<>(words)) + meant);
        }
        return text;
    }
}
