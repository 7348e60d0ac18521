package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads how one of several values is chosen. What is wrong with the arguments is noted. */
final class ChoiceReaders {

    private ChoiceReaders() {}

    static Generator constant(Node node) {
        Object value = node.value();
        if (value == null || node.isObject() || node.isList()) {
            node.mistake("expected a text, a number, true or false");
            return moment -> "?";
        }
        return numbered(List.of(value), moment -> value);
    }

    /** With bounds, if all the values are numbers. */
    private static Generator numbered(List<?> values, Generator generator) {
        if (!values.stream().allMatch(Number.class::isInstance)) {
            return generator;
        }
        double least = values.stream()
                .mapToDouble(v -> ((Number) v).doubleValue())
                .min()
                .orElse(0);
        double most = values.stream()
                .mapToDouble(v -> ((Number) v).doubleValue())
                .max()
                .orElse(0);
        return new Bounded(generator, new Generator.Bounds(least, most));
    }

    static Generator choice(Node node, Draws draws) {
        List<Object> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        if (node.isObject()) {
            node.members().forEach((name, weight) -> {
                values.add(name);
                weights.add(weight.number(0, 1e12));
            });
        } else {
            for (Node entry : node.entries()) {
                boolean weighted = entry.isObject();
                if (weighted) {
                    entry.checkNames(Set.of("value", "weight"));
                }
                Node value = weighted ? entry.get("value") : entry;
                if (value.value() == null || value.isObject() || value.isList()) {
                    value.mistake("expected a text, a number, true or false");
                } else {
                    values.add(value.value());
                    weights.add(weighted ? entry.get("weight").number(0, 1e12) : 1);
                }
            }
        }
        if (!usable(node, weights)) {
            return moment -> "?";
        }
        Choices choices = Choices.of(weights);
        Object[] table = values.toArray();
        return numbered(values, moment -> table[choices.drawn(draws, moment.draw, 0)]);
    }

    static boolean usable(Node node, List<Double> weights) {
        boolean usable = weights.stream().mapToDouble(Double::doubleValue).sum() > 0 && weights.size() <= Choices.MOST;
        if (!usable) {
            node.mistake("expected from 1 to " + Choices.MOST + " choices with weights that are not all 0");
        }
        return usable;
    }

    static Generator odds(Node node, Draws draws) {
        double odds = node.number(0, 1);
        return moment -> draws.unit(moment.draw, 0) < odds;
    }

    static Generator states(Node node, Draws draws) {
        node.checkNames(Set.of("transitions", "frame"));
        Map<String, Node> transitions = node.get("transitions").members();
        List<String> names = new ArrayList<>(transitions.keySet());
        if (names.isEmpty()) {
            node.get("transitions").mistake("expected at least one state, the first of which is where devices begin");
            return moment -> "?";
        }
        List<Choices> next = new ArrayList<>();
        List<Boolean> last = new ArrayList<>();
        transitions.forEach((state, targets) -> {
            double[] weights = new double[names.size()];
            targets.members().forEach((target, weight) -> {
                int place = names.indexOf(target);
                if (place < 0) {
                    weight.mistake("there is no state " + target
                            + Suggestions.nearest(target, names)
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse(""));
                } else {
                    weights[place] = weight.number(0, 1e12);
                }
            });
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            last.add(sum <= 0);
            next.add(new Choices(sum <= 0 ? new double[] {1} : weights));
        });
        int frame = (int) node.optionalWhole("frame", 1, 10_000).orElse(64);
        return new States(draws, List.copyOf(names), List.copyOf(next), List.copyOf(last), frame);
    }
}
