package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.world.device.Device;
import io.nrtstreams.connect.mock.world.device.Reading;
import java.util.Map;

/** What devices read. Immutable and thread-safe. */
interface Sensors {
    /**
     * What a device reads at an instant.
     *
     * @param record the record that says it
     * @param eventNanos nanoseconds since the epoch
     */
    Reading read(Device device, long record, long eventNanos);

    /** What a reading follows from, by names, of the types that JSON has. */
    Map<String, Object> causes(Reading reading);
}
