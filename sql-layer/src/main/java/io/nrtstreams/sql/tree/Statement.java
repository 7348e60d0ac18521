package io.nrtstreams.sql.tree;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A statement. Immutable. */
public sealed interface Statement {

    Position position();

    enum SourceKind {
        STREAM,
        TABLE
    }

    /** {@code 'key' = value} in a WITH clause; the key is upper case, but for a connector's, which keep their case. */
    record Property(Position position, String key, Expression.Literal value) {}

    /** What a column of a CREATE is for. */
    sealed interface ColumnRole {
        record Value() implements ColumnRole {}

        /** KEY of a stream. */
        record Key() implements ColumnRole {}

        /** PRIMARY KEY of a table. */
        record PrimaryKey() implements ColumnRole {}

        /** HEADERS, or HEADER('name'). */
        record Header(Optional<String> name) implements ColumnRole {}
    }

    record ColumnDefinition(Position position, String name, TypeName type, ColumnRole role) {}

    /**
     * CREATE STREAM or TABLE over a topic.
     *
     * @param readOnly CREATE SOURCE STREAM or TABLE
     */
    record CreateSource(
            Position position,
            SourceKind kind,
            boolean orReplace,
            boolean readOnly,
            boolean ifNotExists,
            String name,
            List<ColumnDefinition> columns,
            List<Property> properties)
            implements Statement {
        public CreateSource {
            columns = List.copyOf(columns);
            properties = List.copyOf(properties);
        }
    }

    /** CREATE STREAM or TABLE … AS SELECT. */
    record CreateAsSelect(
            Position position,
            SourceKind kind,
            boolean orReplace,
            boolean ifNotExists,
            String name,
            List<Property> properties,
            Query query)
            implements Statement {
        public CreateAsSelect {
            properties = List.copyOf(properties);
        }
    }

    record InsertIntoSelect(Position position, String target, List<Property> properties, Query query)
            implements Statement {
        public InsertIntoSelect {
            properties = List.copyOf(properties);
        }
    }

    /** INSERT INTO … VALUES; no columns means all of them in their order. */
    record InsertValues(Position position, String target, List<String> columns, List<Expression> values)
            implements Statement {
        public InsertValues {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }
    }

    /** DELETE FROM table WHERE key = value: writes a tombstone. */
    record Delete(Position position, String table, Expression where) implements Statement {}

    /** A push query, when it says EMIT, or a pull query. */
    record Select(Position position, Query query) implements Statement {}

    record Drop(Position position, SourceKind kind, boolean ifExists, String name, boolean deleteTopic)
            implements Statement {}

    /** ALTER STREAM or TABLE … ADD. */
    record AlterSource(Position position, SourceKind kind, String name, List<ColumnDefinition> added)
            implements Statement {
        public AlterSource {
            added = List.copyOf(added);
        }
    }

    record CreateType(Position position, boolean ifNotExists, String name, TypeName type) implements Statement {}

    record DropType(Position position, boolean ifExists, String name) implements Statement {}

    /** TERMINATE, PAUSE or RESUME; no query means ALL. */
    record ControlQuery(Position position, Action action, Optional<String> queryId) implements Statement {
        public enum Action {
            TERMINATE,
            PAUSE,
            RESUME
        }
    }

    /** SHOW or LIST. */
    record Show(Position position, What what, boolean extended) implements Statement {
        public enum What {
            STREAMS,
            TABLES,
            QUERIES,
            TOPICS,
            ALL_TOPICS,
            PROPERTIES,
            VARIABLES,
            FUNCTIONS,
            TYPES,
            CONNECTORS,
            SOURCE_CONNECTORS,
            SINK_CONNECTORS,
            CONNECTOR_PLUGINS,
            MODELS
        }
    }

    record DescribeSource(Position position, String name, boolean extended) implements Statement {}

    /** DESCRIBE STREAMS or TABLES. */
    record DescribeAll(Position position, SourceKind kind, boolean extended) implements Statement {}

    record DescribeFunction(Position position, String name) implements Statement {}

    record DescribeConnector(Position position, String name) implements Statement {}

    /** EXPLAIN of a statement. */
    record ExplainStatement(Position position, Statement statement) implements Statement {}

    /** EXPLAIN of a running query. */
    record ExplainQuery(Position position, String queryId) implements Statement {}

    record PrintTopic(
            Position position, String topic, boolean fromBeginning, Optional<Long> interval, Optional<Long> limit)
            implements Statement {}

    record SetProperty(Position position, String key, String value) implements Statement {}

    /** UNSET; ALL when no key is given. */
    record UnsetProperty(Position position, Optional<String> key) implements Statement {}

    record AlterSystem(Position position, String key, String value) implements Statement {}

    record DefineVariable(Position position, String name, String value) implements Statement {}

    record UndefineVariable(Position position, String name) implements Statement {}

    record RunScript(Position position, String path) implements Statement {}

    record CreateConnector(
            Position position, ConnectorKind kind, boolean ifNotExists, String name, List<Property> properties)
            implements Statement {
        public CreateConnector {
            properties = List.copyOf(properties);
        }
    }

    enum ConnectorKind {
        SOURCE,
        SINK
    }

    record DropConnector(Position position, boolean ifExists, String name) implements Statement {}

    record AssertTopic(
            Position position, boolean exists, String topic, List<Property> properties, Optional<Duration> timeout)
            implements Statement {
        public AssertTopic {
            properties = List.copyOf(properties);
        }
    }

    record AssertSchema(
            Position position,
            boolean exists,
            Optional<String> subject,
            Optional<Integer> id,
            Optional<Duration> timeout)
            implements Statement {}

    /** ASSERT VALUES: the next row of a stream or table. */
    record AssertValues(Position position, InsertValues row) implements Statement {}

    /** ASSERT NULL VALUES: the next row is a tombstone of this key. */
    record AssertTombstone(Position position, InsertValues row) implements Statement {}

    /** ASSERT STREAM or TABLE: it is declared as told. */
    record AssertSource(Position position, CreateSource expected) implements Statement {}

    /**
     * CREATE MODEL … AS SELECT: fits a model to the rows of the query.
     *
     * @param properties TYPE, LABEL and what the type of model takes
     */
    record CreateModel(
            Position position,
            boolean orReplace,
            boolean ifNotExists,
            String name,
            List<Property> properties,
            Query query)
            implements Statement {
        public CreateModel {
            properties = List.copyOf(properties);
        }
    }

    record DropModel(Position position, boolean ifExists, String name) implements Statement {}
}
