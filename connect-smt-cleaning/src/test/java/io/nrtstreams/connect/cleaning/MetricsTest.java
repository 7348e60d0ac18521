package io.nrtstreams.connect.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nrtstreams.connect.cleaning.metrics.CleaningMetric;
import io.nrtstreams.connect.kit.docs.GeneratedPage;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    private Set<ObjectName> before;

    @BeforeEach
    void look() throws JMException {
        before = beans();
    }

    @Test
    void everyRuleSaysWhatItDid() throws JMException {
        try (Clean.Value<SourceRecord> clean = new Clean.Value<>()) {
            clean.configure(Map.of(
                    "field.n",
                    "to int32 else null | range 0..9",
                    "field.m",
                    "trim | enum 'a' else flag",
                    "field.o",
                    "require else drop"));
            clean.apply(Records.source(Map.of("n", "1", "m", " a", "o", 1)));
            clean.apply(Records.source(Map.of("n", "x", "m", "b", "o", 1)));
            clean.apply(Records.source(Map.of("n", 11, "m", "a", "o", 1)));
            clean.apply(Records.source(Map.of("n", 1, "m", "a")));
            clean.apply(Records.source("t", "key", null));

            assertThat(figures(Map.of()))
                    .containsEntry("records-total", 4.0)
                    .containsEntry("records-changed-total", 2.0)
                    .containsEntry("records-rejected-total", 1.0)
                    .containsEntry("records-dropped-total", 1.0)
                    .containsEntry("records-flagged-total", 1.0);
            assertThat(figures(Map.of("field", "n", "rule", "1 to")))
                    .containsEntry("rule-seen-total", 4.0)
                    .containsEntry("rule-changed-total", 1.0);
            assertThat(failed("n", "1 to", "null")).isEqualTo(1.0);
            assertThat(failed("n", "2 range", "reject")).isEqualTo(1.0);
            assertThat(failed("m", "2 enum", "keep")).isEqualTo(1.0);
            assertThat(failed("o", "1 require", "drop")).isEqualTo(1.0);
        }
        assertThat(fresh()).isEmpty();
    }

    @Test
    void twoOfAKindAreToldApartByANumber() throws JMException {
        try (Parse.Value<SinkRecord> first = new Parse.Value<>();
                Parse.Value<SinkRecord> second = new Parse.Value<>()) {
            first.configure(Map.of("format", "csv", "schema", "n:int32"));
            second.configure(Map.of("format", "csv", "schema", "n:int32"));
            first.apply(Records.sink("1"));
            second.apply(Records.sink("1"));

            assertThat(fresh())
                    .hasSize(2)
                    .extracting(name -> name.getKeyProperty("transform"), name -> name.getKeyProperty("side"))
                    .containsOnly(tuple("Parse", "value"));
        }
    }

    @Test
    void thePageListsThem() {
        StringBuilder page = new StringBuilder("# Metrics of the cleaning transforms\n\n"
                + "<!-- Written by the build from the code. Change the code, not this page. -->\n\n"
                + "| metric | what it is |\n| --- | --- |\n");
        for (CleaningMetric metric : CleaningMetric.values()) {
            page.append("| `")
                    .append(metric.metric().name())
                    .append("` | ")
                    .append(metric.metric().doc())
                    .append(" |\n");
        }
        GeneratedPage.at("docs/reference/cleaning-metrics.md").check(page.toString());
    }

    private Double failed(String field, String rule, String action) throws JMException {
        return figures(Map.of("field", field, "rule", rule, "action", action)).get("rule-failed-total");
    }

    /** The attributes of the bean that has these tags and no others beside the ones of every bean. */
    private Map<String, Double> figures(Map<String, String> tags) throws JMException {
        Map<String, Double> figures = new TreeMap<>();
        for (ObjectName name : fresh()) {
            Map<String, String> own = new HashMap<>(name.getKeyPropertyList());
            own.keySet().removeAll(List.of("type", "transform", "side", "number"));
            if (own.equals(tags)) {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                    Number value = (Number) server.getAttribute(name, attribute.getName());
                    figures.put(attribute.getName(), value.doubleValue());
                }
            }
        }
        return figures;
    }

    /** The beans that came after the test began, as other tests leave theirs. */
    private Set<ObjectName> fresh() throws JMException {
        Set<ObjectName> names = beans();
        names.removeAll(before);
        return names;
    }

    private Set<ObjectName> beans() throws JMException {
        return server.queryNames(new ObjectName("nrt.streams:type=cleaning,*"), null);
    }
}
