package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the parts of a service share.
 *
 * @param serviceId names the service: its internal topics begin with it
 * @param kafka settings of Kafka clients, bootstrap.servers among them; each part adds its own
 */
public record SqlEnvironment(
        String serviceId,
        Map<String, Object> kafka,
        FunctionRegistry functions,
        Formats formats,
        InstantSource clock) {

    public SqlEnvironment {
        kafka = Map.copyOf(kafka);
    }
}
