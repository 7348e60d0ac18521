package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a session. */
public sealed interface SessionEntity extends Entity {

    /** SHOW VARIABLES. */
    @JsonTypeName("variables")
    record Variables(String statementText, List<Variable> variables, List<Warning> warnings) implements SessionEntity {
        public Variables {
            variables = List.copyOf(variables);
            warnings = List.copyOf(warnings);
        }
    }

    record Variable(String name, String value) {}

    /**
     * SHOW PROPERTIES.
     *
     * @param overwrittenProperties names of those that the session has set
     * @param defaultProperties names of those that nobody has set
     */
    @JsonTypeName("properties")
    record Properties(
            String statementText,
            List<Property> properties,
            List<String> overwrittenProperties,
            List<String> defaultProperties,
            List<Warning> warnings)
            implements SessionEntity {
        public Properties {
            properties = List.copyOf(properties);
            overwrittenProperties = List.copyOf(overwrittenProperties);
            defaultProperties = List.copyOf(defaultProperties);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A property.
     *
     * @param scope KSQL
     * @param value null when it has none; secrets are {@code [hidden]}
     * @param editable whether SET can change it
     * @param level SERVER or QUERY
     */
    record Property(String name, String scope, @Nullable String value, boolean editable, String level) {}
}
