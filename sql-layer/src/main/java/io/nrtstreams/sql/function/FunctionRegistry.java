package io.nrtstreams.sql.function;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.function.builtin.BuiltInFunctions;
import io.nrtstreams.sql.tree.Position;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions that statements can call. Immutable and thread-safe. Names are found whatever their case. */
public final class FunctionRegistry {

    private final Map<String, DefinedFunction> functions;

    private FunctionRegistry(Map<String, DefinedFunction> functions) {
        this.functions = functions;
    }

    /** The built-in functions. */
    public static FunctionRegistry builtIn() {
        return of(BuiltInFunctions.all().toList());
    }

    /**
     * The functions of these classes.
     *
     * @throws IllegalArgumentException when a class is not written as it should, or two have the same name
     */
    public static FunctionRegistry of(Collection<Class<?>> classes) {
        return new FunctionRegistry(Map.of()).with(classes, "");
    }

    /**
     * These functions and more.
     *
     * @param origin where the classes are from, for descriptions
     * @throws IllegalArgumentException when a class is not written as it should, or its function is there already
     */
    public FunctionRegistry with(Collection<Class<?>> classes, String origin) {
        Map<String, DefinedFunction> all = new HashMap<>(functions);
        for (Class<?> type : classes) {
            DefinedFunction function = FunctionReader.read(type, origin);
            Stream.concat(Stream.of(function.name()), function.description().aliases().stream())
                    .forEach(name -> add(all, name, function));
        }
        return new FunctionRegistry(all);
    }

    private static void add(Map<String, DefinedFunction> all, String name, DefinedFunction function) {
        if (all.putIfAbsent(name, function) != null) {
            throw new IllegalArgumentException("there already is a function " + name + "; choose another name");
        }
    }

    /** What kind of function has the name; empty when none has. */
    public Optional<FunctionKind> kind(String name) {
        return find(name).map(DefinedFunction::kind);
    }

    /**
     * What kind of function the name in a text means.
     *
     * @throws SqlException when there is no such function; the message suggests near names
     */
    public FunctionKind kind(Position position, String name) {
        return require(position, name).kind();
    }

    /** All functions, sorted by name. */
    public List<FunctionDescription> functions() {
        return functions.values().stream()
                .distinct()
                .map(DefinedFunction::description)
                .sorted(Comparator.comparing(FunctionDescription::name))
                .toList();
    }

    public Optional<FunctionDescription> describe(String name) {
        return find(name).map(DefinedFunction::description);
    }

    /**
     * A call of a scalar function.
     *
     * @throws SqlException when there is no such function, it is of another kind, or takes no such arguments
     */
    public ScalarCall scalar(Position position, String name, List<Argument> arguments) {
        return ResolvedCall.of(position, require(position, name, FunctionKind.SCALAR), arguments)
                .scalar();
    }

    /**
     * A call of an aggregate function. The arguments given to {@link Aggregation#add} are all of the call's, in its order;
     * those that must be literals are ignored there, and the others need not be converted.
     *
     * @throws SqlException as {@link #scalar}, and when an argument must be a literal and is not
     */
    public Aggregation aggregation(Position position, String name, List<Argument> arguments) {
        return ResolvedCall.of(position, require(position, name, FunctionKind.AGGREGATE), arguments)
                .aggregation();
    }

    /**
     * A call of a table function. The arguments given to {@link Expansion#expand} need not be converted.
     *
     * @throws SqlException as {@link #scalar}
     */
    public Expansion expansion(Position position, String name, List<Argument> arguments) {
        return ResolvedCall.of(position, require(position, name, FunctionKind.TABLE), arguments)
                .expansion();
    }

    private Optional<DefinedFunction> find(String name) {
        return Optional.ofNullable(functions.get(name.toUpperCase(Locale.ROOT)));
    }

    private DefinedFunction require(Position position, String name, FunctionKind kind) {
        DefinedFunction found = require(position, name);
        if (found.kind() != kind) {
            throw new SqlException(position, found.name() + wrongPlace(found.kind()));
        }
        return found;
    }

    private DefinedFunction require(Position position, String name) {
        return find(name)
                .orElseThrow(() -> new SqlException(
                        position,
                        "There is no function " + name + "." + Suggestions.didYouMean(name, functions.keySet())
                                + " SHOW FUNCTIONS lists them."));
    }

    private static String wrongPlace(FunctionKind kind) {
        return switch (kind) {
            case SCALAR -> " computes a value of one row; here a function over rows is needed.";
            case AGGREGATE ->
                " is an aggregate function: it can stand in SELECT and HAVING of a query with GROUP BY,"
                        + " not inside another aggregate and not here.";
            case TABLE -> " is a table function: it can stand only in SELECT, not inside another function.";
        };
    }
}
