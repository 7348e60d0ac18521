package io.nrtstreams.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.it.stack.Project;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The main job as its user runs it: the launcher, all processes, an interruption, and the report in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final List<String> FEEDS =
            List.of("tiktok", "energy", "weather", "northwest_load", "northwest_weather");

    @TempDir
    static Path folder;

    private final List<String> ports = new ArrayList<>();
    private Path out;
    private JsonNode summary;

    @BeforeAll
    void theDemoIsKilledMidwayAndRunsAgainOnTheSameFolder() throws Exception {
        out = folder.resolve("demo");
        // The same for both runs: a broker that is to end transactions of before looks for itself where it was.
        for (String option : List.of("--port", "--broker-port", "--controller-port", "--connect-port", "--s3-port")) {
            ports.addAll(List.of(option, Integer.toString(freePort())));
        }
        Process interrupted = demo("--for", "600s");
        awaitObjects(interrupted);
        interrupted.destroyForcibly().waitFor();

        Process again = demo("--for", "20s");
        boolean ended = again.waitFor(4, TimeUnit.MINUTES);
        String printed = Files.readString(folder.resolve("printed"));
        assertThat(ended)
                .as("the demo ends by itself; it printed:%n%s", printed)
                .isTrue();
        assertThat(again.exitValue()).as(printed).isZero();
        summary = new ObjectMapper().readTree(out.resolve("report/summary.json").toFile());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process demo(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Project.HOME.resolve("nrt").toString(), "demo"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--out", out.toString(), "--rate", "50"));
        command.addAll(ports);
        File printed = folder.resolve("printed").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
    }

    /** Until the lake holds a few objects, so that the kill comes while every part is at work. */
    private void awaitObjects(Process process) throws Exception {
        Path lake = out.resolve("s3");
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (objects(lake) < 5) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("printed")))
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("objects in S3 within three minutes")
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static long objects(Path lake) throws IOException {
        if (!Files.exists(lake)) {
            return 0;
        }
        try (var files = Files.walk(lake)) {
            return files.filter(file -> file.toString().endsWith(".gz")).count();
        } catch (java.io.UncheckedIOException e) {
            return 0; // A file that the endpoint renamed while the folder was walked; the next look sees it.
        }
    }

    @Test
    void nothingIsMissingAndNothingDoubledAlthoughItWasKilled() {
        assertThat(summary.path("ok").asBoolean()).isTrue();
        for (String feed : FEEDS) {
            JsonNode numbers = summary.path("feeds").path(feed);
            assertThat(numbers.path("produced").asLong()).as(feed).isPositive();
            assertThat(numbers.path("stored").asLong())
                    .as(feed)
                    .isPositive()
                    .isEqualTo(numbers.path("cleaned").asLong());
            assertThat(numbers.path("missing").asLong(-1)).as(feed).isZero();
            assertThat(numbers.path("doubled").asLong(-1)).as(feed).isZero();
        }
        assertThat(summary.path("objects").path("count").asLong()).isPositive();
    }

    @Test
    void everyQueryHasRowsAndTellsItsLatency() {
        for (String query : List.of("tiktok_engagement", "energy_by_house_minute", "weather_by_city")) {
            JsonNode numbers = summary.path("queries").path(query);
            assertThat(numbers.path("rows").asLong()).as(query).isPositive();
            assertThat(numbers.path("last_batch_ms_p50").asDouble()).as(query).isPositive();
            assertThat(numbers.path("end_to_end_ms_p95").asDouble()).as(query).isPositive();
        }
    }

    @Test
    void theRegressionOnRealDataSaysHowLittleTemperatureAloneExplains() {
        JsonNode regressions = summary.path("regressions");
        List<String> names = new ArrayList<>();
        regressions.fieldNames().forEachRemaining(names::add);
        assertThat(names).hasSizeGreaterThanOrEqualTo(3);
        assertThat(regressions).allSatisfy(model -> {
            assertThat(model.path("train_rows").asLong()).isPositive();
            assertThat(model.path("test_rows").asLong()).isPositive();
            assertThat(model.path("formula").asText()).contains("~");
            assertThat(model.path("r2").isNumber()).isTrue();
        });
    }

    @Test
    void noProcessIsLeftBehind() {
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .commandLine()
                                .filter(line -> line.contains(out.toString()))
                                .isPresent()))
                .isEmpty();
    }

    @Test
    void theReportOpensInABrowserWithItsTablesAndCharts() {
        Path browser = Path.of("/usr/bin/chromium");
        Path driverFile = Path.of("/usr/bin/chromedriver");
        boolean there = Files.isExecutable(browser) && Files.isExecutable(driverFile);
        if (!there) {
            System.out.println("SKIPPED: the report in a browser, because chromium and chromedriver are not installed");
        }
        Assumptions.assumeTrue(there, "chromium and chromedriver are not installed");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND");
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverFile.toFile())
                        .build(),
                options);
        try {
            driver.get(out.resolve("report/index.html").toUri().toString());
            assertThat(driver.getTitle()).isNotBlank();
            assertThat(driver.findElements(By.tagName("svg"))).hasSizeGreaterThanOrEqualTo(4);
            assertThat(driver.findElements(By.tagName("table"))).hasSizeGreaterThanOrEqualTo(4);
            String text = driver.findElement(By.tagName("body")).getText();
            assertThat(text).contains("Fullerton", "MW", "R²");
            assertThat(driver.findElements(By.cssSelector("svg circle")))
                    .as("points of the scatter charts")
                    .hasSizeGreaterThan(100)
                    .allMatch(WebElement::isDisplayed);
            assertThat(driver.manage().logs().get("browser").getAll())
                    .as("errors in the browser's console")
                    .isEmpty();
        } finally {
            driver.quit();
        }
    }
}
