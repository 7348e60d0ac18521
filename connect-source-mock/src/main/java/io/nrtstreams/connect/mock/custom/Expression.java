package io.nrtstreams.connect.mock.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic over other fields:
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = factor { ("*" | "/" | "%") factor }
 * factor  = number | field | name "(" sum { "," sum } ")" | "(" sum ")" | "-" factor
 * </pre>
 *
 * with the functions abs, ceil, floor, round, sqrt, min and max. The result is a Double, and null where a field of it
 * is null or no number.
 */
final class Expression {
    private static final Map<String, DoubleUnaryOperator> OF_ONE =
            Map.of("abs", Math::abs, "ceil", Math::ceil, "floor", Math::floor, "round", Math::rint, "sqrt", Math::sqrt);
    private static final Map<String, DoubleBinaryOperator> OF_TWO = Map.of("min", Math::min, "max", Math::max);

    private final String text;
    private final Function<String, Generator> fields;
    private int at;

    private Expression(String text, Function<String, Generator> fields) {
        this.text = text;
        this.fields = fields;
    }

    /**
     * Reads an expression.
     *
     * @param fields gives the generator that reads a field
     * @throws IllegalArgumentException if it is none; the message has the column
     */
    static Generator parse(String text, Function<String, Generator> fields) {
        Expression expression = new Expression(text, fields);
        Generator sum = expression.sum();
        if (expression.at < text.length()) {
            throw expression.expected("an operator or the end");
        }
        return sum;
    }

    private Generator sum() {
        Generator left = product();
        while (true) {
            if (taken('+')) {
                left = both(left, product(), Double::sum);
            } else if (taken('-')) {
                left = both(left, product(), (a, b) -> a - b);
            } else {
                return left;
            }
        }
    }

    private Generator product() {
        Generator left = factor();
        while (true) {
            if (taken('*')) {
                left = both(left, factor(), (a, b) -> a * b);
            } else if (taken('/')) {
                left = both(left, factor(), (a, b) -> a / b);
            } else if (taken('%')) {
                left = both(left, factor(), (a, b) -> a % b);
            } else {
                return left;
            }
        }
    }

    private Generator factor() {
        if (taken('-')) {
            Generator of = factor();
            return one(of, value -> -value);
        }
        if (taken('(')) {
            Generator inner = sum();
            require(')');
            return inner;
        }
        skipBlanks();
        int begin = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(begin, at);
        if (word.isEmpty()) {
            throw expected("a number, a field or a function");
        }
        if (Character.isDigit(word.charAt(0)) || word.charAt(0) == '.') {
            return constant(word, begin);
        }
        return taken('(') ? call(word, begin) : fields.apply(word);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private Generator constant(String digits, int begin) {
        try {
            double value = Double.parseDouble(digits);
            return moment -> value;
        } catch (NumberFormatException e) {
            at = begin;
            throw expected("a number");
        }
    }

    private Generator call(String name, int begin) {
        List<Generator> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (taken(','));
        require(')');
        if (OF_ONE.containsKey(name) && arguments.size() == 1) {
            return one(arguments.get(0), OF_ONE.get(name));
        }
        if (OF_TWO.containsKey(name) && arguments.size() == 2) {
            return both(arguments.get(0), arguments.get(1), OF_TWO.get(name));
        }
        at = begin;
        throw expected("one of the functions abs(x), ceil(x), floor(x), round(x), sqrt(x), min(x, y), max(x, y)");
    }

    private static Generator one(Generator of, DoubleUnaryOperator operator) {
        return moment -> of.value(moment) instanceof Number number
                ? (Object) operator.applyAsDouble(number.doubleValue())
                : null;
    }

    private static Generator both(Generator left, Generator right, DoubleBinaryOperator operator) {
        return moment -> {
            @Nullable Object a = left.value(moment);
            @Nullable Object b = right.value(moment);
            return a instanceof Number x && b instanceof Number y
                    ? (Object) operator.applyAsDouble(x.doubleValue(), y.doubleValue())
                    : null;
        };
    }

    private boolean taken(char c) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char c) {
        if (!taken(c)) {
            throw expected("'" + c + "'");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("expected " + what + " at column " + (at + 1));
    }
}
