package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.Health;
import io.nrtstreams.analytics.sql.ServerInfo;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.entity.CommandStatus;
import io.nrtstreams.analytics.sql.entity.EntityJson;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Function;

/** What the server tells of itself. */
final class Information {

    private final RestParts parts;
    private final InstantSource clock;

    Information(RestParts parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Asks the service on a worker, as it may have to ask the broker. */
    private void ask(Exchange exchange, Function<SqlService, Reply> question) {
        SqlService service = parts.service();
        exchange.answerBy(parts.workers()::statement, () -> {
            Reply reply = question.apply(service);
            return () -> exchange.json(reply.status, reply.body);
        });
    }

    private record Reply(int status, String body) {
        static Reply of(ObjectNode json) {
            return new Reply(200, json.toString());
        }
    }

    /** GET /info. */
    void info(Exchange exchange) {
        ask(exchange, service -> {
            ServerInfo info = service.info();
            ObjectNode json = object();
            json.putObject("KsqlServerInfo")
                    .put("version", info.version())
                    .put("kafkaClusterId", info.kafkaClusterId())
                    .put("ksqlServiceId", info.ksqlServiceId())
                    .put("serverStatus", info.serverStatus());
            return Reply.of(json);
        });
    }

    /** GET /healthcheck. */
    void health(Exchange exchange) {
        ask(exchange, service -> {
            Health health = service.health();
            ObjectNode json = object().put("isHealthy", health.isHealthy());
            ObjectNode details = json.putObject("details");
            health.details().forEach((name, detail) -> {
                ObjectNode item = details.putObject(name).put("isHealthy", detail.isHealthy());
                if (!detail.message().isEmpty()) {
                    item.put("message", detail.message());
                }
            });
            json.put("serverState", health.serverState());
            return new Reply(health.isHealthy() ? 200 : 503, json.toString());
        });
    }

    /** GET /chc/ready: 200 when requests can be answered. */
    void ready(Exchange exchange) {
        ask(exchange, service -> {
            Health health = service.health();
            if (!health.isHealthy()) {
                throw new RefusedRequest(ErrorCode.NOT_READY, "the server is not healthy: /healthcheck says why");
            }
            return Reply.of(object());
        });
    }

    /** GET /chc/live: 200 as long as the process answers. */
    void live(Exchange exchange) {
        exchange.json(200, "{}");
    }

    /** GET /v1/metadata. */
    void metadata(Exchange exchange) {
        ask(exchange, service -> Reply.of(scope(service.info())));
    }

    /** GET /v1/metadata/id. */
    void metadataId(Exchange exchange) {
        ask(exchange, service -> {
            ServerInfo info = service.info();
            return Reply.of(scope(info).put("id", info.ksqlServiceId()));
        });
    }

    private static ObjectNode scope(ServerInfo info) {
        ObjectNode json = object().put("id", "");
        ObjectNode scope = json.putObject("scope");
        scope.putArray("path");
        scope.putObject("clusters")
                .put("kafka-cluster", info.kafkaClusterId())
                .put("ksql-cluster", info.ksqlServiceId());
        return json;
    }

    /** GET /clusterStatus: this server, as there is no other. */
    void clusterStatus(Exchange exchange) {
        parts.service();
        String self = String.valueOf(exchange.request().authority());
        ObjectNode json = object();
        ObjectNode status = json.putObject("clusterStatus").putObject(self);
        status.put("hostAlive", true).put("lastStatusUpdateMs", clock.millis());
        status.putObject("activeStandbyPerQuery");
        ObjectNode lags = status.putObject("hostStoreLags");
        lags.putObject("stateStoreLags");
        lags.put("updateTimeMs", 0);
        exchange.json(200, json.toString());
    }

    /** GET /status. */
    void statuses(Exchange exchange) {
        ask(exchange, service -> {
            ObjectNode json = object();
            ObjectNode statuses = json.putObject("commandStatuses");
            service.statuses()
                    .forEach((id, status) -> statuses.put(id, status.status().name()));
            return Reply.of(json);
        });
    }

    /** GET /status/TYPE/NAME/ACTION. */
    void status(Exchange exchange) {
        String id = rest(exchange, "/status/");
        ask(exchange, service -> {
            CommandStatus status = service.status(id)
                    .orElseThrow(() -> new RefusedRequest(
                            ErrorCode.NOT_FOUND,
                            "no command of this id is known: it stands in the answer of /ksql as commandId"));
            return new Reply(200, EntityJson.write(status));
        });
    }

    /** GET /is_valid_property/NAME. */
    void isValidProperty(Exchange exchange) {
        String name = rest(exchange, "/is_valid_property/");
        ask(exchange, service -> {
            if (!service.isValidProperty(name)) {
                throw new RefusedRequest(
                        ErrorCode.BAD_REQUEST, "no property of this name can be SET; SHOW PROPERTIES lists them");
            }
            return new Reply(200, "true");
        });
    }

    /** GET /export: all that is declared and runs, as a script. */
    void export(Exchange exchange) {
        SqlService service = parts.service();
        exchange.answerBy(parts.workers()::statement, () -> {
            Buffer script = Buffer.buffer(service.export());
            return () -> exchange.answer(200, "application/sql; charset=utf-8", script);
        });
    }

    private static String rest(Exchange exchange, String prefix) {
        String path = String.valueOf(exchange.request().path());
        try {
            // A plus is a plus in a path.
            String encoded = path.substring(prefix.length()).replace("+", "%2B");
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest(ErrorCode.BAD_REQUEST, "the path has a % that is not followed by two hex digits");
        }
    }
}
