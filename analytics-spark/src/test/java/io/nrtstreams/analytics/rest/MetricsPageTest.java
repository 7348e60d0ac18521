package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** docs/reference/sql-metrics.md is what /metrics gives; {@code -Dnrt.docs.write=true} writes it. */
class MetricsPageTest {

    private static final Path PAGE = Path.of(System.getProperty("nrt.home", ".."), "docs/reference/sql-metrics.md");

    @Test
    void eachFigureIsListed() throws Exception {
        String scrape;
        try (TestServer server = TestServer.of(new StandInService())) {
            server.get("/info");
            scrape = server.get("/metrics").body();
        }
        String page = page(scrape);
        if (Boolean.getBoolean("nrt.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("write it with -Dnrt.docs.write=true")
                .isEqualTo(page);
    }

    private static String page(String scrape) throws IOException {
        Map<String, String> types = new TreeMap<>();
        Map<String, String> meanings = new TreeMap<>();
        for (String line : scrape.lines().toList()) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                meanings.put(words[2], words[3].strip());
            } else if (line.startsWith("# TYPE ")) {
                types.put(words[2], words[3].strip());
            }
        }
        StringBuilder page = new StringBuilder("""
                # Metrics of the SQL server's HTTP interface

                What `GET /metrics` gives of it, in Prometheus' text format. `nrt_rest_requests_seconds` has the tags `endpoint`, the path
                without what is variable in it, and `status`, which is 0 when the client was gone before the end of its answer.

                | metric | type | what it is |
                | --- | --- | --- |
                """);
        types.forEach((name, type) -> page.append("| `")
                .append(name)
                .append("` | ")
                .append(type)
                .append(" | ")
                .append(meanings.get(name))
                .append(" |\n"));
        return page.toString();
    }
}
