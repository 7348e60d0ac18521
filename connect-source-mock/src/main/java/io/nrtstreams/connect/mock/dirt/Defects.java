package io.nrtstreams.connect.mock.dirt;

import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.mock.feed.Measure;
import io.nrtstreams.connect.mock.feed.Spoilage;
import io.nrtstreams.connect.mock.output.Rendered;
import io.nrtstreams.connect.mock.output.Rendering;
import io.nrtstreams.connect.mock.output.Trees;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Spoils values. Not thread-safe, as its rendering is not. */
public final class Defects {
    /** What a number turns into where its type is wrong. */
    private static final List<String> WORDS = List.of("error", "unknown", "offline", "high");

    private static final String NULL_TOKEN = "Null";
    private static final String NEW_FIELD = "firmware";
    private static final String NEW_VERSION = "2.0";
    private static final String ERROR_FIELD = "message";

    private static final int PLACE = 1;
    private static final int AMOUNT = 2;
    private static final int SIDE = 3;

    private final Spoilage spoilage;
    private final List<Measure> withOtherUnit;
    private final Rendering rendering;
    private final Schema schema;

    /**
     * @param schema of the clean values
     * @param rendering how the spoilt ones are handed over
     */
    public Defects(Spoilage spoilage, Schema schema, Rendering rendering) {
        this.spoilage = spoilage;
        this.withOtherUnit = withOtherUnit(spoilage);
        this.schema = schema;
        this.rendering = rendering;
    }

    private static List<Measure> withOtherUnit(Spoilage spoilage) {
        return spoilage.numbers().stream()
                .filter(measure -> measure.otherUnit() != null)
                .toList();
    }

    /** The kinds that values with this spoilage can have, where they are handed over as text or not. */
    public static Set<DirtKind> possible(Spoilage spoilage, boolean isText) {
        Set<DirtKind> kinds = EnumSet.allOf(DirtKind.class);
        if (spoilage.errorBody() == null) {
            kinds.remove(DirtKind.ERROR_BODY);
        }
        if (!isText) {
            kinds.remove(DirtKind.MALFORMED);
        }
        if (spoilage.removable().isEmpty()) {
            kinds.remove(DirtKind.MISSING_FIELD);
        }
        if (spoilage.numbers().isEmpty()) {
            kinds.removeAll(EnumSet.of(DirtKind.NULL_TOKEN, DirtKind.WRONG_TYPE, DirtKind.OUT_OF_RANGE));
        }
        if (withOtherUnit(spoilage).isEmpty()) {
            kinds.remove(DirtKind.UNIT_MIX_UP);
        }
        return kinds;
    }

    /**
     * The value with a defect, or as it was where it has nothing that this kind could spoil.
     *
     * @param kind one of {@link #possible} that is not {@linkplain DirtKind#isOfTime of time}
     * @param choice where and how it is spoilt, drawn for this kind alone
     * @param record the record that {@code choice} is asked about
     */
    public Spoilt spoilt(DirtKind kind, Struct clean, Draws choice, long record) {
        Optional<Rendered> spoilt = switch (kind) {
            case TOMBSTONE -> Optional.of(Rendered.NOTHING);
            case ERROR_BODY -> Optional.of(changed(new LinkedHashMap<>(Map.of(ERROR_FIELD, errorBody()))));
            case MALFORMED -> Optional.of(cut(rendering.clean(clean), choice, record));
            case SCHEMA_CHANGE -> Optional.of(changed(withNewField(clean)));
            case MISSING_FIELD ->
                present(spoilage.removable(), clean, choice, record).map(path -> changed(without(clean, path)));
            case NULL_TOKEN -> number(spoilage.numbers(), clean, choice, record, (measure, number) -> NULL_TOKEN);
            case WRONG_TYPE ->
                number(spoilage.numbers(), clean, choice, record, (measure, number) -> word(choice, record));
            case OUT_OF_RANGE ->
                number(
                        spoilage.numbers(),
                        clean,
                        choice,
                        record,
                        (measure, number) -> beyond(measure, number, choice, record));
            case UNIT_MIX_UP -> number(withOtherUnit, clean, choice, record, Defects::inOtherUnit);
            case DUPLICATE, LATE, OUT_OF_ORDER ->
                throw new IllegalArgumentException("a record that is " + kind.label() + " has a clean value");
        };
        return spoilt.map(rendered -> new Spoilt(kind, rendered))
                .orElseGet(() -> new Spoilt(null, rendering.clean(clean)));
    }

    /**
     * What became of a value.
     *
     * @param kind the defect it has, null if it stayed clean
     * @param value what is handed over
     */
    public record Spoilt(@Nullable DirtKind kind, Rendered value) {}

    private String errorBody() {
        return Objects.requireNonNull(spoilage.errorBody(), "the feed has no service that could refuse");
    }

    private Rendered changed(Map<String, @Nullable Object> tree) {
        return rendering.changed(tree, schema);
    }

    /** Cuts a line before its last comma, so that it cannot pass for a shorter value, and a dict or object anywhere. */
    private static Rendered cut(Rendered whole, Draws choice, long record) {
        String text = String.valueOf(whole.value());
        int comma = text.lastIndexOf(',');
        int behind = text.startsWith("{") || comma < 1 ? text.length() - 1 : comma;
        return new Rendered(whole.schema(), text.substring(0, choice.between(1, behind, record, PLACE)));
    }

    /** One of the fields that are there and not null: the drawn one, or the next behind it. */
    private static Optional<FieldPath> present(List<FieldPath> paths, Struct clean, Draws choice, long record) {
        int drawn = choice.below(paths.size(), record, PLACE);
        return IntStream.range(0, paths.size())
                .mapToObj(i -> paths.get((drawn + i) % paths.size()))
                .filter(path -> path.read(clean) != null)
                .findFirst();
    }

    private static Map<String, @Nullable Object> without(Struct clean, FieldPath path) {
        Map<String, @Nullable Object> tree = Trees.of(clean);
        Trees.parent(tree, path).remove(path.last());
        return tree;
    }

    private static Map<String, @Nullable Object> withNewField(Struct clean) {
        Map<String, @Nullable Object> tree = Trees.of(clean);
        String name = NEW_FIELD;
        while (tree.containsKey(name)) {
            name = "new_" + name;
        }
        tree.put(name, NEW_VERSION);
        return tree;
    }

    private Optional<Rendered> number(
            List<Measure> measures,
            Struct clean,
            Draws choice,
            long record,
            BiFunction<Measure, Number, Object> replacement) {
        List<FieldPath> paths = measures.stream().map(Measure::path).toList();
        return present(paths, clean, choice, record).map(path -> {
            Measure measure = measures.get(paths.indexOf(path));
            Map<String, @Nullable Object> tree = Trees.of(clean);
            Number number = (Number) Objects.requireNonNull(path.read(clean));
            Trees.parent(tree, path).put(path.last(), replacement.apply(measure, number));
            return changed(tree);
        });
    }

    private static String word(Draws choice, long record) {
        return WORDS.get(choice.below(WORDS.size(), record, AMOUNT));
    }

    private static Object inOtherUnit(Measure measure, Number number) {
        return like(number, Objects.requireNonNull(measure.otherUnit()).of(number.doubleValue()));
    }

    /** A tenth of the range to ten times the range beyond its ends, and at least 1 for whole numbers. */
    private static Object beyond(Measure measure, Number number, Draws choice, long record) {
        double span = Math.max(measure.most() - measure.least(), 1e-9);
        double distance = span * (0.1 + 9.9 * choice.unit(record, AMOUNT));
        boolean whole = !(number instanceof Double || number instanceof Float);
        double far = whole ? Math.ceil(distance) : distance;
        return like(number, choice.below(2, record, SIDE) == 0 ? measure.most() + far : measure.least() - far);
    }

    private static Object like(Number number, double value) {
        if (number instanceof Integer) {
            return (int) Math.round(value);
        }
        if (number instanceof Long) {
            return Math.round(value);
        }
        if (number instanceof Float) {
            return (float) value;
        }
        if (number instanceof Short) {
            return (short) Math.round(value);
        }
        return number instanceof Byte ? (Number) (byte) Math.round(value) : (Number) value;
    }
}
