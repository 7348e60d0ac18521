package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.sql.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** POST /ksql/terminate: ends all queries and drops all that was declared, with the topics whose names match. */
final class Termination implements Endpoint {

    private final RestParts parts;

    Termination(RestParts parts) {
        this.parts = parts;
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.body()
                .onFailure(exchange::fail)
                .onSuccess(body -> exchange.attempt(() -> {
                    List<Pattern> topics = topics(StatementRequest.json(body).path("deleteTopicList"));
                    exchange.answerBy(parts.workers()::statement, () -> {
                        parts.service().terminateAll(topics);
                        return () -> exchange.json(200, "{}");
                    });
                }));
    }

    private static List<Pattern> topics(JsonNode list) {
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw new RefusedRequest(
                    ErrorCode.BAD_REQUEST, "deleteTopicList: expected an array of topic names or regular expressions");
        }
        List<Pattern> topics = new ArrayList<>();
        for (JsonNode topic : list) {
            try {
                topics.add(Pattern.compile(topic.asText()));
            } catch (PatternSyntaxException e) {
                throw new RefusedRequest(
                        ErrorCode.BAD_REQUEST,
                        "deleteTopicList: entry " + (topics.size() + 1) + " is no regular expression: "
                                + e.getDescription());
            }
        }
        return topics;
    }
}
