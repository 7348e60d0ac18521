package io.nrtstreams.connect.mock.custom;

import com.github.curiousoddman.rgxgen.RgxGen;
import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.climate.Climate;
import io.nrtstreams.connect.mock.world.climate.Weather;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how the values of a field are made: one of {@link #NAMES}, with its arguments. */
final class GeneratorReader {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int LENGTH = 0;
    private static final int UUID_HIGH = 0;
    private static final int UUID_LOW = 1;

    private static final Map<String, ToDoubleFunction<Weather>> WEATHER = Map.of(
            "temperature_c", Weather::temperatureC,
            "feels_like_c", Weather::feelsLikeC,
            "humidity", Weather::humidity,
            "cloud", Weather::cloud,
            "pressure_mb", Weather::pressureMb,
            "wind_kph", Weather::windKph,
            "wind_degree", Weather::windDegree,
            "rain_mm", Weather::rainMm);

    private static final Map<String, Long> TIMES =
            Map.of("epoch_s", NANOS_PER_SECOND, "epoch_ms", 1_000_000L, "epoch_us", 1_000L, "epoch_ns", 1L);

    private interface Reader {
        Generator read(GeneratorReader by, Node arguments, Draws draws);
    }

    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    static {
        READERS.put("constant", (by, node, draws) -> constant(node));
        READERS.put("choice", (by, node, draws) -> choice(node, draws));
        READERS.put("odds", (by, node, draws) -> odds(node, draws));
        READERS.put("uniform", (by, node, draws) -> uniform(node, draws));
        READERS.put("normal", (by, node, draws) -> normal(node, draws));
        READERS.put("logNormal", (by, node, draws) -> logNormal(node, draws));
        READERS.put("zipf", (by, node, draws) -> zipf(node, draws));
        READERS.put("histogram", (by, node, draws) -> histogram(node, draws));
        READERS.put("sequence", (by, node, draws) -> sequence(node));
        READERS.put("walk", (by, node, draws) -> walk(node, draws));
        READERS.put("states", (by, node, draws) -> states(node, draws));
        READERS.put("row", (by, node, draws) -> by.row(node));
        READERS.put("regex", (by, node, draws) -> regex(node, draws));
        READERS.put("text", (by, node, draws) -> text(node, draws));
        READERS.put("uuid", (by, node, draws) -> uuid(node, draws));
        READERS.put("device", (by, node, draws) -> device(node));
        READERS.put("time", (by, node, draws) -> time(node));
        READERS.put("template", (by, node, draws) -> by.template(node));
        READERS.put("expression", (by, node, draws) -> by.expression(node));
        READERS.put("by", (by, node, draws) -> by.cases(node));
        READERS.put("from", (by, node, draws) -> by.from(node, draws));
        READERS.put("weather", (by, node, draws) -> by.weather(node));
    }

    /** The names of all generators. */
    static final Set<String> NAMES = READERS.keySet();

    private final Scope scope;

    GeneratorReader(Scope scope) {
        this.scope = scope;
    }

    /** The generator of a name that is one of {@link #NAMES}; what is wrong with its arguments is noted. */
    Generator read(String name, Node arguments) {
        Reader reader = READERS.get(name);
        if (reader == null) {
            throw new IllegalArgumentException("there is no generator " + name);
        }
        return reader.read(this, arguments, scope.draws(arguments.path()));
    }

    private static Generator constant(Node node) {
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

    private record Bounded(Generator of, Bounds bounds) implements Generator {
        @Override
        public @Nullable Object value(Moment moment) {
            return of.value(moment);
        }
    }

    private static Generator choice(Node node, Draws draws) {
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

    private static boolean usable(Node node, List<Double> weights) {
        boolean usable = weights.stream().mapToDouble(Double::doubleValue).sum() > 0 && weights.size() <= Choices.MOST;
        if (!usable) {
            node.mistake("expected from 1 to " + Choices.MOST + " choices with weights that are not all 0");
        }
        return usable;
    }

    private static Generator odds(Node node, Draws draws) {
        double odds = node.number(0, 1);
        return moment -> draws.unit(moment.draw, 0) < odds;
    }

    private static Generator uniform(Node node, Draws draws) {
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

    private static Generator normal(Node node, Draws draws) {
        node.checkNames(Set.of("mean", "deviation", "min", "max"));
        double mean = node.get("mean").number();
        double deviation = node.get("deviation").number(0, Double.MAX_VALUE);
        double most = Numbers.MOST_DEVIATION * deviation;
        return new Numbers(
                bounds(node, mean - most, mean + most),
                moment -> mean + deviation * Numbers.normal(draws, moment.draw));
    }

    private static Generator logNormal(Node node, Draws draws) {
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

    private static Generator zipf(Node node, Draws draws) {
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

    private static Generator histogram(Node node, Draws draws) {
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
        if (!usable(node, weights)) {
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

    private static Generator sequence(Node node) {
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

    private static Generator walk(Node node, Draws draws) {
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

    private static Generator states(Node node, Draws draws) {
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

    /** Fields of the same set take their values from the same place in their lists. */
    private Generator row(Node node) {
        node.checkNames(Set.of("set", "values"));
        Draws draws = scope.draws("row " + node.get("set").text());
        List<@Nullable Object> values = new ArrayList<>();
        for (Node value : node.get("values").entries()) {
            if (value.isObject() || value.isList()) {
                value.mistake("expected a text, a number, true or false");
            }
            values.add(value.value());
        }
        if (values.isEmpty()) {
            node.get("values").mistake("expected at least one value");
            return moment -> null;
        }
        return moment -> values.get(draws.below(values.size(), moment.draw, 0));
    }

    private static Generator regex(Node node, Draws draws) {
        String pattern = node.text();
        RgxGen regex;
        try {
            Pattern.compile(pattern);
            regex = RgxGen.parse(pattern);
        } catch (RuntimeException e) {
            node.mistake("is no regular expression of which texts can be made");
            return moment -> "?";
        }
        return moment -> regex.generate(randomOf(draws.bits(moment.draw, 0)));
    }

    /** Random numbers that follow from their beginning: its SplitMix64 sequence. */
    private static RandomGenerator randomOf(long beginning) {
        Draws draws = Draws.of(beginning, "");
        return new RandomGenerator() {
            private long next;

            @Override
            public long nextLong() {
                return draws.bits(next++, 0);
            }
        };
    }

    private static Generator text(Node node, Draws draws) {
        node.checkNames(Set.of("min", "max"));
        int least = (int) node.optionalWhole("min", 0, 10_000).orElse(8);
        int most = (int) node.optionalWhole("max", least, 10_000).orElse(Math.max(least, 16));
        return moment -> {
            char[] text = new char[draws.between(least, most, moment.draw, LENGTH)];
            Draws letters = Draws.of(draws.bits(moment.draw, 1), "");
            for (int i = 0; i < text.length; i++) {
                text[i] = LETTERS.charAt(letters.below(LETTERS.length(), i, 0));
            }
            return new String(text);
        };
    }

    private static Generator uuid(Node node, Draws draws) {
        noArguments(node);
        // Version 4, variant 2 (RFC 9562).
        return moment -> new UUID(
                        (draws.bits(moment.draw, UUID_HIGH) & ~0xf000L) | 0x4000L,
                        (draws.bits(moment.draw, UUID_LOW) >>> 2) | 0x8000000000000000L)
                .toString();
    }

    private static void noArguments(Node node) {
        if (!(node.value() instanceof Map<?, ?> map && map.isEmpty())) {
            node.mistake("expected {}, it has no arguments");
        }
    }

    private static Generator device(Node node) {
        node.checkNames(Set.of("start"));
        long start = node.optionalWhole("start", 0, 1L << 52).orElse(0);
        return moment -> start + moment.device;
    }

    private static Generator time(Node node) {
        node.checkNames(Set.of("as"));
        String as = node.optionalText("as").orElse("epoch_ms");
        if (as.equals("iso")) {
            return moment -> Instant.ofEpochSecond(0, moment.eventNanos / 1_000_000 * 1_000_000)
                    .toString();
        }
        Long unit = TIMES.get(as);
        if (unit == null) {
            node.get("as").mistake("expected one of epoch_s, epoch_ms, epoch_us, epoch_ns, iso");
            return moment -> 0L;
        }
        return moment -> moment.eventNanos / unit;
    }

    private Generator template(Node node) {
        String pattern = node.text();
        List<String> texts = new ArrayList<>();
        List<Generator> fields = new ArrayList<>();
        Matcher places = PLACE.matcher(pattern);
        int from = 0;
        while (places.find()) {
            texts.add(pattern.substring(from, places.start()));
            fields.add(field(node, places.group(1)));
            from = places.end();
        }
        texts.add(pattern.substring(from));
        return new Templates(List.copyOf(texts), List.copyOf(fields));
    }

    private Generator field(Node node, String name) {
        if (name.equals("device")) {
            return moment -> (long) moment.device;
        }
        try {
            return scope.field(name);
        } catch (IllegalArgumentException e) {
            node.mistake(String.valueOf(e.getMessage()));
            return moment -> null;
        }
    }

    private Generator expression(Node node) {
        try {
            return Expression.parse(node.text(), name -> field(node, name));
        } catch (IllegalArgumentException e) {
            node.mistake(String.valueOf(e.getMessage()));
            return moment -> 0.0;
        }
    }

    private Generator cases(Node node) {
        node.checkNames(Set.of("field", "cases", "else"));
        Node named = node.get("field");
        Generator of = field(named, named.text());
        Map<String, Generator> cases = new LinkedHashMap<>();
        node.get("cases").members().forEach((value, inner) -> cases.put(value, only(inner)));
        Generator otherwise = node.has("else") ? only(node.get("else")) : moment -> null;
        Generator chosen = moment -> {
            Generator found = cases.get(String.valueOf(of.value(moment)));
            return (found == null ? otherwise : found).value(moment);
        };
        List<Generator> all = new ArrayList<>(cases.values());
        if (node.has("else")) {
            all.add(otherwise);
        }
        boolean bounded = !all.isEmpty() && all.stream().allMatch(one -> one.bounds() != null);
        if (!bounded) {
            return chosen;
        }
        double least = all.stream().mapToDouble(one -> least(one)).min().orElse(0);
        double most = all.stream().mapToDouble(one -> most(one)).max().orElse(0);
        return new Bounded(chosen, new Generator.Bounds(least, most));
    }

    private static double least(Generator one) {
        Generator.Bounds bounds = one.bounds();
        return bounds == null ? 0 : bounds.least();
    }

    private static double most(Generator one) {
        Generator.Bounds bounds = one.bounds();
        return bounds == null ? 0 : bounds.most();
    }

    /** An object that names one generator. */
    private Generator only(Node node) {
        Map<String, Node> members = node.members();
        node.checkNames(NAMES);
        if (members.size() != 1) {
            node.mistake("expected one of the generators " + String.join(", ", NAMES));
        }
        Optional<Map.Entry<String, Node>> named = members.entrySet().stream()
                .filter(entry -> NAMES.contains(entry.getKey()))
                .findFirst();
        return named.isPresent() ? read(named.get().getKey(), named.get().getValue()) : moment -> null;
    }

    private Generator from(Node node, Draws draws) {
        node.checkNames(Set.of("feed", "field", "records", "zipf"));
        Scope.Referred feed = scope.feeds().get(node.get("feed").text());
        if (feed == null) {
            node.get("feed")
                    .mistake("expected one of the names under feeds: "
                            + String.join(", ", scope.feeds().keySet()));
            return moment -> null;
        }
        List<String> names =
                feed.definition().fields().stream().map(CompiledField::name).toList();
        int place = names.indexOf(node.get("field").text());
        if (place < 0) {
            node.get("field").mistake("expected one of the fields of that feed: " + String.join(", ", names));
            return moment -> null;
        }
        int records = (int) node.optionalWhole("records", 1, Choices.MOST)
                .orElse(feed.feed().devices());
        Choices choices =
                node.has("zipf") ? Choices.zipf(records, node.get("zipf").number(0, 20)) : null;
        return new Reference(feed.feed(), place, records, choices, draws);
    }

    private Generator weather(Node node) {
        node.checkNames(Set.of("value", "city", "city_field"));
        Node value = node.get("value");
        ToDoubleFunction<Weather> read = WEATHER.get(value.oneOf(WEATHER.keySet()));
        Climate climate = World.of(scope.seed()).climate();
        if (read == null) {
            return moment -> 0.0;
        }
        if (node.has("city_field")) {
            Node named = node.get("city_field");
            Generator city = field(named, named.text());
            return moment -> {
                int place = place(String.valueOf(city.value(moment)));
                return place < 0 ? null : (Object) read.applyAsDouble(climate.at(place, moment.eventNanos));
            };
        }
        int place = place(node.get("city").text());
        if (place < 0) {
            node.get("city")
                    .mistake("expected one of "
                            + String.join(
                                    ", ", City.ALL.stream().map(City::query).toList()));
            return moment -> 0.0;
        }
        return moment -> read.applyAsDouble(climate.at(place, moment.eventNanos));
    }

    private static int place(String city) {
        for (int i = 0; i < City.ALL.size(); i++) {
            if (City.ALL.get(i).query().equals(city) || City.ALL.get(i).name().equals(city)) {
                return i;
            }
        }
        return -1;
    }
}
