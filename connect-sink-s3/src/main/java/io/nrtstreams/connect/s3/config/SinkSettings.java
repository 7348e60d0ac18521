package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.s3.config.porting.Ported;
import io.nrtstreams.connect.s3.config.porting.Porting;
import io.nrtstreams.connect.s3.delivery.DeliverySettings;
import io.nrtstreams.connect.s3.delivery.ObjectNames;
import io.nrtstreams.connect.s3.delivery.RecordTimes;
import io.nrtstreams.connect.s3.file.SegmentPool;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.path.PathTemplate;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;

/**
 * A task's configuration, read once. The path and the format hold caches: one task's thread uses them.
 *
 * @param name of the connector
 * @param store where objects go
 * @param names how they are named
 * @param path folder of a record below its topic
 * @param times time of a record
 * @param format how a record is written
 * @param segments where the memory of files comes from
 * @param nullValues what becomes of a record without a value
 * @param delivery how files are closed, held and published
 * @param flushTimeout how long a stop waits for uploads
 */
public record SinkSettings(
        String name,
        StoreSettings store,
        ObjectNames names,
        PathTemplate path,
        RecordTimes times,
        RecordFormat format,
        SegmentPool segments,
        NullValues nullValues,
        DeliverySettings delivery,
        Duration flushTimeout) {

    /**
     * Reads a configuration.
     *
     * @throws ConfigException if anything is wrong with it; the message lists all of it
     */
    public static SinkSettings read(Map<String, String> properties) {
        SettingsReader reader = SettingsReader.of(properties);
        reader.throwIfWrong();
        return reader.settings();
    }

    /** A configuration in keys of this sink alone, with keys of other S3 sinks translated as far as they can be. */
    public static Ported ported(Map<String, String> properties) {
        return Porting.read(properties, SinkKeys.definition());
    }

    /** Adds what is wrong with a configuration to what Connect found; with {@code validate.connection} asks the store. */
    public static Config validate(Map<String, String> properties, Config found) {
        return SettingsReader.of(properties).connected().problems().addTo(found);
    }
}
