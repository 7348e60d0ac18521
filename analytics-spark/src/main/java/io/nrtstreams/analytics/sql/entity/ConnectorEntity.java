package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of connectors; names and types are those of the Connect REST API. */
public sealed interface ConnectorEntity extends Entity {

    /** CREATE CONNECTOR. */
    @JsonTypeName("connector_info")
    record Created(String statementText, ConnectorInfo info, List<Warning> warnings) implements ConnectorEntity {
        public Created {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A connector as Connect has it.
     *
     * @param config with secrets masked
     * @param type source or sink
     */
    record ConnectorInfo(String name, Map<String, String> config, List<ConnectorTask> tasks, String type) {
        public ConnectorInfo {
            config = Map.copyOf(config);
            tasks = List.copyOf(tasks);
        }
    }

    record ConnectorTask(String connector, int task) {}

    /** SHOW CONNECTORS. */
    @JsonTypeName("connector_list")
    record Connectors(String statementText, List<ConnectorItem> connectors, List<Warning> warnings)
            implements ConnectorEntity {
        public Connectors {
            connectors = List.copyOf(connectors);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A connector.
     *
     * @param state such as {@code RUNNING (2/2 tasks RUNNING)}
     */
    record ConnectorItem(String name, String type, String className, String state) {}

    /** SHOW CONNECTOR PLUGINS. */
    @JsonTypeName("connector_plugins_list")
    record Plugins(String statementText, List<Plugin> connectorsPlugins, List<Warning> warnings)
            implements ConnectorEntity {
        public Plugins {
            connectorsPlugins = List.copyOf(connectorsPlugins);
            warnings = List.copyOf(warnings);
        }
    }

    record Plugin(String className, String type, @Nullable String version) {}

    /**
     * DESCRIBE CONNECTOR.
     *
     * @param sources streams and tables over the connector's topics
     * @param config with secrets masked
     */
    @JsonTypeName("connector_description")
    record Description(
            String statementText,
            String connectorClass,
            ConnectorState status,
            List<DescriptionEntity.SourceDescription> sources,
            List<String> topics,
            Map<String, String> config,
            List<Warning> warnings)
            implements ConnectorEntity {
        public Description {
            sources = List.copyOf(sources);
            topics = List.copyOf(topics);
            config = Map.copyOf(config);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * How a connector fares.
     *
     * @param type source or sink
     */
    record ConnectorState(String name, WorkerState connector, List<TaskState> tasks, String type) {
        public ConnectorState {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * How a connector fares.
     *
     * @param trace why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkerState(
            String state,
            @JsonProperty("worker_id") String workerId,
            @Nullable String trace) {}

    /**
     * How a task fares.
     *
     * @param trace why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskState(
            int id,
            String state,
            @JsonProperty("worker_id") String workerId,
            @Nullable String trace) {}

    /** DROP CONNECTOR. */
    @JsonTypeName("drop_connector")
    record Dropped(String statementText, String connectorName, List<Warning> warnings) implements ConnectorEntity {
        public Dropped {
            warnings = List.copyOf(warnings);
        }
    }
}
