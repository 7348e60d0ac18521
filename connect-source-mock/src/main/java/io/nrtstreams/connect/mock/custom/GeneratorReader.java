package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.climate.Climate;
import io.nrtstreams.connect.mock.world.climate.Weather;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how the values of a field are made: one of {@link #NAMES}, with its arguments. */
final class GeneratorReader {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    private static final Map<String, ToDoubleFunction<Weather>> WEATHER = Map.of(
            "temperature_c", Weather::temperatureC,
            "feels_like_c", Weather::feelsLikeC,
            "humidity", Weather::humidity,
            "cloud", Weather::cloud,
            "pressure_mb", Weather::pressureMb,
            "wind_kph", Weather::windKph,
            "wind_degree", Weather::windDegree,
            "rain_mm", Weather::rainMm);

    private interface Reader {
        Generator read(GeneratorReader by, Node arguments, Draws draws);
    }

    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    static {
        READERS.put("constant", (by, node, draws) -> ChoiceReaders.constant(node));
        READERS.put("choice", (by, node, draws) -> ChoiceReaders.choice(node, draws));
        READERS.put("odds", (by, node, draws) -> ChoiceReaders.odds(node, draws));
        READERS.put("uniform", (by, node, draws) -> NumberReaders.uniform(node, draws));
        READERS.put("normal", (by, node, draws) -> NumberReaders.normal(node, draws));
        READERS.put("logNormal", (by, node, draws) -> NumberReaders.logNormal(node, draws));
        READERS.put("zipf", (by, node, draws) -> NumberReaders.zipf(node, draws));
        READERS.put("histogram", (by, node, draws) -> NumberReaders.histogram(node, draws));
        READERS.put("sequence", (by, node, draws) -> NumberReaders.sequence(node));
        READERS.put("walk", (by, node, draws) -> NumberReaders.walk(node, draws));
        READERS.put("states", (by, node, draws) -> ChoiceReaders.states(node, draws));
        READERS.put("row", (by, node, draws) -> by.row(node));
        READERS.put("regex", (by, node, draws) -> TextReaders.regex(node, draws));
        READERS.put("text", (by, node, draws) -> TextReaders.text(node, draws));
        READERS.put("uuid", (by, node, draws) -> TextReaders.uuid(node, draws));
        READERS.put("device", (by, node, draws) -> TextReaders.device(node));
        READERS.put("time", (by, node, draws) -> TextReaders.time(node));
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
