package io.nrtstreams.connect.s3.avro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names as Avro takes them: letters of ASCII, digits and underscores, no digit first.
 *
 * <p>Every other character becomes an underscore, and a name that would begin with a digit, or be empty, gets one in
 * front. Where that makes a name twice, the later one gets {@code _2}, {@code _3} and so on; names that are legal as they
 * are always keep theirs.
 */
final class LegalNames {
    private LegalNames() {}

    /** Legal, different names for the fields of one record, in their order. */
    static List<String> ofFields(List<String> given) {
        Set<String> taken = given.stream().filter(LegalNames::isLegal).collect(Collectors.toCollection(HashSet::new));
        List<String> legal = new ArrayList<>();
        for (String name : given) {
            legal.add(isLegal(name) ? name : free(legal(name), taken));
        }
        return legal;
    }

    /** The name of a type, whose parts are parted by dots. */
    static String ofType(String given) {
        return Arrays.stream(given.split("\\.", -1)).map(LegalNames::legal).collect(Collectors.joining("."));
    }

    /** {@code name}, or the first of name_2, name_3, … that is not taken; it is taken then. */
    static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = name + "_" + number;
        }
        return candidate;
    }

    private static String legal(String name) {
        String replaced = name.codePoints()
                .map(c -> isLetter(c) || isDigit(c) ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return replaced.isEmpty() || isDigit(replaced.charAt(0)) ? "_" + replaced : replaced;
    }

    private static boolean isLegal(String name) {
        return legal(name).equals(name);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
