package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.device.AirReading;
import io.nrtstreams.connect.mock.world.device.Device;
import io.nrtstreams.connect.mock.world.device.PhoneReading;
import io.nrtstreams.connect.mock.world.device.Reading;
import io.nrtstreams.connect.mock.world.device.ThermostatReading;
import io.nrtstreams.connect.mock.world.device.WatchReading;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sensors of a world. */
record WorldSensors(World world) implements Sensors {
    @Override
    public Reading read(Device device, long record, long eventNanos) {
        return world.devices().read(device, record, eventNanos);
    }

    @Override
    public Map<String, Object> causes(Reading reading) {
        Map<String, Object> causes = new LinkedHashMap<>();
        if (reading instanceof WatchReading watch) {
            causes.put("resting_heart_rate", (long) watch.restingHeartRate());
            causes.put("steps_per_minute", watch.stepsPerMinute());
        } else if (reading instanceof PhoneReading phone) {
            causes.put("at_work", phone.atWork());
        } else if (reading instanceof ThermostatReading thermostat) {
            causes.put("outdoor_temperature_c", thermostat.outdoorC());
        } else if (reading instanceof AirReading air) {
            causes.put("traffic", air.traffic());
            causes.put("outdoor_temperature_c", air.weather().temperatureC());
            causes.put("wind_kph", air.weather().windKph());
            causes.put("rain_mm", air.weather().rainMm());
        }
        return causes;
    }
}
