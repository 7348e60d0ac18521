package io.nrtstreams.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.pipeline.Causes;
import io.nrtstreams.analytics.report.Audit;
import io.nrtstreams.analytics.report.ReportData;
import io.nrtstreams.analytics.report.ReportPage;
import io.nrtstreams.analytics.result.LakeAnswers;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.TableRows;
import io.nrtstreams.analytics.server.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server serves, from before Spark is up until it is gone. Thread-safe. */
final class Analytics implements Backend {
    private static final int ROWS_IN_REPORT = 100;

    private final Path reportFolder;
    private final InstantSource clock;
    private volatile @Nullable Engine engine;
    private volatile String waitingFor = "Spark is starting; ask again in some seconds";

    Analytics(Path reportFolder, InstantSource clock) {
        this.reportFolder = reportFolder;
        this.clock = clock;
    }

    /** From now on {@code engine} answers. */
    void runs(Engine started) {
        engine = started;
    }

    /** The start failed for good. */
    void failed(Throwable error) {
        waitingFor = "the start failed: " + Causes.of(error) + ". Mend the cause and start the process again";
    }

    @Override
    public Health health() {
        Engine running = engine;
        if (running == null) {
            return new Health(false, List.of(waitingFor));
        }
        List<String> reasons = running.figures().stream()
                .flatMap(query -> query.failure().map(failure -> query.name() + ": " + failure).stream())
                .toList();
        return new Health(reasons.isEmpty(), reasons);
    }

    @Override
    public List<QueryFigures> queries() {
        Engine running = engine;
        return running == null ? List.of() : running.figures();
    }

    @Override
    public Collection<String> tables() {
        Engine running = engine;
        return running == null ? List.of() : running.tables().names();
    }

    @Override
    public Optional<TableRows> table(String name, int limit) {
        Engine running = engine;
        return running == null ? Optional.empty() : running.tables().rows(name, limit);
    }

    @Override
    public List<String> drain(Duration timeout) throws Exception {
        Engine running = engine;
        return running == null ? List.of(waitingFor) : running.drain(timeout);
    }

    @Override
    public Report report(JsonNode audit) throws IOException {
        Engine running = engine;
        if (running == null) {
            throw new IllegalStateException(waitingFor);
        }
        List<QueryFigures> queries = running.figures();
        LakeAnswers answers = running.answers();
        List<TableRows> rows = running.tables().names().stream()
                .flatMap(name -> running.tables().rows(name, ROWS_IN_REPORT).stream())
                .toList();
        String html = ReportPage.html(new ReportData(clock.instant(), Audit.read(audit), queries, answers, rows));
        Files.createDirectories(reportFolder);
        Path page = Files.writeString(reportFolder.resolve("index.html"), html);
        return new Report(page.toAbsolutePath(), queries, answers);
    }
}
