package io.nrtstreams.sql.function;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the overload of a function that a call means. */
final class OverloadChoice {

    /** A call seen as one of an overload. */
    record Chosen(Overload overload, Match match) {}

    private OverloadChoice() {}

    /**
     * The overload that fits best.
     *
     * @throws SqlException when none fits, or two fit equally well
     */
    static Chosen choose(Position position, DefinedFunction function, List<Argument> arguments) {
        List<Chosen> fitting = function.overloads().stream()
                .flatMap(overload ->
                        Match.of(overload.signature(), arguments).map(match -> new Chosen(overload, match)).stream())
                .sorted((one, other) -> Match.BEST_FIRST.compare(one.match, other.match))
                .toList();
        if (fitting.isEmpty()) {
            throw new SqlException(
                    position,
                    function.name() + " takes no such arguments: " + call(function, arguments)
                            + ". It can be called as " + overloads(function) + ".");
        }
        Chosen best = fitting.get(0);
        if (fitting.size() > 1 && (best.match.mixes() || sameRank(best, fitting.get(1)))) {
            throw new SqlException(
                    position,
                    "It is not clear which " + function.name() + " is meant by " + call(function, arguments)
                            + ": say the types with CAST, so that one of these fits best: " + overloads(function)
                            + ".");
        }
        return best;
    }

    private static boolean sameRank(Chosen one, Chosen other) {
        return Match.BEST_FIRST.compare(one.match, other.match) == 0;
    }

    private static String overloads(DefinedFunction function) {
        return function.overloads().stream()
                .map(overload -> overload.signature().text(function.name()))
                .collect(Collectors.joining(", "));
    }

    private static String call(DefinedFunction function, List<Argument> arguments) {
        return arguments.stream()
                .map(OverloadChoice::text)
                .collect(Collectors.joining(", ", function.name() + "(", ")"));
    }

    private static String text(Argument argument) {
        if (argument instanceof Argument.Value value) {
            return text(value.type());
        } else if (argument instanceof Argument.Constant constant) {
            return text(constant.type());
        } else if (argument instanceof Argument.Unit unit) {
            return unit.unit().name();
        }
        return "lambda";
    }

    private static String text(Optional<SqlType> type) {
        return type.map(SqlType::toString).orElse("NULL");
    }
}
