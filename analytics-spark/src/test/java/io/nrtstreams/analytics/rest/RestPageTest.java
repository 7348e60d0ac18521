package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.TestService;
import io.nrtstreams.sql.type.SqlType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/sql/rest.md tells; its examples are run by the shell as they stand there. */
class RestPageTest {

    private static final Path PAGE = Path.of(System.getProperty("nrt.home", ".."), "docs/sql/rest.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?)```\n```json\n(.*?)```", Pattern.DOTALL);

    private static final Pattern TOLD_PATH = Pattern.compile("`((?:GET|POST) /[^`]*)`");
    private static final Pattern TOLD_CODES = Pattern.compile("^\\| ((?:\\d{5}(?:, )?)+) \\|", Pattern.MULTILINE);

    private static final List<ResultRow> ROWS = List.of(StandInRun.row("m-17", 0.5), StandInRun.row("m-18", 0.25));

    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("METER", new SqlType.Simple(SqlType.Base.STRING), true),
            new ResultColumn("KWH", new SqlType.Simple(SqlType.Base.DOUBLE), false));

    @Test
    void itsExamplesAnswerWhatItSays() throws Exception {
        if (run("curl --version").contains("HTTP2")) {
            examples();
        } else {
            abort("there is no curl with HTTP/2: the examples of the page are not tried");
        }
    }

    private static void examples() throws Exception {
        SqlEnvironment environment = TestService.environment();
        ServiceParts plain = TestService.parts(environment);
        // Rows for the page: how queries find theirs is not what it tells.
        ServiceParts parts = new ServiceParts(
                plain.runtime(),
                (query, text, view, context) -> pull(),
                (plan, limit, view, context) -> StandInRun.push(plan.queryId(), COLUMNS, ROWS, "Limit Reached"),
                plain.prints(),
                plain.connectors(),
                plain.listeners());
        String topic = "readings_" + UUID.randomUUID();
        int examples = 0;
        try (SqlService service = TestService.start(environment, parts);
                TestServer server = TestServer.of(service)) {
            Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
            while (example.find()) {
                String command = example.group(1)
                        .replace("127.0.0.1:8088", "127.0.0.1:" + server.server.port())
                        .replace("'\\''readings'\\''", "'\\''" + topic + "'\\''");
                assertThat(run(command)).as(command).matches(expected(example.group(2)));
                examples++;
            }
        }
        assertThat(examples).isEqualTo(8);
    }

    @Test
    void itsPathsAreThoseThatAreAnswered() throws Exception {
        List<String> answered = answered();
        List<String> told = TOLD_PATH
                .matcher(Files.readString(PAGE).split("## Statements")[0])
                .results()
                .map(path -> path.group(1))
                .filter(path -> !path.equals("GET /"))
                .map(path -> answered.stream()
                        .filter(route -> route.endsWith("*") && path.startsWith(route.substring(0, route.length() - 1)))
                        .findFirst()
                        .orElse(path))
                .toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(answered);
    }

    private static List<String> answered() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        RestLimits limits = RestLimits.DEFAULT;
        try (Workers workers = new Workers(limits)) {
            RestParts parts = new RestParts(
                    new AtomicReference<>(),
                    limits,
                    workers,
                    new OpenQueries(limits),
                    Set.of(),
                    new BodyBudget(limits.bodyBytes()),
                    new RestMetrics(registry));
            return Routes.of(parts, new Information(parts, InstantSource.system()), new Scrape(registry, workers))
                    .paths();
        }
    }

    /** The codes of errors too: who gets one must find it. */
    @Test
    void itsErrorsAreThoseThatAreGiven() throws Exception {
        String errors = Files.readString(PAGE).split("## Errors")[1].split("## Who is let in")[0];
        List<Integer> own = List.of(
                RestError.HTTP2_ONLY,
                RestError.METHOD_NOT_ALLOWED,
                RestError.NOT_ACCEPTABLE,
                RestError.REQUEST_TIMEOUT,
                RestError.BODY_TOO_LARGE);
        List<Integer> given = Stream.concat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code), own.stream())
                .toList();

        List<Integer> told = TOLD_CODES
                .matcher(errors)
                .results()
                .flatMap(row -> Arrays.stream(row.group(1).split(", ")))
                .map(Integer::valueOf)
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(given);
    }

    private static QueryRun pull() {
        return StandInRun.pull(COLUMNS, ROWS.subList(0, 1));
    }

    /** What stands there, with anything for each ellipsis; whether the answer ends with a line end is left open. */
    private static Pattern expected(String text) {
        String pattern =
                Arrays.stream(text.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern + "\\s*", Pattern.DOTALL);
    }

    private static String run(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return output;
    }
}
