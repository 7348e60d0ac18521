package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.series.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads how numbers are made. What is wrong with the arguments is noted. */
final class NumberReaders {

    private NumberReaders() {}

    static Generator uniform(Node node, Draws draws) {
        node.checkNames(Set.of("min", "max"));
        double least = node.get("min").number();
        double most = node.get("max").number();
        if (most < least) {
            node.get("max").mistake("expected a number from min on");
            return moment -> least;
        }
        boolean whole = node.get("min").value() instanceof Long
                && node.get("max").value() instanceof Long
                && most - least < 0x1p53;
        Generator.Bounds bounds = new Generator.Bounds(least, most);
        if (whole) {
            long from = (long) least;
            double count = most - least + 1;
            return new Bounded(moment -> from + (long) (draws.unit(moment.draw, 0) * count), bounds);
        }
        return new Numbers(bounds, moment -> least + draws.unit(moment.draw, 0) * (most - least));
    }

    static Generator normal(Node node, Draws draws) {
        node.checkNames(Set.of("mean", "deviation", "min", "max"));
        double mean = node.get("mean").number();
        double deviation = node.get("deviation").number(0, Double.MAX_VALUE);
        double most = Numbers.MOST_DEVIATION * deviation;
        return new Numbers(
                bounds(node, mean - most, mean + most),
                moment -> mean + deviation * Numbers.normal(draws, moment.draw));
    }

    static Generator logNormal(Node node, Draws draws) {
        node.checkNames(Set.of("median", "sigma", "min", "max"));
        double median = node.get("median").number(Double.MIN_VALUE, Double.MAX_VALUE);
        double sigma = node.get("sigma").number(0, 20);
        return new Numbers(
                bounds(node, 0, median * StrictMath.exp(sigma * Numbers.MOST_DEVIATION)),
                moment -> median * StrictMath.exp(sigma * Numbers.normal(draws, moment.draw)));
    }

    private static Generator.Bounds bounds(Node node, double least, double most) {
        double from = node.optionalNumber("min").orElse(least);
        double to = node.optionalNumber("max").orElse(most);
        if (to < from) {
            node.get("max").mistake("expected a number from min on");
            return new Generator.Bounds(from, from);
        }
        return new Generator.Bounds(from, to);
    }

    static Generator zipf(Node node, Draws draws) {
        node.checkNames(Set.of("count", "exponent", "start"));
        int count = (int) node.get("count").whole(1, Choices.MOST);
        double exponent = node.optionalNumber("exponent").orElse(1);
        long start = node.optionalWhole("start", Long.MIN_VALUE / 2, Long.MAX_VALUE / 2)
                .orElse(1);
        Choices choices = Choices.zipf(count, exponent);
        return new Bounded(
                moment -> start + choices.drawn(draws, moment.draw, 0),
                new Generator.Bounds(start, start + count - 1.0));
    }

    static Generator histogram(Node node, Draws draws) {
        List<double[]> buckets = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Node bucket : node.entries()) {
            bucket.checkNames(Set.of("from", "to", "weight"));
            double from = bucket.get("from").number();
            double to = bucket.get("to").number();
            if (to < from) {
                bucket.get("to").mistake("expected a number that is not below from");
            }
            buckets.add(new double[] {from, to});
            weights.add(bucket.get("weight").number(0, 1e12));
        }
        if (!ChoiceReaders.usable(node, weights)) {
            return moment -> 0.0;
        }
        Choices choices = Choices.of(weights);
        double least = buckets.stream().mapToDouble(b -> b[0]).min().orElse(0);
        double most = buckets.stream().mapToDouble(b -> b[1]).max().orElse(0);
        return new Numbers(new Generator.Bounds(least, most), moment -> {
            double[] bucket = buckets.get(choices.drawn(draws, moment.draw, 0));
            return bucket[0] + draws.unit(moment.draw, 1) * (bucket[1] - bucket[0]);
        });
    }

    static Generator sequence(Node node) {
        node.checkNames(Set.of("start", "step", "restart", "initial", "per"));
        long start = node.optionalWhole("start", -(1L << 52), 1L << 52).orElse(0);
        long step = node.optionalWhole("step", -(1L << 40), 1L << 40).orElse(1);
        long initial = node.optionalWhole("initial", -(1L << 52), 1L << 52).orElse(start);
        boolean ofDevice = node.has("per")
                && node.get("per").oneOf(Set.of("device", "connector")).equals("device");
        long length = Long.MAX_VALUE;
        if (node.has("restart")) {
            long restart = node.get("restart").whole(-(1L << 52), 1L << 52);
            if (step == 0 || (restart - start) / (double) step <= 0) {
                node.get("restart").mistake("expected a number that steps from start lead to");
            } else {
                length = Math.max(1, (long) Math.ceil((restart - start) / (double) step));
            }
        }
        long first = step == 0 ? 0 : (initial - start) / step;
        long wraps = length;
        return moment -> start + step * ((first + (ofDevice ? moment.round : moment.ordinal)) % wraps);
    }

    static Generator walk(Node node, Draws draws) {
        node.checkNames(Set.of("start", "step", "min", "max"));
        double least = node.get("min").number();
        double most = node.get("max").number();
        if (!(most > least)) {
            node.get("max").mistake("expected a number above min");
            most = least + 1;
        }
        double start = node.optionalNumber("start").orElse((least + most) / 2);
        if (start < least || start > most) {
            node.get("start").mistake("expected a number from min to max");
        }
        return new Walk(draws, start, node.get("step").number(0, 1e300), least, most);
    }
}
