package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.feed.NativeForm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** Reads a whole definition. Everything that is wrong with it is noted. */
final class DefinitionReader {
    private static final Set<String> NAMES =
            Set.of("name", "topic", "devices", "rate", "key", "native", "doc", "fields", "feeds");
    private static final String USUAL_NAME = "custom";
    private static final int MOST_DEVICES = 1_000_000;

    /** How many records are computed to see whether it can be done. */
    private static final int TRIED = 200;

    private static final long TRIED_NANOS = 1_667_260_800_000_000_000L;

    private final long seed;
    private final DefinitionSource source;
    private final Deque<String> chain;
    private final String usualName;

    DefinitionReader(long seed, DefinitionSource source) {
        this(seed, source, new ArrayDeque<>(), USUAL_NAME);
    }

    private DefinitionReader(long seed, DefinitionSource source, Deque<String> chain, String usualName) {
        this.usualName = usualName;
        this.seed = seed;
        this.source = source;
        this.chain = chain;
    }

    /** The definition that a JSON value tells; not to be used if a mistake was noted. */
    Definition read(Node node) {
        node.checkNames(NAMES);
        String name = node.has("name") ? node.get("name").text() : usualName;
        Map<String, Node> specs = node.get("fields").members();
        if (specs.isEmpty()) {
            node.get("fields").mistake("expected at least one field");
        }
        List<String> names = new ArrayList<>(specs.keySet());
        Scope scope = new Scope(seed, name, node.path(), names, feeds(node), Set.of());
        List<CompiledField> fields = new ArrayList<>();
        List<Set<Integer>> uses = new ArrayList<>();
        SchemaBuilder schema = SchemaBuilder.struct().name(name);
        specs.forEach((field, spec) -> {
            Scope own = scope.forField();
            CompiledField compiled = new FieldReader(own).read(field, spec);
            fields.add(compiled);
            uses.add(own.used());
            schema.field(field, compiled.schema());
        });
        Definition definition = new Definition(
                name,
                node.optionalText("topic").orElse(null),
                (int) node.optionalWhole("devices", 1, MOST_DEVICES).orElse(1),
                node.has("rate") ? node.get("rate").number(1e-6, 1e8) : 1,
                key(node, names, fields),
                nativeForm(node),
                schema.build(),
                List.copyOf(fields),
                order(node.get("fields"), names, uses));
        if (node.mistakes().isEmpty()) {
            tryIt(node, definition);
        }
        return definition;
    }

    private static int key(Node node, List<String> names, List<CompiledField> fields) {
        if (!node.has("key")) {
            return -1;
        }
        int place = names.indexOf(node.get("key").text());
        if (place < 0) {
            node.get("key").mistake("expected one of the fields " + String.join(", ", names));
        } else if (fields.get(place).schema().type() == Schema.Type.STRUCT) {
            node.get("key").mistake("expected a field that is no struct");
        }
        return place;
    }

    private static NativeForm nativeForm(Node node) {
        if (!node.has("native")) {
            return NativeForm.JSON;
        }
        return node.get("native").oneOf(Set.of("csv", "json")).equals("csv") ? NativeForm.CSV : NativeForm.JSON;
    }

    /** Each field after those it refers to. */
    private static List<Integer> order(Node node, List<String> names, List<Set<Integer>> uses) {
        List<Integer> order = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            List<Integer> ready =
                    left.stream().filter(i -> order.containsAll(uses.get(i))).toList();
            if (ready.isEmpty()) {
                node.mistake("these refer to each other in a circle: "
                        + String.join(", ", left.stream().map(names::get).toList()));
                break;
            }
            order.addAll(ready);
            left.removeAll(ready);
        }
        return List.copyOf(order);
    }

    private Map<String, Scope.Referred> feeds(Node node) {
        Map<String, Scope.Referred> feeds = new LinkedHashMap<>();
        if (node.has("feeds")) {
            node.get("feeds").members().forEach((name, other) -> {
                Definition definition = other(name, other);
                if (definition != null && node.mistakes().isEmpty()) {
                    feeds.put(name, new Scope.Referred(new CustomFeed(definition), definition));
                }
            });
        }
        return feeds;
    }

    private @org.jspecify.annotations.Nullable Definition other(String name, Node node) {
        if (node.has("quickstart")) {
            node.checkNames(Set.of("quickstart"));
            return loaded(
                    node.get("quickstart"),
                    "quickstart " + node.get("quickstart").text(),
                    () -> Quickstarts.text(node.get("quickstart").text()));
        }
        if (node.has("file")) {
            node.checkNames(Set.of("file"));
            return loaded(
                    node.get("file"),
                    "file " + node.get("file").text(),
                    () -> source.text(node.get("file").text()));
        }
        return new DefinitionReader(seed, source, chain, name).read(node);
    }

    private interface Loader {
        String load();
    }

    private @org.jspecify.annotations.Nullable Definition loaded(Node node, String what, Loader loader) {
        if (chain.contains(what)) {
            node.mistake("refers to itself in a circle: " + String.join(", ", chain) + ", " + what);
            return null;
        }
        chain.push(what);
        try {
            Node other = new Node(node.path(), Json.parse(loader.load()), node.mistakes());
            return new DefinitionReader(seed, source, chain, USUAL_NAME).read(other);
        } catch (IllegalArgumentException e) {
            node.mistake(String.valueOf(e.getMessage()));
            return null;
        } finally {
            chain.pop();
        }
    }

    /** What no look at the definition shows: that a text is no number, for one. */
    private static void tryIt(Node node, Definition definition) {
        List<CompiledField> fields = definition.fields();
        for (int record = 0; record < TRIED; record++) {
            Moment moment =
                    new Moment(record, definition.devices(), TRIED_NANOS + record * 997_000_000L, fields.size());
            for (int place : definition.order()) {
                CompiledField field = fields.get(place);
                try {
                    Object value = field.generator().value(moment);
                    org.apache.kafka.connect.data.ConnectSchema.validateValue(field.name(), field.schema(), value);
                    moment.values[place] = value;
                } catch (RuntimeException e) {
                    node.get("fields")
                            .get(field.name())
                            .mistake("its values cannot be made: they are not of the type "
                                    + field.schema().type()
                                    + ", or null where they may not be; choose another type, or set optional");
                    return;
                }
            }
        }
    }
}
