package io.nrtstreams.sql.function.builtin.aggregate;

import java.util.List;

/** Lists the aggregate functions. */
public final class AggregateFunctions {

    private AggregateFunctions() {}

    public static List<Class<?>> all() {
        return List.of(
                Attribute.class,
                Average.class,
                CollectList.class,
                CollectSet.class,
                Correlation.class,
                Count.class,
                CountDistinct.class,
                EarliestByOffset.class,
                Histogram.class,
                LatestByOffset.class,
                Maximum.class,
                Minimum.class,
                SampleDeviation.class,
                SampleVariance.class,
                Sum.class,
                SumList.class,
                TopK.class,
                TopKDistinct.class);
    }
}
