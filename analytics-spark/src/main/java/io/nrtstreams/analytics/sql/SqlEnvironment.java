package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What the parts of a service share.
 *
 * @param serviceId names the service: its internal topics begin with it
 * @param kafka settings of Kafka clients, bootstrap.servers among them; each part adds its own. Empty when there is no broker
 * @param registry empty when there is none
 */
public record SqlEnvironment(
        String serviceId,
        Map<String, Object> kafka,
        FunctionRegistry functions,
        Formats formats,
        Optional<SchemaRegistry> registry,
        InstantSource clock) {

    public SqlEnvironment {
        kafka = Map.copyOf(kafka);
    }

    /** Without a schema registry. */
    public SqlEnvironment(
            String serviceId,
            Map<String, Object> kafka,
            FunctionRegistry functions,
            Formats formats,
            InstantSource clock) {
        this(serviceId, kafka, functions, formats, Optional.empty(), clock);
    }
}
