package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.feed.Measure;
import io.nrtstreams.connect.mock.feed.OtherUnit;
import io.nrtstreams.connect.mock.feed.Spoilage;
import io.nrtstreams.connect.mock.world.device.AirReading;
import io.nrtstreams.connect.mock.world.device.Device;
import io.nrtstreams.connect.mock.world.device.PhoneReading;
import io.nrtstreams.connect.mock.world.device.Reading;
import io.nrtstreams.connect.mock.world.device.ThermostatReading;
import io.nrtstreams.connect.mock.world.device.WatchReading;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * What the devices of the feed {@code iot} send: one flat schema for all kinds, so that a line of CSV has fixed
 * columns, SQL needs no paths and a table may be parted by {@code kind} or {@code location}. The first five fields are
 * there always; of the others those that the kind does not measure are null.
 */
final class SensorValue {
    /** See {@code docs/feeds.md} for units. */
    static final Schema SCHEMA = SchemaBuilder.struct()
            .name("io.nrtstreams.iot")
            .field("device_id", Schema.STRING_SCHEMA)
            .field("kind", Schema.STRING_SCHEMA)
            .field("time", Schema.INT64_SCHEMA)
            .field("location", Schema.STRING_SCHEMA)
            .field("firmware", Schema.STRING_SCHEMA)
            .field("battery", Schema.OPTIONAL_INT32_SCHEMA)
            .field("temperature_c", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("humidity", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("heart_rate", Schema.OPTIONAL_INT32_SCHEMA)
            .field("steps", Schema.OPTIONAL_INT32_SCHEMA)
            .field("spo2", Schema.OPTIONAL_INT32_SCHEMA)
            .field("signal_dbm", Schema.OPTIONAL_INT32_SCHEMA)
            .field("lat", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("lon", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("screen_on", Schema.OPTIONAL_BOOLEAN_SCHEMA)
            .field("house_id", Schema.OPTIONAL_INT64_SCHEMA)
            .field("set_point_c", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("mode", Schema.OPTIONAL_STRING_SCHEMA)
            .field("pm2_5", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("pm10", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("co2", Schema.OPTIONAL_INT32_SCHEMA)
            .build();

    private static final Field DEVICE_ID = SCHEMA.field("device_id");
    private static final Field KIND = SCHEMA.field("kind");
    private static final Field TIME = SCHEMA.field("time");
    private static final Field LOCATION = SCHEMA.field("location");
    private static final Field FIRMWARE = SCHEMA.field("firmware");
    private static final Field BATTERY = SCHEMA.field("battery");
    private static final Field TEMPERATURE = SCHEMA.field("temperature_c");
    private static final Field HUMIDITY = SCHEMA.field("humidity");
    private static final Field HEART_RATE = SCHEMA.field("heart_rate");
    private static final Field STEPS = SCHEMA.field("steps");
    private static final Field SPO2 = SCHEMA.field("spo2");
    private static final Field SIGNAL = SCHEMA.field("signal_dbm");
    private static final Field LAT = SCHEMA.field("lat");
    private static final Field LON = SCHEMA.field("lon");
    private static final Field SCREEN_ON = SCHEMA.field("screen_on");
    private static final Field HOUSE_ID = SCHEMA.field("house_id");
    private static final Field SET_POINT = SCHEMA.field("set_point_c");
    private static final Field MODE = SCHEMA.field("mode");
    private static final Field FINE = SCHEMA.field("pm2_5");
    private static final Field COARSE = SCHEMA.field("pm10");
    private static final Field GAS = SCHEMA.field("co2");

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Any field that is there may go missing; numbers may be no number, impossible, or in degrees Fahrenheit. */
    static final Spoilage SPOILAGE = new Spoilage(
            SCHEMA.fields().stream().map(field -> FieldPath.parse(field.name())).toList(),
            List.of(
                    Measure.of(BATTERY.name(), 0, 100),
                    Measure.of(TEMPERATURE.name(), -40, 60).or(OtherUnit.FAHRENHEIT),
                    Measure.of(HUMIDITY.name(), 0, 100),
                    Measure.of(HEART_RATE.name(), 30, 220),
                    Measure.of(STEPS.name(), 0, 100_000),
                    Measure.of(SPO2.name(), 70, 100),
                    Measure.of(SIGNAL.name(), -140, -40),
                    Measure.of(LAT.name(), -90, 90),
                    Measure.of(LON.name(), -180, 180),
                    Measure.of(SET_POINT.name(), 5, 35).or(OtherUnit.FAHRENHEIT),
                    Measure.of(FINE.name(), 0, 1000),
                    Measure.of(COARSE.name(), 0, 2000),
                    Measure.of(GAS.name(), 300, 5000)),
            null);

    private SensorValue() {}

    /** What a device sent at an instant. */
    static Struct of(Device device, Reading reading, long eventNanos) {
        Struct value = new Struct(SCHEMA)
                .put(DEVICE_ID, device.id())
                .put(KIND, device.kind().label())
                .put(TIME, Math.floorDiv(eventNanos, NANOS_PER_MILLI))
                .put(LOCATION, City.ALL.get(device.place()).name())
                .put(FIRMWARE, device.firmware());
        if (reading instanceof WatchReading watch) {
            return put(value, watch);
        }
        if (reading instanceof PhoneReading phone) {
            return put(value, phone);
        }
        return reading instanceof AirReading air ? put(value, air) : put(value, (ThermostatReading) reading);
    }

    private static Struct put(Struct value, WatchReading watch) {
        return value.put(BATTERY, watch.battery())
                .put(HEART_RATE, watch.heartRate())
                .put(STEPS, watch.steps())
                .put(SPO2, watch.spo2());
    }

    private static Struct put(Struct value, PhoneReading phone) {
        return value.put(BATTERY, phone.battery())
                .put(SIGNAL, phone.signalDbm())
                .put(LAT, phone.lat())
                .put(LON, phone.lon())
                .put(SCREEN_ON, phone.screenOn());
    }

    private static Struct put(Struct value, ThermostatReading thermostat) {
        return value.put(TEMPERATURE, thermostat.temperatureC())
                .put(HUMIDITY, thermostat.humidity())
                .put(HOUSE_ID, (long) thermostat.houseId())
                .put(SET_POINT, thermostat.setPointC())
                .put(MODE, thermostat.mode().label());
    }

    private static Struct put(Struct value, AirReading air) {
        return value.put(BATTERY, air.battery())
                .put(TEMPERATURE, air.temperatureC())
                .put(HUMIDITY, air.humidity())
                .put(FINE, air.pm25())
                .put(COARSE, air.pm10())
                .put(GAS, air.co2());
    }
}
