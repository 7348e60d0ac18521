package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.Measure;
import io.nrtstreams.connect.mock.feed.NativeForm;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.feed.Spoilage;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** A feed by a definition. */
final class CustomFeed implements Feed {
    /** The most entries of an array or map. */
    static final int MOST_ENTRIES = 1_000;

    private final Definition definition;
    private final Field[] places;
    private final int[] order;

    CustomFeed(Definition definition) {
        this.definition = definition;
        this.places = definition.schema().fields().toArray(new Field[0]);
        this.order = definition.order().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String defaultTopic() {
        String topic = definition.topic();
        return topic == null ? definition.name() : topic;
    }

    @Override
    public int devices() {
        return definition.devices();
    }

    @Override
    public Cadence cadence() {
        return Cadence.even(definition.rate());
    }

    @Override
    public Schema keySchema() {
        return definition.key() < 0 ? Schema.OPTIONAL_STRING_SCHEMA : places[definition.key()].schema();
    }

    @Override
    public Schema valueSchema() {
        return definition.schema();
    }

    @Override
    public NativeForm nativeForm() {
        return definition.nativeForm();
    }

    @Override
    public Sample sample(Shard shard, long position, long eventNanos) {
        return sample(shard.ordinal(position), eventNanos);
    }

    Sample sample(long ordinal, long eventNanos) {
        Moment moment = computed(ordinal, eventNanos);
        Struct value = new Struct(definition.schema());
        for (int i = 0; i < places.length; i++) {
            value.put(places[i], moment.values[i]);
        }
        return new Sample(definition.key() < 0 ? null : moment.values[definition.key()], value);
    }

    /** One field of a record. */
    @Nullable Object value(int place, long ordinal, long eventNanos) {
        return computed(ordinal, eventNanos).values[place];
    }

    private Moment computed(long ordinal, long eventNanos) {
        Moment moment = new Moment(ordinal, definition.devices(), eventNanos, places.length);
        for (int place : order) {
            moment.values[place] = definition.fields().get(place).generator().value(moment);
        }
        return moment;
    }

    @Override
    public Spoilage spoilage() {
        List<FieldPath> removable = new ArrayList<>();
        List<Measure> numbers = new ArrayList<>();
        for (CompiledField field : definition.fields()) {
            FieldPath path = new FieldPath(List.of(field.name()));
            removable.add(path);
            addNumbers(path, field, numbers);
        }
        return new Spoilage(removable, numbers, null);
    }

    private static void addNumbers(FieldPath path, CompiledField field, List<Measure> numbers) {
        Generator.Bounds bounds = field.generator().bounds();
        if (bounds != null) {
            numbers.add(new Measure(path, bounds.least(), bounds.most(), field.otherUnit()));
        } else if (field.generator() instanceof StructGenerator struct) {
            for (CompiledField inner : struct.fields()) {
                List<String> steps = new ArrayList<>(path.steps());
                steps.add(inner.name());
                addNumbers(new FieldPath(steps), inner, numbers);
            }
        }
    }

    @Override
    public Map<String, Object> truth(Shard shard, long position, long eventNanos) {
        Moment moment = computed(shard.ordinal(position), eventNanos);
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("record", moment.ordinal);
        truth.put("device", (long) moment.device);
        truth.put("record_of_device", moment.round);
        definition.fields().forEach(field -> field.generator().tell(moment, field.name(), truth));
        return truth;
    }
}
