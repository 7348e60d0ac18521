package io.nrtstreams.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.quickstart.connect.Connector;
import io.nrtstreams.quickstart.connect.Declared;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo as it is declared in connectors-config. */
class DemoPlanTest {
    private final DemoPlan plan =
            new DemoPlan(Declared.in(List.of(Path.of(System.getProperty("nrt.home"), "connectors-config", "demo")))
                    .orFail());

    @Test
    void tellsSourcesFromSinks() {
        assertThat(plan.sources()).extracting(Connector::name).hasSize(5).allMatch(name -> name.endsWith("-source"));
        assertThat(plan.sinks()).extracting(Connector::name).hasSize(5).allMatch(name -> name.contains("-s3-"));
    }

    @Test
    void everySinkWritesBelowThePrefixThatIsAudited() {
        assertThat(plan.sinks())
                .allSatisfy(sink -> assertThat(sink.config()).containsEntry("s3.prefix", DemoPlan.PREFIX));
    }

    @Test
    void makesTheTopicsForRecordsRejectsDeadLettersAndResults() {
        assertThat(plan.allTopics())
                .containsExactlyInAnyOrder(
                        "tiktok_category",
                        "energy_consumption",
                        "weather",
                        "northwest_load",
                        "northwest_weather",
                        "tiktok_category.rejected",
                        "energy_consumption.rejected",
                        "weather.dlq",
                        "tiktok_engagement",
                        "energy_by_house_minute",
                        "weather_by_city");
    }
}
