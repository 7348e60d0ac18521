package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What SHOW lists of the catalog and of the queries. */
public sealed interface ListingEntity extends Entity {

    /** SHOW STREAMS. */
    @JsonTypeName("streams")
    record Streams(String statementText, List<SourceItem> streams, List<Warning> warnings) implements ListingEntity {
        public Streams {
            streams = List.copyOf(streams);
            warnings = List.copyOf(warnings);
        }
    }

    /** SHOW TABLES. */
    @JsonTypeName("tables")
    record Tables(String statementText, List<SourceItem> tables, List<Warning> warnings) implements ListingEntity {
        public Tables {
            tables = List.copyOf(tables);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A stream or table.
     *
     * @param type STREAM or TABLE
     */
    record SourceItem(
            String type,
            String name,
            String topic,
            String keyFormat,
            String valueFormat,
            @JsonProperty("isWindowed") boolean isWindowed) {}

    /** SHOW QUERIES. */
    @JsonTypeName("queries")
    record Queries(String statementText, List<QueryItem> queries, List<Warning> warnings) implements ListingEntity {
        public Queries {
            queries = List.copyOf(queries);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A query that runs.
     *
     * @param statusCount how many servers have it in which state
     * @param queryType PERSISTENT or PUSH
     * @param state RUNNING, PAUSED, ERROR, as ksqlDB has them
     * @param runtimeState more exactly, as the runtime says: STARTING, RUNNING, PAUSED, RESTARTING, ERROR
     * @param reason why it does not run
     * @param restarts after failures, since the server started
     * @param lag records that it has not read yet
     */
    record QueryItem(
            String queryString,
            List<String> sinks,
            List<String> sinkKafkaTopics,
            String id,
            Map<String, Integer> statusCount,
            String queryType,
            String state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String runtimeState,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer restarts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long recordsIn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long recordsOut,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long errors,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long lag) {
        public QueryItem {
            sinks = List.copyOf(sinks);
            sinkKafkaTopics = List.copyOf(sinkKafkaTopics);
            statusCount = Map.copyOf(statusCount);
        }
    }

    /** SHOW TYPES. */
    @JsonTypeName("type_list")
    record Types(String statementText, Map<String, SchemaInfo> types, List<Warning> warnings) implements ListingEntity {
        public Types {
            types = Map.copyOf(types);
            warnings = List.copyOf(warnings);
        }
    }

    /** SHOW MODELS. */
    @JsonTypeName("models")
    record Models(String statementText, List<ModelItem> models, List<Warning> warnings) implements ListingEntity {
        public Models {
            models = List.copyOf(models);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A fitted model.
     *
     * @param version counts the fits under this name
     * @param rows that it was fitted to
     * @param coefficients by feature
     */
    record ModelItem(
            String name,
            int version,
            String type,
            String label,
            List<String> features,
            long rows,
            double r2,
            double rmse,
            double intercept,
            Map<String, Double> coefficients) {
        public ModelItem {
            features = List.copyOf(features);
            coefficients = Map.copyOf(coefficients);
        }
    }
}
