package io.nrtstreams.analytics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nrtstreams.analytics.conformance.RestClient.Answer;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conformance.CaseResult;
import io.nrtstreams.sql.conformance.Comparison;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseRecord;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.tree.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One case under way: statements in order, records behind the statements that declare their topics and before the first query,
 * or when it runs. What a table answers is asked again until it is as wanted, for as long as {@link #PATIENCE}.
 */
final class RestCaseRun {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long PAUSE_MS = 50;
    /** Of topics of which the case says nothing; cases that show ROWPARTITION count on it. */
    private static final int USUAL_PARTITIONS = 4;

    private final RestCase wanted;
    private final RestClient client;
    private final CaseBroker broker;
    private final CaseLayouts layouts;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private CaseResult result = CaseResult.asWanted();
    private int answered;
    private boolean fed;

    RestCaseRun(RestCase wanted, String prefix, RestClient client, CaseBroker broker, CaseLayouts layouts) {
        this.wanted = wanted;
        this.client = client;
        this.broker = broker;
        this.layouts = layouts;
        properties.put("auto.offset.reset", "earliest");
        properties.put("ksql.output.topic.name.prefix", prefix);
        properties.putAll(wanted.base().properties());
    }

    CaseResult run() throws IOException, InterruptedException {
        for (String topic : topics()) {
            if (layouts.partitions(topic).isPresent()) {
                broker.create(List.of(topic), partitions(topic));
            }
        }
        List<String> statements = wanted.base().statements();
        for (int i = 0; i < statements.size(); i++) {
            Answer answer = carryOut(statements.get(i));
            if (answer.isRefused()) {
                return refused(statements.get(i), i == statements.size() - 1, answer);
            }
        }
        if (wanted.base().refused()) {
            return CaseResult.notAccepted("every statement was accepted, but one must be refused");
        }
        feed();
        return result.and(written());
    }

    private CaseResult refused(String statement, boolean last, Answer answer) {
        if (!wanted.base().refused()) {
            return CaseResult.notAccepted(statement + " was refused: " + answer.body());
        }
        if (!last || (wanted.status().isPresent() && wanted.status().getAsInt() != answer.status())) {
            return CaseResult.notAccepted(statement + " was refused with " + answer.status()
                    + ", wanted at the end and with " + wanted.status());
        }
        return CaseResult.asWanted();
    }

    private int partitions(String topic) {
        return wanted.base().topics().stream()
                .filter(told -> told.path("name").asText().equals(topic))
                .findFirst()
                .map(told -> told.path("partitions").asInt(1))
                .orElse(USUAL_PARTITIONS);
    }

    private Set<String> topics() {
        Set<String> topics = new LinkedHashSet<>();
        wanted.base().topics().forEach(topic -> topics.add(topic.path("name").asText()));
        wanted.base().inputs().forEach(input -> topics.add(input.topic()));
        wanted.base().statements().forEach(text -> topics.addAll(RestCase.topicsOf(text)));
        return topics;
    }

    private Answer carryOut(String statement) throws IOException, InterruptedException {
        Optional<Statement.Select> select = select(statement);
        if (select.isPresent()) {
            return query(statement, select.get().query().emit().isPresent());
        }
        Answer answer = client.execute(statement, properties);
        if (answer.isRefused()) {
            return answer;
        }
        layouts.declare(statement, properties);
        for (JsonNode entity : answer.body()) {
            JsonNode expected = next("admin");
            if (!expected.isMissingNode()) {
                result = result.and(RestAnswers.entity(expected, entity));
            }
        }
        return answer;
    }

    private static Optional<Statement.Select> select(String statement) {
        try {
            return new SqlParser()
                    .parse(statement).stream()
                            .map(parsed -> parsed.statement())
                            .filter(Statement.Select.class::isInstance)
                            .map(Statement.Select.class::cast)
                            .findFirst();
        } catch (SqlException e) {
            // The server says what it makes of it.
            return Optional.empty();
        }
    }

    private JsonNode next(String kind) {
        while (answered < wanted.responses().size()) {
            JsonNode response = wanted.responses().get(answered++);
            if (response.has(kind)) {
                return response.get(kind);
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private Answer query(String statement, boolean running) throws InterruptedException {
        if (!running || !wanted.feedsRunningQuery()) {
            feed();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode expected = next("query");
        while (true) {
            CompletableFuture<Answer> asked = client.query(statement, properties, PATIENCE);
            if (running && wanted.feedsRunningQuery() && !wanted.base().refused()) {
                awaitRunning();
                feed();
            }
            Answer answer = asked.join();
            if (answer.isRefused() || expected.isMissingNode()) {
                return answer;
            }
            CaseResult compared = RestAnswers.rows(statement, expected, answer.body(), wanted.responses());
            if (running || compared.exact() || System.nanoTime() > end) {
                result = result.and(compared);
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }

    private void awaitRunning() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (client.execute("SHOW QUERIES;", Map.of()).body().toString().contains("\"PUSH\"")) {
                    return;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }

    private void feed() throws InterruptedException {
        if (fed) {
            return;
        }
        fed = true;
        Map<String, Long> offsets = new LinkedHashMap<>();
        for (CaseRecord input : wanted.base().inputs()) {
            if (layouts.isDeclared(input.topic())) {
                long offset = offsets.merge(input.topic(), 1L, Long::sum) - 1;
                broker.write(layouts.records(input.topic()).encode(input, offset));
            }
        }
    }

    private CaseResult written() throws InterruptedException {
        Map<String, List<CaseRecord>> expected = new LinkedHashMap<>();
        wanted.base()
                .outputs()
                .forEach(output -> expected.computeIfAbsent(output.topic(), topic -> new ArrayList<>())
                        .add(output));
        CaseResult all = CaseResult.asWanted();
        for (Map.Entry<String, List<CaseRecord>> topic : expected.entrySet()) {
            all = all.and(written(topic.getKey(), topic.getValue()));
        }
        return all;
    }

    private CaseResult written(String topic, List<CaseRecord> expected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            CaseResult compared = compared(topic, expected);
            if (compared.exact() || System.nanoTime() > end) {
                return compared;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }

    private CaseResult compared(String topic, List<CaseRecord> expected) {
        List<CaseRecord> actual = new ArrayList<>();
        try {
            for (TopicRecord output : broker.records(topic)) {
                actual.add(layouts.records(topic).decode(output));
            }
        } catch (DecodeException e) {
            return CaseResult.failed(topic + ": what was written cannot be read back: " + e.getMessage());
        }
        return Comparison.compare(topic, expected, actual, layouts.isTable(topic));
    }
}
