package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.SessionEntity;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a service behaves.
 *
 * @param server its id, as other servers name it
 * @param sessionDefaults what SET would set, for sessions that do not
 * @param settings the server's own, for SHOW PROPERTIES; secrets hidden
 * @param readOnly whether statements that change something are refused, as all is said in a file
 * @param patience how long a request waits for the command that it wants to come after
 */
public record ServiceOptions(
        String server,
        Map<String, String> sessionDefaults,
        List<SessionEntity.Property> settings,
        boolean readOnly,
        Duration patience) {

    public ServiceOptions {
        sessionDefaults = Map.copyOf(sessionDefaults);
        settings = List.copyOf(settings);
    }

    /** The usual ones. */
    public static ServiceOptions of(String server) {
        return new ServiceOptions(server, Map.of(), List.of(), false, Duration.ofSeconds(5));
    }
}
