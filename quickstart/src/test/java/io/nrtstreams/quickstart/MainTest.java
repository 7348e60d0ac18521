package io.nrtstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.quickstart.audit.AuditReport;
import io.nrtstreams.quickstart.audit.FeedAudit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private static final FeedAudit CLEAN = new FeedAudit("energy", "t", 2, 1, 1, 1, 0, 0, List.of());
    private static final FeedAudit DOUBLED = new FeedAudit("energy", "t", 2, 1, 1, 2, 0, 1, List.of("t-0: 5 twice"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private AuditReport report = new AuditReport(List.of(CLEAN), List.of());

    @Test
    void listsTheCommandsThatUsersStart() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString())
                .contains("demo", "up", "down", "status", "connectors", "audit", "feed", "clean")
                .doesNotContain("supervise");
    }

    /** Those of the script are not known to this class path and yet listed: they must be the same ones. */
    @Test
    void listsTheCommandsThatTheScriptRunsItself() throws Exception {
        assertThat(run("--help")).isZero();

        Path script = Path.of(System.getProperty("nrt.home", "..")).resolve("nrt");
        List<String> ofTheScript = Pattern.compile("if \\[\\[ \"\\$\\{1:-}\" == (\\w+) ]]")
                .matcher(Files.readString(script))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ofTheScript).contains("sql", "bench");
        assertThat(ofTheScript).allSatisfy(name -> assertThat(out.toString()).contains("\n  " + name + " "));
    }

    @Test
    void theHelpOfACommandIsItsOwn() {
        assertThat(run("down", "--help")).isZero();

        assertThat(out.toString()).contains("Stop the stack").doesNotContain("bench", "credentials");
    }

    @Test
    void aCleanAuditEndsWithZero() {
        assertThat(run("audit", "--bucket", "b", "--bootstrap", "h:1")).isZero();

        assertThat(out.toString())
                .isEqualTo("energy (t): 2 produced, 1 cleaned, 1 rejected, 1 stored, 0 missing, 0 doubled\nclean\n");
    }

    @Test
    void findingsEndWithTwoAndAreShown() {
        report = new AuditReport(List.of(DOUBLED), List.of("an object of no feed"));

        assertThat(run("audit", "--bucket", "b", "--bootstrap", "h:1")).isEqualTo(2);

        assertThat(out.toString()).contains("    t-0: 5 twice\n", "an object of no feed\nNOT clean\n");
    }

    @Test
    void whatUsersCanMendIsSaidWithoutAStackTrace() {
        assertThat(run("up", "--rate", "0")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo("nrt: --rate: expected at least 1 record per second, got 0\n");
    }

    @Test
    void debugAddsTheStackTrace() {
        assertThat(run("up", "--rate", "0", "--debug")).isEqualTo(1);

        assertThat(err.toString()).contains("\tat io.nrtstreams.quickstart.");
    }

    @Test
    void anOptionThatDoesNotExistIsNamed() {
        assertThat(run("demo", "--fro", "60s")).isEqualTo(2);

        assertThat(err.toString()).contains("'--fro'");
    }

    private int run(String... args) {
        CommandLine line = Main.commandLine(scope -> report);
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
