package io.nrtstreams.quickstart.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.quickstart.Installation;
import io.nrtstreams.quickstart.Interrupts;
import io.nrtstreams.quickstart.audit.Audit;
import io.nrtstreams.quickstart.audit.AuditReport;
import io.nrtstreams.quickstart.audit.AuditScope;
import io.nrtstreams.quickstart.audit.ConnectorView;
import io.nrtstreams.quickstart.connect.ConnectRest;
import io.nrtstreams.quickstart.connect.ConnectorSet;
import io.nrtstreams.quickstart.connect.Declared;
import io.nrtstreams.quickstart.score.FeedCleaning;
import io.nrtstreams.quickstart.score.FeedScore;
import io.nrtstreams.quickstart.stack.EmbeddedStack;
import io.nrtstreams.quickstart.stack.ResidentMemory;
import io.nrtstreams.quickstart.stack.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of the whole pipeline: start, watch, drain, audit, report. Not thread-safe. */
public final class Demo {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_PER_LINE = 5;

    private final Installation installation;
    private final StackSettings settings;
    private final Audit audit;
    private final Consumer<String> out;
    private final long began = System.nanoTime();

    /**
     * A run.
     *
     * @param out takes the lines for the terminal
     */
    public Demo(Installation installation, StackSettings settings, Audit audit, Consumer<String> out) {
        this.installation = installation;
        this.settings = settings;
        this.audit = audit;
        this.out = out;
    }

    /**
     * Runs until {@code limit} is over or Ctrl-C, then drains, audits and reports.
     *
     * @param limit how long records are generated; empty for until Ctrl-C
     * @return whether the audit is clean and every stage gave something
     * @throws io.nrtstreams.quickstart.CommandFailure if a part dies, a connector fails, or something does not come to rest
     */
    public boolean run(Optional<Duration> limit, Interrupts interrupts) {
        DemoPlan plan =
                new DemoPlan(Declared.in(List.of(installation.config("demo"))).orFail());
        out.accept("Starting broker, S3 endpoint, Connect worker and analytics on " + settings.folder());
        try (EmbeddedStack stack = EmbeddedStack.start(installation, settings, plan.allTopics(), out);
                Observer observer = new Observer(stack, plan)) {
            ConnectRest worker = new ConnectRest(stack.addresses().connectUrl());
            ConnectorSet connectors = new ConnectorSet(plan.connectors(), worker, line -> {});
            Milestones milestones = new Milestones(observer.look());
            begin(connectors, plan, worker);
            stack.awaitAll();
            AnalyticsRest analytics = new AnalyticsRest(stack.addresses().pageUrl());
            SqlScript.in(installation.config("demo")).forEach(analytics::carryOut);
            out.accept("All is running after " + elapsed() + " s. The page: "
                    + stack.addresses().pageUrl() + "/");
            watch(stack, observer, connectors, milestones, limit, interrupts);
            new Drain(worker, observer.lag(), analytics, stack.stack()::check, this::step).run(plan.sources());
            return conclude(stack, observer, analytics, milestones);
        }
    }

    private static void begin(ConnectorSet connectors, DemoPlan plan, ConnectRest worker) {
        connectors.apply();
        // A run before this one ended with the sources paused.
        plan.sources().forEach(source -> worker.resume(source.name()));
        connectors.awaitRunning();
    }

    private void watch(
            EmbeddedStack stack,
            Observer observer,
            ConnectorSet connectors,
            Milestones milestones,
            Optional<Duration> limit,
            Interrupts interrupts) {
        long start = System.nanoTime();
        out.accept(
                limit.map(time -> "For " + time.toSeconds() + " s").orElse("Until Ctrl-C") + ": records of each topic");
        for (int tick = 1; !over(start, limit) && !interrupts.wishedWithin(TICK); tick++) {
            stack.stack().check();
            Observation now = observer.look();
            milestones.note(now, elapsed(), ResidentMemory.mebibytes(processes(stack)));
            if (tick % TICKS_PER_LINE == 0) {
                out.accept(now.line(Duration.ofNanos(System.nanoTime() - start).toSeconds()));
                connectors.checkNoneFailed();
            }
        }
    }

    private static boolean over(long start, Optional<Duration> limit) {
        return limit.filter(time -> System.nanoTime() - start >= time.toNanos()).isPresent();
    }

    private static List<Long> processes(EmbeddedStack stack) {
        List<Long> pids = new ArrayList<>(stack.stack().pids());
        pids.add(ProcessHandle.current().pid());
        return pids;
    }

    private boolean conclude(EmbeddedStack stack, Observer observer, AnalyticsRest analytics, Milestones milestones) {
        step("auditing the lake against the topics");
        AuditReport found = audit.run(stack.auditScope(DemoPlan.PREFIX));
        step("scoring the cleaning against the planted defects");
        AuditScope scope = stack.auditScope(DemoPlan.PREFIX);
        Map<String, FeedScore> scores =
                new FeedCleaning(new ConnectorView(stack.addresses().connectUrl(), scope.environment())).scores();
        ObjectNode run = Summary.run(found, scores, observer.look().lake()).put("duration_s", elapsed());
        step("fitting the regressions and writing the report");
        ObjectNode summary = Summary.whole(run, analytics.report(run), stack.startSeconds(), milestones);
        List<String> idle = IdleStages.of(summary);
        boolean good = found.clean() && idle.isEmpty();
        summary.put("duration_s", elapsed()).put("ok", good);
        Path report = stack.folder().path().resolve("report");
        Path file = Summary.write(summary, report);
        ResultTable.lines(summary).forEach(out);
        run.path("audit").path("findings").forEach(finding -> out.accept("audit: " + finding.asText()));
        idle.forEach(out);
        out.accept("Report: " + report.resolve("index.html") + "   figures: " + file);
        out.accept(good ? "The audit is clean and every stage gave something." : "This run is NOT in order.");
        return good;
    }

    /** Says what is done now, and how long the command has run. */
    private void step(String what) {
        out.accept(String.format(Locale.ROOT, "after %.0f s: %s", elapsed(), what));
    }

    private double elapsed() {
        return Figures.seconds(System.nanoTime() - began);
    }
}
