package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.SessionEntity;
import io.nrtstreams.analytics.sql.entity.SessionEntity.Property;
import io.nrtstreams.analytics.sql.entity.SessionEntity.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** SHOW PROPERTIES and SHOW VARIABLES. */
final class SessionListings {

    private final List<Property> settings;

    /** @param settings the server's own */
    SessionListings(List<Property> settings) {
        this.settings = List.copyOf(settings);
    }

    Entity properties(String text, Session session) {
        Map<String, String> values = session.properties();
        List<Property> all = new ArrayList<>(settings);
        List<String> unset = new ArrayList<>();
        for (SessionProperty property : SessionProperty.all()) {
            all.add(new Property(property.name(), "KSQL", values.get(property.name()), true, "QUERY"));
            if (!values.containsKey(property.name())) {
                unset.add(property.name());
            }
        }
        return new SessionEntity.Properties(
                text, all, session.overrides().keySet().stream().sorted().toList(), unset, List.of());
    }

    static Entity variables(String text, Session session) {
        return new SessionEntity.Variables(
                text,
                session.variables().entrySet().stream()
                        .map(variable -> new Variable(variable.getKey(), variable.getValue()))
                        .toList(),
                List.of());
    }
}
