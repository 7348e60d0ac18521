package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.NativeForm;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.feed.Spoilage;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.world.device.Device;
import io.nrtstreams.connect.mock.world.device.Devices;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/** Sensors of several kinds, keyed by the device's id; the devices take turns. */
final class IotFeed implements Feed {
    private static final Cadence CADENCE = Cadence.even(2);

    private final Devices known;
    private final Sensors sensors;
    private final int devices;

    IotFeed(Devices known, Sensors sensors, int devices) {
        this.known = known;
        this.sensors = sensors;
        this.devices = devices;
    }

    @Override
    public String name() {
        return "iot";
    }

    @Override
    public String defaultTopic() {
        return "iot_data";
    }

    @Override
    public int devices() {
        return devices;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public Schema keySchema() {
        return Schema.STRING_SCHEMA;
    }

    @Override
    public Schema valueSchema() {
        return SensorValue.SCHEMA;
    }

    @Override
    public NativeForm nativeForm() {
        return NativeForm.JSON;
    }

    @Override
    public Sample sample(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        Device device = device(record);
        return new Sample(device.id(), SensorValue.of(device, sensors.read(device, record, eventNanos), eventNanos));
    }

    private Device device(long record) {
        return known.device((int) (record % devices));
    }

    @Override
    public Spoilage spoilage() {
        return SensorValue.SPOILAGE;
    }

    @Override
    public Map<String, Object> truth(Shard shard, long position, long eventNanos) {
        long record = shard.ordinal(position);
        return sensors.causes(sensors.read(device(record), record, eventNanos));
    }
}
