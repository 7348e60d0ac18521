package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which endpoint answers which request. Immutable once made. */
final class Routes {

    /**
     * A path and what answers it.
     *
     * @param isPrefix whether paths that go on match too
     */
    private record Route(HttpMethod method, Endpoint endpoint, boolean isPrefix) {

        boolean matches(String own, String path) {
            return isPrefix ? path.startsWith(own) && path.length() > own.length() : path.equals(own);
        }
    }

    private final Map<String, Route> routes = new LinkedHashMap<>();

    Routes get(String path, Endpoint endpoint) {
        routes.put(path, new Route(HttpMethod.GET, endpoint, false));
        return this;
    }

    Routes getBelow(String path, Endpoint endpoint) {
        routes.put(path, new Route(HttpMethod.GET, endpoint, true));
        return this;
    }

    Routes post(String path, Endpoint endpoint) {
        routes.put(path, new Route(HttpMethod.POST, endpoint, false));
        return this;
    }

    /** All paths, those that go on with a star. */
    List<String> paths() {
        return routes.entrySet().stream()
                .map(route -> route.getValue().method + " " + route.getKey() + (route.getValue().isPrefix ? "*" : ""))
                .toList();
    }

    /**
     * What answers the exchange, which learns its endpoint's name; empty when no path fits.
     *
     * @throws RefusedRequest when the path wants another method
     */
    Optional<Endpoint> find(Exchange exchange) {
        String path =
                exchange.request().path() == null ? "/" : exchange.request().path();
        for (Map.Entry<String, Route> entry : routes.entrySet()) {
            Route route = entry.getValue();
            if (route.matches(entry.getKey(), path)) {
                exchange.at(entry.getKey());
                requireMethod(exchange, route.method);
                return Optional.of(route.endpoint);
            }
        }
        return Optional.empty();
    }

    private static void requireMethod(Exchange exchange, HttpMethod method) {
        HttpMethod given = exchange.request().method();
        boolean isHead = HttpMethod.HEAD.equals(given) && HttpMethod.GET.equals(method);
        if (!method.equals(given) && !isHead) {
            exchange.response().putHeader("Allow", method.name());
            throw new RefusedRequest(RestError.METHOD_NOT_ALLOWED, "this path is asked with " + method.name());
        }
    }

    /** All endpoints of the API. */
    static Routes of(RestParts parts, Information information, Endpoint metrics) {
        Queries queries = new Queries(parts);
        return new Routes()
                .post("/ksql", new Statements(parts))
                .post("/ksql/terminate", new Termination(parts))
                .post("/query", queries::query)
                .post("/query-stream", queries::queryStream)
                .get("/ws/query", queries::socket)
                .post("/close-query", queries::close)
                .post("/inserts-stream", exchange -> inserts(exchange, parts))
                .get("/info", information::info)
                .get("/healthcheck", information::health)
                .get("/status", information::statuses)
                .getBelow("/status/", information::status)
                .getBelow("/is_valid_property/", information::isValidProperty)
                .get("/clusterStatus", information::clusterStatus)
                .get("/v1/metadata", information::metadata)
                .get("/v1/metadata/id", information::metadataId)
                .get("/chc/ready", information::ready)
                .get("/chc/live", information::live)
                .get("/export", information::export)
                .get("/metrics", metrics);
    }

    private static void inserts(Exchange exchange, RestParts parts) {
        if (exchange.request().version() != HttpVersion.HTTP_2) {
            throw new RefusedRequest(
                    RestError.HTTP2_ONLY, "/inserts-stream answers while it is asked, which takes HTTP/2");
        }
        MediaType type =
                MediaType.choose(exchange.request().getHeader("Accept"), List.of(MediaType.DELIMITED, MediaType.JSON));
        parts.service();
        new InsertStream(exchange, parts, type).start();
    }

    /** What is said of a path that there is not. */
    static RefusedRequest notFound() {
        return new RefusedRequest(
                ErrorCode.NOT_FOUND,
                "there is no such path; statements go to /ksql, queries to /query or /query-stream");
    }
}
