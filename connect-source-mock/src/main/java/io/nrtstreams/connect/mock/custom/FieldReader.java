package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.feed.OtherUnit;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/** Reads a field: its type, and how its values are made. */
final class FieldReader {
    private static final String STRUCT = "struct";
    private static final String ARRAY = "array";
    private static final String MAP = "map";
    private static final Set<String> COMMON = Set.of("type", "optional", "nulls", "doc", "name");

    /** What a unit is mistaken for. */
    private static final Map<String, OtherUnit> UNITS = Map.of(
            "degC", OtherUnit.FAHRENHEIT,
            "degF", new OtherUnit("degC", 1 / 1.8, -32 / 1.8),
            "kWh", OtherUnit.WATT_HOURS,
            "s", OtherUnit.MILLISECONDS,
            "hPa", OtherUnit.INCHES_OF_MERCURY,
            "km/h", new OtherUnit("mph", 1 / 1.609344, 0),
            "mph", new OtherUnit("km/h", 1.609344, 0),
            "m", new OtherUnit("ft", 1 / 0.3048, 0),
            "km", new OtherUnit("mi", 1 / 1.609344, 0),
            "kg", new OtherUnit("lb", 1 / 0.45359237, 0));

    private final Scope scope;

    FieldReader(Scope scope) {
        this.scope = scope;
    }

    /** The field; what is wrong with it is noted. */
    CompiledField read(String name, Node node) {
        if (!node.isObject()) {
            node.mistake(
                    "expected an object with a type and a generator, e.g. {\"uniform\": {\"min\": 0, \"max\": 1}}");
            return new CompiledField(name, Schema.OPTIONAL_STRING_SCHEMA, moment -> null, null);
        }
        String type = node.has("type") ? type(node.get("type")) : "";
        return switch (type) {
            case STRUCT -> struct(name, node);
            case ARRAY -> array(name, node);
            case MAP -> map(name, node);
            default -> plain(name, node, type);
        };
    }

    private static String type(Node node) {
        Set<String> all = new TreeSet<>(ValueType.LABELS);
        all.addAll(Set.of(STRUCT, ARRAY, MAP));
        String type = node.oneOf(all);
        return all.contains(type) ? type : "string";
    }

    private CompiledField plain(String name, Node node, String given) {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(Set.of("digits", "scale", "unit"));
        known.addAll(GeneratorReader.NAMES);
        node.checkNames(known);
        List<String> generators = node.members().keySet().stream()
                .filter(GeneratorReader.NAMES::contains)
                .toList();
        if (generators.size() != 1) {
            node.mistake("expected one generator of " + String.join(", ", GeneratorReader.NAMES));
            return new CompiledField(name, Schema.OPTIONAL_STRING_SCHEMA, moment -> null, null);
        }
        String generator = generators.get(0);
        Node arguments = node.get(generator);
        Generator of = new GeneratorReader(scope).read(generator, arguments);
        ValueType type = given.isEmpty() ? usualType(generator, arguments, of) : ValueType.of(given);
        int scale = (int) node.optionalWhole(type == ValueType.DECIMAL ? "scale" : "digits", 0, 15)
                .orElse(type == ValueType.DECIMAL ? 2 : -1);
        checkConstants(arguments, generator, type, scale);
        SchemaBuilder schema = type.schema(scale);
        return finished(name, node, schema, new Typed(of, type, scale, nulls(node), nullDraws(node)), unit(node, type));
    }

    /** Constants and choices are looked at now, and not when the first record is made. */
    private static void checkConstants(Node arguments, String generator, ValueType type, int scale) {
        if (generator.equals("constant") && !type.takes(arguments.value(), scale)) {
            arguments.mistake("expected a value of the type " + type.label());
        }
        if (generator.equals("choice") && arguments.isList()) {
            for (Node entry : arguments.entries()) {
                Node value = entry.isObject() ? entry.get("value") : entry;
                if (value.value() != null && !type.takes(value.value(), scale)) {
                    value.mistake("expected a value of the type " + type.label());
                }
            }
        }
    }

    private static ValueType usualType(String generator, Node arguments, Generator of) {
        return switch (generator) {
            case "odds" -> ValueType.BOOLEAN;
            case "sequence", "zipf", "device" -> ValueType.INT64;
            case "normal", "logNormal", "histogram", "walk", "expression", "weather" -> ValueType.FLOAT64;
            case "time" ->
                arguments.get("as").value() instanceof String as && as.equals("iso")
                        ? ValueType.STRING
                        : ValueType.INT64;
            case "uniform" ->
                arguments.get("min").value() instanceof Long
                                && arguments.get("max").value() instanceof Long
                        ? ValueType.INT64
                        : ValueType.FLOAT64;
            case "constant" -> ofConstant(arguments.value());
            default -> of.bounds() == null ? ValueType.STRING : ValueType.FLOAT64;
        };
    }

    private static ValueType ofConstant(@Nullable Object value) {
        if (value instanceof Boolean) {
            return ValueType.BOOLEAN;
        }
        if (value instanceof Long) {
            return ValueType.INT64;
        }
        return value instanceof Double ? ValueType.FLOAT64 : ValueType.STRING;
    }

    private static @Nullable OtherUnit unit(Node node, ValueType type) {
        if (!node.has("unit")) {
            return null;
        }
        String unit = node.get("unit").oneOf(UNITS.keySet());
        if (!type.isNumber()) {
            node.get("unit").mistake("only numbers have one");
        }
        return UNITS.get(unit);
    }

    private CompiledField struct(String name, Node node) {
        Set<String> known = new TreeSet<>(COMMON);
        known.add("fields");
        node.checkNames(known);
        String schemaName = node.has("name") ? node.get("name").text() : scope.feed() + "." + name;
        SchemaBuilder schema = SchemaBuilder.struct().name(schemaName);
        List<CompiledField> fields = new ArrayList<>();
        node.get("fields").members().forEach((inner, spec) -> {
            CompiledField field = read(inner, spec);
            fields.add(field);
            schema.field(inner, field.schema());
        });
        Schema built = optional(node, schema).build();
        return nullable(name, node, built, StructGenerator.of(built, fields));
    }

    private CompiledField array(String name, Node node) {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(Set.of("items", "length"));
        node.checkNames(known);
        CompiledField items = read(name, node.get("items"));
        Length length = length(node.get("length"));
        Schema schema = optional(node, SchemaBuilder.array(items.schema())).build();
        return nullable(name, node, schema, moment -> {
            int count = length.drawn(moment);
            List<@Nullable Object> list = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                list.add(items.generator().value(moment.entry(i)));
            }
            return list;
        });
    }

    private CompiledField map(String name, Node node) {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(Set.of("keys", "values", "length"));
        node.checkNames(known);
        CompiledField keys = read(name, node.get("keys"));
        CompiledField values = read(name, node.get("values"));
        Length length = length(node.get("length"));
        Schema schema = optional(node, SchemaBuilder.map(keys.schema(), values.schema()))
                .build();
        return nullable(name, node, schema, moment -> {
            int count = length.drawn(moment);
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>(count * 2);
            for (int i = 0; i < count; i++) {
                Moment entry = moment.entry(i);
                map.put(keys.generator().value(entry), values.generator().value(entry));
            }
            return map;
        });
    }

    private record Length(int least, int most, Draws draws) {
        int drawn(Moment moment) {
            return draws.between(least, most, moment.draw, 0);
        }
    }

    private Length length(Node node) {
        if (node.value() instanceof Long) {
            int length = (int) node.whole(0, CustomFeed.MOST_ENTRIES);
            return new Length(length, length, scope.draws(node.path()));
        }
        node.checkNames(Set.of("min", "max"));
        int least = (int) node.get("min").whole(0, CustomFeed.MOST_ENTRIES);
        int most = (int) node.get("max").whole(least, CustomFeed.MOST_ENTRIES);
        return new Length(least, most, scope.draws(node.path()));
    }

    private CompiledField nullable(String name, Node node, Schema schema, Generator of) {
        double nulls = nulls(node);
        Draws draws = nullDraws(node);
        Generator generator = nulls <= 0 ? of : moment -> draws.unit(moment.draw, 0) < nulls ? null : of.value(moment);
        return new CompiledField(name, schema, generator, null);
    }

    private Draws nullDraws(Node node) {
        return scope.draws(node.path() + " null");
    }

    private static CompiledField finished(
            String name, Node node, SchemaBuilder schema, Generator generator, @Nullable OtherUnit unit) {
        return new CompiledField(name, optional(node, schema).build(), generator, unit);
    }

    private static SchemaBuilder optional(Node node, SchemaBuilder schema) {
        if (node.has("doc")) {
            schema.doc(node.get("doc").text());
        }
        boolean optional = node.has("optional") && node.get("optional").truth();
        return optional || nulls(node) > 0 ? schema.optional() : schema;
    }

    private static double nulls(Node node) {
        return node.has("nulls") ? node.get("nulls").number(0, 1) : 0;
    }
}
