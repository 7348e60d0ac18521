package io.nrtstreams.sql.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.function.FunctionDescription;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.builtin.aggregate.AggregateFunctions;
import io.nrtstreams.sql.function.builtin.table.TableFunctions;
import io.nrtstreams.sql.function.builtin.text.TextFunctions;
import io.nrtstreams.sql.function.builtin.url.UrlFunctions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionsTest {

    static List<FunctionDescription> functions() {
        return FunctionRegistry.of(Stream.of(
                                AggregateFunctions.all(), TableFunctions.all(), TextFunctions.all(), UrlFunctions.all())
                        .flatMap(List::stream)
                        .toList())
                .functions();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void tellWhatAUserNeeds(FunctionDescription function) {
        assertThat(function.description()).endsWith(".");
        assertThat(function.category()).isNotEqualTo("OTHER");
        assertThat(function.examples())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example).contains(function.name() + "("));
        assertThat(function.signatures())
                .flatExtracting(FunctionDescription.Signature::parameters)
                .allSatisfy(parameter ->
                        assertThat(parameter.description()).as(parameter.name()).isNotEmpty());
    }

    @Test
    void coverTheAggregates() {
        assertThat(FunctionRegistry.of(AggregateFunctions.all()).functions())
                .extracting(FunctionDescription::name)
                .containsExactly(
                        "ATTR",
                        "AVG",
                        "COLLECT_LIST",
                        "COLLECT_SET",
                        "CORRELATION",
                        "COUNT",
                        "COUNT_DISTINCT",
                        "EARLIEST_BY_OFFSET",
                        "HISTOGRAM",
                        "LATEST_BY_OFFSET",
                        "MAX",
                        "MIN",
                        "STDDEV_SAMP",
                        "STDDEV_SAMPLE",
                        "SUM",
                        "SUM_LIST",
                        "TOPK",
                        "TOPKDISTINCT");
    }
}
