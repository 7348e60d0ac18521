package io.nrtstreams.bench.cleaning;

import io.nrtstreams.connect.cleaning.Clean;
import io.nrtstreams.connect.cleaning.Parse;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.Cast;
import org.apache.kafka.connect.transforms.InsertField;
import org.apache.kafka.connect.transforms.MaskField;
import org.apache.kafka.connect.transforms.ReplaceField;
import org.apache.kafka.connect.transforms.TimestampConverter;
import org.apache.kafka.connect.transforms.Transformation;

/** The transforms that are measured, ready to run. */
final class Transforms {
    private static final Map<String, String> CAST = Map.of("spec", "usage:float64");

    private Transforms() {}

    /** Eight rules on eight of the fields. */
    static <R extends ConnectRecord<R>> List<Transformation<R>> clean() {
        return List.of(configured(
                new Clean.Value<R>(),
                Map.of(
                        "field.city", "trim",
                        "field.tariff", "map 'day rate'='day' 'night rate'='night'",
                        "field.status", "enum 'on' 'off' 'idle'",
                        "field.unit", "lower",
                        "field.usage", "to float64",
                        "field.temperature", "range -80..140",
                        "field.humidity", "default 50",
                        "field.note", "null-if 'n/a' ''")));
    }

    static <R extends ConnectRecord<R>> List<Transformation<R>> parseCsv() {
        return List.of(configured(
                new Parse.Value<R>(),
                Map.of(
                        "format", "csv",
                        "schema", "time:int64, meter:int64, city:string, status:string, usage:float64")));
    }

    static <R extends ConnectRecord<R>> List<Transformation<R>> parseDict() {
        return List.of(configured(new Parse.Value<R>(), Map.of("format", "lenient-json", "schema", Weather.SHAPE)));
    }

    /** Kafka's own conversion of types, which is one of the eight rules. */
    static <R extends ConnectRecord<R>> List<Transformation<R>> cast() {
        return List.of(configured(new Cast.Value<R>(), CAST));
    }

    /** Five of Kafka's own that change a field each: what they can do of such work, as none trims, checks or maps. */
    static <R extends ConnectRecord<R>> List<Transformation<R>> stock() {
        return List.of(
                configured(new Cast.Value<R>(), CAST),
                configured(new ReplaceField.Value<R>(), Map.of("renames", "unit:measure")),
                configured(new MaskField.Value<R>(), Map.of("fields", "note")),
                configured(new InsertField.Value<R>(), Map.of("static.field", "site", "static.value", "north")),
                configured(new TimestampConverter.Value<R>(), Map.of("field", "time", "target.type", "Timestamp")));
    }

    private static <R extends ConnectRecord<R>> Transformation<R> configured(
            Transformation<R> transform, Map<String, String> config) {
        transform.configure(config);
        return transform;
    }
}
