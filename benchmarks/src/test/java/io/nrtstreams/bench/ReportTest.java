package io.nrtstreams.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Report REPORT = new Report(List.of(
            new Measure(new Metric("a.cpu", "us", new Goal.AtMost(0.8)), 0.5, 0.25, Map.of("peer", 2.0)),
            new Measure(new Metric("b.rate", "records/s", new Goal.AtLeast(60_000)), 59_999.0, null, Map.of()),
            new Measure(new Metric("c.failed", "ms", new Goal.None()), null, null, Map.of())));

    @Test
    void theTableSaysWhatIsReached() {
        assertThat(REPORT.table()).isEqualTo("""
                        measure   value   unit       floor  peers   to reach   reached
                        a.cpu     0.50    us         0.25   peer 2  <= 0.80    yes
                        b.rate    59,999  records/s  -      -       >= 60,000  NO
                        c.failed  -       ms         -      -
                        """);
        assertThat(REPORT.isComplete()).isFalse();
    }

    @Test
    void theFileHoldsEveryMeasureWithItsFloorAndPeers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figures.json");

        REPORT.writeJson(file);

        JsonNode expected = new ObjectMapper().readTree("""
                        [{"name": "a.cpu", "unit": "us", "value": 0.5, "floor": 0.25, "peers": {"peer": 2.0}},
                         {"name": "b.rate", "unit": "records/s", "value": 59999.0, "floor": null, "peers": {}},
                         {"name": "c.failed", "unit": "ms", "value": null, "floor": null, "peers": {}}]
                        """);
        assertThat(new ObjectMapper().readTree(file.toFile())).isEqualTo(expected);
    }
}
