package io.nrtstreams.connect.mock.custom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns an Avro schema (Apache Avro specification 1.12, "Schema Declaration") with the annotations
 * {@code arg.properties} into a definition of this project's notation.
 *
 * <p>The annotations are those that Avro Random Generator documents: options, range (from min on, below max), length,
 * regex, prefix, suffix, iteration, odds and keys. What has none gets what that generator would make: any number, 8 to 16
 * letters and digits, true half the time, a union's null as often as its value.
 */
final class AvroSchemas {
    private static final String ARGUMENTS = "arg.properties";
    private static final Set<String> KNOWN =
            Set.of("options", "range", "length", "regex", "prefix", "suffix", "iteration", "odds", "keys");
    private static final Map<String, String> TYPES = Map.of(
            "boolean", "boolean", "int", "int32", "long", "int64", "float", "float32", "double", "float64", "string",
            "string", "bytes", "bytes");
    private static final String META = "\\.[]{}()*+?^$|";

    private final Map<String, Node> named = new HashMap<>();

    private AvroSchemas() {}

    /** The definition of a schema, which is a record; what cannot be is noted. */
    static Map<String, @Nullable Object> definition(Node schema) {
        AvroSchemas schemas = new AvroSchemas();
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        if (!(schema.get("type").value() instanceof String type && type.equals("record"))) {
            schema.get("type").mistake("expected record, which is what a value is");
            return definition;
        }
        definition.put("name", schema.get("name").text());
        definition.put("fields", schemas.fields(schema));
        return definition;
    }

    private Map<String, @Nullable Object> fields(Node record) {
        name(record);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Node rows = record.get(ARGUMENTS).get("options");
        for (Node field : record.get("fields").entries()) {
            String name = field.get("name").text();
            Node type = field.get("type");
            // The annotations may stand beside the type or within it.
            Map<String, @Nullable Object> spec = of(type, field.has(ARGUMENTS) ? field.get(ARGUMENTS) : null);
            if (field.get("logicalType").value() instanceof String logical && type.value() instanceof String) {
                addLogical(spec, logical, field);
            }
            if (rows.value() != null) {
                replaceByRow(spec, name, rows);
            }
            if (field.get("doc").value() instanceof String doc && !doc.isEmpty()) {
                spec.put("doc", doc);
            }
            fields.put(name, spec);
        }
        return fields;
    }

    private void name(Node schema) {
        if (schema.get("name").value() instanceof String name) {
            named.put(name, schema);
            if (schema.get("namespace").value() instanceof String space) {
                named.put(space + "." + name, schema);
            }
        }
    }

    /** Options of a whole record: each field takes its value from the same one. */
    private static void replaceByRow(Map<String, @Nullable Object> spec, String name, Node rows) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Node row : rows.entries()) {
            values.add(row.get(name).value());
        }
        spec.keySet().removeIf(GeneratorReader.NAMES::contains);
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("set", rows.path());
        arguments.put("values", values);
        spec.put("row", arguments);
    }

    private Map<String, @Nullable Object> of(Node type, @Nullable Node beside) {
        if (type.isList()) {
            return union(type, beside);
        }
        if (type.value() instanceof String name) {
            Node known = named.get(name);
            return known != null ? complex(known, known.get("type").text(), beside) : plain(type, name, beside);
        }
        if (type.get("type").isObject() || type.get("type").isList()) {
            return of(type.get("type"), arguments(type, beside));
        }
        return complex(type, type.get("type").text(), beside);
    }

    private static @Nullable Node arguments(Node type, @Nullable Node beside) {
        return type.has(ARGUMENTS) ? type.get(ARGUMENTS) : beside;
    }

    private Map<String, @Nullable Object> union(Node union, @Nullable Node beside) {
        List<Node> branches = union.entries();
        List<Node> values = branches.stream()
                .filter(branch -> !"null".equals(branch.value()))
                .toList();
        if (values.size() != 1) {
            union.mistake("a union of several types is no Connect type; expected null and one other");
            return new LinkedHashMap<>();
        }
        Map<String, @Nullable Object> spec = of(values.get(0), beside);
        if (branches.size() > 1) {
            spec.put("nulls", 1.0 / branches.size());
        }
        return spec;
    }

    private Map<String, @Nullable Object> complex(Node type, String kind, @Nullable Node beside) {
        Node arguments = arguments(type, beside);
        Map<String, @Nullable Object> spec = new LinkedHashMap<>();
        switch (kind) {
            case "record" -> {
                spec.put("type", "struct");
                spec.put("name", type.get("name").text());
                spec.put("fields", fields(type));
            }
            case "enum" -> {
                name(type);
                spec.put("type", "string");
                Node options = arguments == null ? type.get("symbols") : arguments.get("options");
                spec.put("choice", (options.value() == null ? type.get("symbols") : options).value());
            }
            case "array" -> {
                spec.put("type", "array");
                spec.put("items", of(type.get("items"), null));
                spec.put("length", length(arguments));
                refuseOptions(arguments, "an array");
            }
            case "map" -> {
                spec.put("type", "map");
                Node keys = arguments == null ? null : arguments.has("keys") ? arguments.get("keys") : null;
                spec.put("keys", generated(type, "string", keys));
                spec.put("values", of(type.get("values"), null));
                spec.put("length", length(arguments));
                refuseOptions(arguments, "a map");
            }
            case "fixed" -> {
                name(type);
                Map<String, @Nullable Object> size = new LinkedHashMap<>();
                size.put("min", type.get("size").value());
                size.put("max", type.get("size").value());
                spec.put("type", "bytes");
                spec.put("text", size);
            }
            default -> {
                spec = plain(type, kind, arguments);
                if (type.get("logicalType").value() instanceof String logical) {
                    addLogical(spec, logical, type);
                }
            }
        }
        return spec;
    }

    private static void refuseOptions(@Nullable Node arguments, String what) {
        if (arguments != null && arguments.has("options")) {
            arguments.get("options").mistake("options of " + what + " as a whole are not read; annotate its entries");
        }
    }

    private static Map<String, @Nullable Object> plain(Node at, String avro, @Nullable Node arguments) {
        String type = TYPES.get(avro);
        if (type == null) {
            at.mistake("expected an Avro type, or the name of one that is declared before; null alone is none");
            return new LinkedHashMap<>();
        }
        return generated(at, type, arguments);
    }

    private static void addLogical(Map<String, @Nullable Object> spec, String logical, Node at) {
        switch (logical) {
            case "timestamp-millis" -> spec.put("type", "timestamp");
            case "time-millis" -> spec.put("type", "time");
            case "decimal" -> {
                spec.put("type", "decimal");
                spec.put("scale", at.get("scale").value() instanceof Long scale ? scale : 0L);
                if (spec.containsKey("text")) {
                    spec.remove("text");
                    spec.put("uniform", Map.of("min", -1000.0, "max", 1000.0));
                }
            }
            default -> {
                // Others, such as date, uuid and timestamp-micros, stay what they are underneath.
            }
        }
    }

    private static Map<String, @Nullable Object> generated(Node at, String type, @Nullable Node arguments) {
        Map<String, @Nullable Object> spec = new LinkedHashMap<>();
        spec.put("type", type);
        if (arguments == null || !arguments.isObject()) {
            addUsual(spec, type);
            return spec;
        }
        arguments.checkNames(KNOWN);
        if (arguments.has("options")) {
            Node options = arguments.get("options");
            if (options.isObject()) {
                options.mistake("options in a file are not read; write them here");
            }
            spec.put("choice", options.value());
        } else if (arguments.has("iteration")) {
            spec.put("sequence", iteration(arguments.get("iteration")));
        } else if (arguments.has("odds")) {
            spec.put("odds", arguments.get("odds").value());
        } else if (arguments.has("range")) {
            spec.put("uniform", range(arguments.get("range"), type));
        } else if (arguments.has("regex")) {
            spec.put("regex", affixed(arguments, arguments.get("regex").text()));
        } else if (type.equals("string") || type.equals("bytes")) {
            addText(spec, arguments);
        } else {
            addUsual(spec, type);
        }
        if ((arguments.has("prefix") || arguments.has("suffix")) && !spec.containsKey("regex")) {
            at.mistake("prefix and suffix are read beside regex and length only");
        }
        return spec;
    }

    private static void addText(Map<String, @Nullable Object> spec, Node arguments) {
        Map<String, @Nullable Object> length = length(arguments);
        if (arguments.has("prefix") || arguments.has("suffix")) {
            spec.put("regex", affixed(arguments, "[a-zA-Z0-9]{" + length.get("min") + "," + length.get("max") + "}"));
        } else {
            spec.put("text", length);
        }
    }

    private static String affixed(Node arguments, String regex) {
        return literal(arguments.optionalText("prefix").orElse(""))
                + regex
                + literal(arguments.optionalText("suffix").orElse(""));
    }

    private static String literal(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(META.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    private static void addUsual(Map<String, @Nullable Object> spec, String type) {
        switch (type) {
            case "boolean" -> spec.put("odds", 0.5);
            case "int32" ->
                spec.put("uniform", Map.of("min", (long) Integer.MIN_VALUE, "max", (long) Integer.MAX_VALUE));
            case "int64" -> spec.put("uniform", Map.of("min", -0x1p52, "max", 0x1p52));
            case "float32", "float64" -> spec.put("uniform", Map.of("min", 0.0, "max", 1.0));
            default -> spec.put("text", Map.of("min", 8L, "max", 16L));
        }
    }

    private static Map<String, @Nullable Object> iteration(Node node) {
        node.checkNames(Set.of("start", "restart", "step", "initial"));
        Map<String, @Nullable Object> sequence = new LinkedHashMap<>();
        for (String name : List.of("start", "step", "restart", "initial")) {
            if (node.has(name)) {
                sequence.put(name, node.get(name).value());
            }
        }
        boolean down = node.get("restart").value() instanceof Long restart
                && node.get("start").value() instanceof Long start
                && restart < start;
        if (down && !node.has("step")) {
            sequence.put("step", -1L);
        }
        return sequence;
    }

    /** From min on and below max; what is missing is the type's own end. */
    private static Map<String, @Nullable Object> range(Node node, String type) {
        node.checkNames(Set.of("min", "max"));
        boolean whole = type.startsWith("int");
        Map<String, @Nullable Object> uniform = new LinkedHashMap<>();
        Object least = node.get("min").value();
        Object most = node.get("max").value();
        if (whole) {
            long from = least instanceof Number number
                    ? number.longValue()
                    : (type.equals("int32") ? Integer.MIN_VALUE : -(1L << 52));
            long below = most instanceof Number number
                    ? number.longValue()
                    : (type.equals("int32") ? Integer.MAX_VALUE : 1L << 52);
            if (below <= from) {
                node.get("max").mistake("expected a number above min");
                below = from + 1;
            }
            uniform.put("min", from);
            uniform.put("max", below - 1);
        } else {
            uniform.put("min", least instanceof Number number ? number.doubleValue() : 0.0);
            uniform.put("max", most instanceof Number number ? number.doubleValue() : 1.0);
        }
        return uniform;
    }

    private static Map<String, @Nullable Object> length(@Nullable Node arguments) {
        Map<String, @Nullable Object> length = new LinkedHashMap<>();
        Object given = arguments == null ? null : arguments.get("length").value();
        if (given instanceof Long fixed) {
            length.put("min", fixed);
            length.put("max", fixed);
            return length;
        }
        Long least = given instanceof Map<?, ?> map && map.get("min") instanceof Long min ? min : null;
        Long most = given instanceof Map<?, ?> map && map.get("max") instanceof Long max ? max - 1 : null;
        length.put("min", least == null ? Long.valueOf(most == null ? 8 : Math.min(8, most)) : least);
        length.put("max", most == null ? Long.valueOf(Math.max(16, least == null ? 16 : least)) : most);
        return length;
    }
}
