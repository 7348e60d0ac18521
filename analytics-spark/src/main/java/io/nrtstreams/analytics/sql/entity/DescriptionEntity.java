package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What DESCRIBE and EXPLAIN tell. */
public sealed interface DescriptionEntity extends Entity {

    /** DESCRIBE of a stream or table. */
    @JsonTypeName("sourceDescription")
    record OneSource(String statementText, SourceDescription sourceDescription, List<Warning> warnings)
            implements DescriptionEntity {
        public OneSource {
            warnings = List.copyOf(warnings);
        }
    }

    /** DESCRIBE STREAMS, DESCRIBE TABLES. */
    @JsonTypeName("source_descriptions")
    record AllSources(String statementText, List<SourceDescription> sourceDescriptions, List<Warning> warnings)
            implements DescriptionEntity {
        public AllSources {
            sourceDescriptions = List.copyOf(sourceDescriptions);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A stream or table.
     *
     * @param windowType TUMBLING, HOPPING or SESSION
     * @param type STREAM or TABLE
     * @param timestamp the column that gives records their time; empty when Kafka does
     * @param statistics records in and out of the queries that write it, as text; empty unless extended
     * @param errorStats entries of the processing log of the queries that read or write it, as text; empty unless extended
     * @param partitions of the topic; 0 unless extended
     * @param replication of the topic; 0 unless extended
     * @param queries how those that read or write it fare; absent unless extended
     */
    record SourceDescription(
            String name,
            @Nullable String windowType,
            List<ListingEntity.QueryItem> readQueries,
            List<ListingEntity.QueryItem> writeQueries,
            List<FieldInfo> fields,
            String type,
            String timestamp,
            String statistics,
            String errorStats,
            boolean extended,
            String keyFormat,
            String valueFormat,
            String topic,
            int partitions,
            int replication,
            String statement,
            List<String> sourceConstraints,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Counts counts) {
        public SourceDescription {
            readQueries = List.copyOf(readQueries);
            writeQueries = List.copyOf(writeQueries);
            fields = List.copyOf(fields);
            sourceConstraints = List.copyOf(sourceConstraints);
        }
    }

    /**
     * What {@code statistics} and {@code errorStats} say, as numbers, since the server started.
     *
     * @param recordsIn read by the queries that write it
     * @param recordsOut written to it by these
     * @param errors entries of the processing log of the queries that read or write it
     */
    record Counts(long recordsIn, long recordsOut, long errors) {}

    /** EXPLAIN. */
    @JsonTypeName("queryDescription")
    record OneQuery(String statementText, QueryDescription queryDescription, List<Warning> warnings)
            implements DescriptionEntity {
        public OneQuery {
            warnings = List.copyOf(warnings);
        }
    }

    /** SHOW QUERIES EXTENDED. */
    @JsonTypeName("query_descriptions")
    record AllQueries(String statementText, List<QueryDescription> queryDescriptions, List<Warning> warnings)
            implements DescriptionEntity {
        public AllQueries {
            queryDescriptions = List.copyOf(queryDescriptions);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A query and how it is run.
     *
     * @param topology the stages of its plan
     * @param executionPlan the steps of its plan
     * @param status how it fares; absent when it does not run
     */
    record QueryDescription(
            String id,
            String statementText,
            @Nullable String windowType,
            List<FieldInfo> fields,
            List<String> sources,
            List<String> sinks,
            String topology,
            String executionPlan,
            Map<String, String> overriddenProperties,
            String queryType,
            @Nullable String state,
            @JsonInclude(JsonInclude.Include.NON_NULL) ListingEntity.@Nullable QueryItem status) {
        public QueryDescription {
            fields = List.copyOf(fields);
            sources = List.copyOf(sources);
            sinks = List.copyOf(sinks);
            overriddenProperties = Map.copyOf(overriddenProperties);
        }
    }
}
