package io.nrtstreams.analytics.sql.settings;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.jspecify.annotations.Nullable;

/** All keys of a server's settings. Those that ksqlDB has too have its names and meaning. */
public final class ServerKeys {

    static final String LISTENERS = "listeners";
    static final String ADVERTISED = "ksql.advertised.listener";
    static final String USERS_FILE = "nrt.http.users.file";
    static final String TOKENS_FILE = "nrt.http.tokens.file";
    static final String TLS_ENDS_BEFORE = "nrt.http.tls.ends.before";
    static final String CERTIFICATE = "nrt.http.tls.certificate.file";
    static final String KEY = "nrt.http.tls.key.file";
    static final String KEYSTORE = "ssl.keystore.location";
    static final String KEYSTORE_PASSWORD = "ssl.keystore.password";

    static final String SERVICE_ID = "ksql.service.id";
    static final String SERVER_ID = "nrt.server.id";
    static final String QUERIES_FILE = "ksql.queries.file";
    static final String EXTENSIONS = "ksql.extension.dir";
    static final String COMMAND_FILE = "nrt.command.log.file";
    static final String COMMAND_PATIENCE = "ksql.server.command.response.timeout.ms";
    static final String CHECKPOINTS = "nrt.checkpoint.dir";
    static final String STORES = "nrt.store.dir";
    static final String BATCH_RECORDS = "nrt.batch.max.records";

    static final String BOOTSTRAP = "bootstrap.servers";
    static final String REGISTRY = "ksql.schema.registry.url";
    static final String REGISTRY_USER = "ksql.schema.registry.basic.auth.user.info";
    static final String REGISTRY_TOKEN = "ksql.schema.registry.bearer.auth.token";
    static final String CONNECT = "ksql.connect.url";
    static final String CONNECT_USER = "ksql.connect.basic.auth.user.info";

    static final String LOG_TOPIC_CREATE = "ksql.logging.processing.topic.auto.create";
    static final String LOG_TOPIC = "ksql.logging.processing.topic.name";
    static final String LOG_STREAM_CREATE = "ksql.logging.processing.stream.auto.create";
    static final String LOG_STREAM = "ksql.logging.processing.stream.name";

    static final String BODY_BYTES = "nrt.limit.body.bytes";
    static final String STATEMENT_CHARS = "nrt.limit.statement.chars";
    static final String PULL_ROWS = "nrt.limit.pull.rows";
    static final String PUSH_QUERIES = "ksql.max.push.queries";
    static final String PULL_QUERIES = "nrt.limit.pull.queries";
    static final String STATEMENTS = "nrt.limit.statements";
    static final String PULL_TIME = "nrt.limit.pull.ms";
    static final String PUSH_TIME = "nrt.limit.push.ms";
    static final String SHUTDOWN_TIME = "ksql.server.shutdown.timeout.ms";

    private static final String SERVER = "Server";
    private static final String HTTP = "HTTP";
    private static final String OTHERS = "Kafka, schema registry, Connect";
    private static final String LOGGING = "Processing log";
    private static final String LIMITS = "Limits";

    private final ConfigDef definition = new ConfigDef();
    private int order;

    private ServerKeys() {}

    /** The keys, in the groups and the order of the documentation. */
    public static ConfigDef definition() {
        ServerKeys keys = new ServerKeys();
        keys.server();
        keys.http();
        keys.others();
        keys.logging();
        keys.limits();
        return keys.definition;
    }

    private void server() {
        key(SERVER, SERVICE_ID, ConfigDef.Type.STRING, "nrt", Checks.topicName(), """
                Names the service: its servers share it, and the names of its own topics begin with it.""");
        key(SERVER, SERVER_ID, ConfigDef.Type.STRING, "", null, """
                Tells the servers of a service apart; host and port of the listener when it is not set.""");
        key(SERVER, QUERIES_FILE, ConfigDef.Type.STRING, "", null, """
                A file of statements that is carried out at each start; clients can then change nothing.""");
        key(SERVER, EXTENSIONS, ConfigDef.Type.STRING, "", null, """
                A folder of jars with functions; there are only the built-in ones when it is not set.""");
        key(SERVER, COMMAND_FILE, ConfigDef.Type.STRING, "nrt-data/sql/commands.log", null, """
                Where the command log is when there is no broker.""");
        key(SERVER, COMMAND_PATIENCE, ConfigDef.Type.LONG, 5_000L, Range.atLeast(0), """
                How many ms a request waits for the command that it wants to come after.""");
        key(SERVER, CHECKPOINTS, ConfigDef.Type.STRING, "nrt-data/sql/checkpoints", null, """
                The folder for positions and state of queries, as a path of Hadoop's; it must outlive the process.""");
        key(SERVER, STORES, ConfigDef.Type.STRING, "nrt-data/sql/tables", null, """
                The local folder for the tables that pull queries look into; it is made anew from topics when it is lost.""");
        key(SERVER, BATCH_RECORDS, ConfigDef.Type.LONG, 500_000L, Range.atLeast(1), """
                How many records a micro-batch reads at most, which bounds what it holds in memory.""");
    }

    private void http() {
        key(HTTP, LISTENERS, ConfigDef.Type.LIST, "http://127.0.0.1:8088", Checks.urls("http", "https"), """
                The address and port to listen on; port 0 takes any free one.""");
        key(HTTP, ADVERTISED, ConfigDef.Type.STRING, "", Checks.urls("http", "https"), """
                Where others reach this server, which servers that follow it tell their clients.""");
        key(HTTP, USERS_FILE, ConfigDef.Type.STRING, "", null, """
                A file of NAME:HASH lines of who is let in with a password; needed when the server is not on loopback.""");
        key(HTTP, TOKENS_FILE, ConfigDef.Type.STRING, "", null, """
                A file of NAME:HASH lines of who is let in with a bearer token.""");
        key(HTTP, CERTIFICATE, ConfigDef.Type.STRING, "", null, """
                The certificate chain of an https listener as a PEM file.""");
        key(HTTP, KEY, ConfigDef.Type.STRING, "", null, """
                The private key of an https listener as a PEM file.""");
        key(HTTP, KEYSTORE, ConfigDef.Type.STRING, "", null, """
                Certificate and key of an https listener as a PKCS12 key store, in place of the PEM files.""");
        key(HTTP, KEYSTORE_PASSWORD, ConfigDef.Type.PASSWORD, "", null, """
                The password of the key store.""");
        key(HTTP, TLS_ENDS_BEFORE, ConfigDef.Type.BOOLEAN, false, null, """
                Whether a proxy ends TLS, so that clear text is fine although the server is not on loopback.""");
    }

    private void others() {
        key(OTHERS, BOOTSTRAP, ConfigDef.Type.LIST, "", null, """
                Kafka's brokers, host:port each; without them there are no topics, only tables over files.""");
        key(OTHERS, REGISTRY, ConfigDef.Type.LIST, "", Checks.urls("http", "https"), """
                The schema registry's nodes; without them there are no formats AVRO, PROTOBUF and JSON_SR.""");
        key(OTHERS, REGISTRY_USER, ConfigDef.Type.PASSWORD, "", null, """
                USER:PASSWORD for the schema registry.""");
        key(OTHERS, REGISTRY_TOKEN, ConfigDef.Type.PASSWORD, "", null, """
                A bearer token for the schema registry, in place of user and password.""");
        key(OTHERS, CONNECT, ConfigDef.Type.STRING, "http://127.0.0.1:8083", Checks.urls("http", "https"), """
                The REST address of the Connect workers that statements about connectors go to.""");
        key(OTHERS, CONNECT_USER, ConfigDef.Type.PASSWORD, "", null, """
                USER:PASSWORD for the Connect workers.""");
    }

    private void logging() {
        key(LOGGING, LOG_TOPIC_CREATE, ConfigDef.Type.BOOLEAN, true, null, """
                Whether the topic of the processing log is made at the start.""");
        key(LOGGING, LOG_TOPIC, ConfigDef.Type.STRING, "", Checks.topicName(), """
                The topic of the processing log; the service's id and _processing_log when it is not set.""");
        key(LOGGING, LOG_STREAM_CREATE, ConfigDef.Type.BOOLEAN, true, null, """
                Whether a stream over the processing log is declared at the start.""");
        key(LOGGING, LOG_STREAM, ConfigDef.Type.STRING, "PROCESSING_LOG", null, """
                The name of this stream.""");
    }

    private void limits() {
        key(LIMITS, BODY_BYTES, ConfigDef.Type.INT, 4 << 20, Range.atLeast(1), """
                The largest body of a request in bytes, and the largest row of /inserts-stream.""");
        key(LIMITS, STATEMENT_CHARS, ConfigDef.Type.INT, 1 << 20, Range.atLeast(1), """
                The longest text of statements in characters.""");
        key(LIMITS, PULL_ROWS, ConfigDef.Type.LONG, 1_000_000L, Range.atLeast(1), """
                The most rows of a pull query's answer.""");
        key(LIMITS, PUSH_QUERIES, ConfigDef.Type.INT, 100, Range.atLeast(1), """
                How many push queries and PRINTs run at the same time; each has a thread.""");
        key(LIMITS, PULL_QUERIES, ConfigDef.Type.INT, 16, Range.atLeast(1), """
                How many pull queries are worked on at the same time.""");
        key(LIMITS, STATEMENTS, ConfigDef.Type.INT, 4, Range.atLeast(1), """
                How many requests of /ksql are worked on at the same time.""");
        key(LIMITS, PULL_TIME, ConfigDef.Type.LONG, 300_000L, Range.atLeast(1), """
                How many ms a pull query may take.""");
        key(LIMITS, PUSH_TIME, ConfigDef.Type.LONG, 0L, Range.atLeast(0), """
                How many ms a push query may run; 0 for ever.""");
        key(LIMITS, SHUTDOWN_TIME, ConfigDef.Type.LONG, 10_000L, Range.atLeast(0), """
                How many ms a shutdown waits for what is on its way.""");
    }

    private void key(
            String group,
            String name,
            ConfigDef.Type type,
            Object otherwise,
            @Nullable Validator check,
            String meaning) {
        definition.define(
                name,
                type,
                otherwise,
                check,
                Importance.MEDIUM,
                meaning,
                group,
                ++order,
                Width.MEDIUM,
                name,
                List.of());
    }
}
