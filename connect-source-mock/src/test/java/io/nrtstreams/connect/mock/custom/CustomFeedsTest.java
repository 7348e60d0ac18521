package io.nrtstreams.connect.mock.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.world.World;
import io.nrtstreams.connect.mock.world.climate.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CustomFeedsTest {
    private static final long AT = 1_670_030_994_123_456_789L;
    private static final int MANY = 20_000;

    private static CustomFeeds.Overrides seed(long seed) {
        return new CustomFeeds.Overrides(seed, null, null);
    }

    private static Feed feed(String json) {
        CustomFeeds.Result result = CustomFeeds.ofText(json.replace('\'', '"'), seed(7));
        assertThat(result.mistakes()).isEmpty();
        return Objects.requireNonNull(result.feed());
    }

    private static List<String> mistakes(String json) {
        return CustomFeeds.ofText(json.replace('\'', '"'), seed(7)).mistakes();
    }

    private static List<Struct> values(Feed feed, int count) {
        Shard whole = new Shard(0, 1, feed.devices());
        return LongStream.range(0, count)
                .mapToObj(position -> {
                    Struct value = feed.sample(whole, position, AT + position * 1_000_000_000)
                            .value();
                    value.validate();
                    return value;
                })
                .toList();
    }

    private static List<Object> field(String spec, int count) {
        return values(feed("{'devices': 4, 'fields': {'x': " + spec + "}}"), count).stream()
                .map(value -> value.get("x"))
                .toList();
    }

    private static double[] numbers(String spec) {
        return field(spec, MANY).stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double deviation(double[] numbers) {
        double mean = mean(numbers);
        return Math.sqrt(Arrays.stream(numbers)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }

    private static Map<Object, Integer> counts(String spec) {
        Map<Object, Integer> counts = new HashMap<>();
        field(spec, MANY).forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    @Test
    void uniformWholeNumbersIncludeBothEndsAndFractionsAreInBetween() {
        assertThat(counts("{'uniform': {'min': 1, 'max': 4}}")).containsOnlyKeys(1L, 2L, 3L, 4L);
        double[] numbers = numbers("{'uniform': {'min': -1.0, 'max': 3}}");
        assertThat(Arrays.stream(numbers).min().orElseThrow()).isBetween(-1.0, -0.99);
        assertThat(mean(numbers)).isCloseTo(1, within(0.05));
    }

    @Test
    void normalNumbersHaveTheirMeanAndDeviation() {
        double[] numbers = numbers("{'normal': {'mean': 20, 'deviation': 3}}");
        assertThat(mean(numbers)).isCloseTo(20, within(0.1));
        assertThat(deviation(numbers)).isCloseTo(3, within(0.1));
        assertThat(Arrays.stream(numbers).filter(x -> Math.abs(x - 20) > 6).count() / (double) MANY)
                .isCloseTo(0.0455, within(0.006));
        assertThat(Arrays.stream(numbers("{'normal': {'mean': 20, 'deviation': 3, 'min': 19, 'max': 21}}")))
                .allSatisfy(x -> assertThat(x).isBetween(19.0, 21.0));
    }

    @Test
    void halfOfLogNormalNumbersAreBelowTheirMedian() {
        double[] numbers = numbers("{'logNormal': {'median': 20, 'sigma': 0.8}}");
        assertThat(Arrays.stream(numbers).filter(x -> x < 20).count() / (double) MANY)
                .isCloseTo(0.5, within(0.02));
        assertThat(deviation(Arrays.stream(numbers).map(Math::log).toArray())).isCloseTo(0.8, within(0.02));
    }

    @Test
    void zipfRanksComeAsOftenAsTheirReciprocals() {
        Map<Object, Integer> counts = counts("{'zipf': {'count': 10, 'exponent': 1, 'start': 100}}");
        assertThat(counts).hasSize(10).containsKeys(100L, 109L);
        assertThat(counts.get(100L) / (double) counts.get(101L)).isCloseTo(2, within(0.2));
        assertThat(counts.get(100L) / (double) counts.get(103L)).isCloseTo(4, within(0.5));
    }

    @Test
    void aHistogramFillsItsBucketsByWeight() {
        double[] numbers =
                numbers("{'histogram': [{'from': 0, 'to': 10, 'weight': 3}, {'from': 50, 'to': 60, 'weight': 1}]}");
        assertThat(Arrays.stream(numbers).filter(x -> x < 10).count() / (double) MANY)
                .isCloseTo(0.75, within(0.02));
        assertThat(Arrays.stream(numbers))
                .allSatisfy(x -> assertThat(x < 10 || (x >= 50 && x <= 60)).isTrue());
    }

    @Test
    void choicesComeByWeight() {
        Map<Object, Integer> counts = counts("{'choice': {'a': 3, 'b': 1}}");
        assertThat(counts.get("a") / (double) MANY).isCloseTo(0.75, within(0.02));
        assertThat(counts("{'choice': [1, {'value': 2, 'weight': 3}], 'type': 'int32'}"))
                .containsOnlyKeys(1, 2);
        assertThat(counts("{'odds': 0.2}").get(true) / (double) MANY).isCloseTo(0.2, within(0.02));
    }

    @Test
    void aSequenceCountsOverTheConnectorOrEachDeviceAndStartsAgain() {
        assertThat(field("{'sequence': {'start': 5, 'step': 2}}", 4)).containsExactly(5L, 7L, 9L, 11L);
        assertThat(field("{'sequence': {'per': 'device'}}", 9)).containsExactly(0L, 0L, 0L, 0L, 1L, 1L, 1L, 1L, 2L);
        assertThat(field("{'sequence': {'start': 1, 'restart': 4}}", 5)).containsExactly(1L, 2L, 3L, 1L, 2L);
        assertThat(field("{'sequence': {'start': 3, 'restart': 0, 'step': -1}}", 5))
                .containsExactly(3L, 2L, 1L, 3L, 2L);
    }

    @Test
    void aWalkTakesStepsOfItsSizeStaysInItsBoundsAndIsOfEachDevice() {
        Feed feed = feed("{'devices': 2, 'fields': {'x': {'walk': {'start': 20, 'step': 0.1, 'min': 0, 'max': 40}}}}");
        List<Struct> values = values(feed, MANY);
        double[] steps = new double[MANY / 2 - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = values.get(2 * i + 2).getFloat64("x") - values.get(2 * i).getFloat64("x");
        }
        assertThat(mean(steps)).isCloseTo(0, within(0.005));
        assertThat(deviation(steps)).isCloseTo(0.1, within(0.005));
        double far = 0;
        for (int i = 0; i + 100 < steps.length; i += 100) {
            double hundred = values.get(2 * (i + 100)).getFloat64("x")
                    - values.get(2 * i).getFloat64("x");
            far += hundred * hundred;
        }
        // A hundred steps go ten times as far as one.
        assertThat(Math.sqrt(far / (steps.length / 100))).isBetween(0.8, 1.2);
        assertThat(values).allSatisfy(value -> assertThat(value.getFloat64("x")).isBetween(0.0, 40.0));
        assertThat(values.get(1001).get("x")).isNotEqualTo(values.get(1000).get("x"));
    }

    @Test
    void aStateMachineFollowsItsTransitionsAndBeginsAnewAfterTheLast() {
        List<Object> states = values(
                        feed("{'fields': {'x': {'states': {'transitions': {'idle': {'idle': 1, 'busy': 1},"
                                + " 'busy': {'done': 1}, 'done': {}}, 'frame': 10000}}}}"),
                        5000)
                .stream()
                .map(value -> value.get("x"))
                .toList();
        assertThat(states.get(0)).isEqualTo("idle");
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < states.size(); i++) {
            pairs.add(states.get(i - 1) + ">" + states.get(i));
        }
        assertThat(pairs).containsExactlyInAnyOrder("idle>idle", "idle>busy", "busy>done", "done>idle");
    }

    @Test
    void textsMatchTheirPatternsAndTemplatesTakeOtherFields() {
        assertThat(field("{'regex': '[A-Z]{3}-[0-9]{4}'}", 200))
                .allSatisfy(text -> assertThat((String) text).matches("[A-Z]{3}-[0-9]{4}"));
        assertThat(new HashSet<>(field("{'regex': '[A-Z]{3}-[0-9]{4}'}", 200))).hasSizeGreaterThan(190);
        assertThat(field("{'text': {'min': 2, 'max': 5}}", 200))
                .allSatisfy(text -> assertThat((String) text).matches("[a-zA-Z0-9]{2,5}"));
        assertThat(new HashSet<>(field("{'uuid': {}}", 500)))
                .hasSize(500)
                .allSatisfy(text -> assertThat((String) text)
                        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(values(
                        feed("{'devices': 3, 'fields': {'full': {'template': '${first}-${n} of ${device}'},"
                                + " 'first': {'constant': 'a'}, 'n': {'sequence': {}}}}"),
                        2))
                .extracting(value -> value.getString("full"))
                .containsExactly("a-0 of 0", "a-1 of 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b * 2|13",
                "(a + b) * 2|16",
                "-a + 10 / b|-1",
                "a % 2|1",
                "min(a, b) + max(a, b)|8",
                "round(2.5) + floor(2.9) + ceil(2.1) + abs(-1) + sqrt(9)|11"
            })
    void anExpressionIsArithmetic(String expression, double expected) {
        Feed feed = feed("{'fields': {'x': {'expression': '" + expression + "'}, 'a': {'constant': 3}, 'b':"
                + " {'constant': 5}}}");
        assertThat(values(feed, 1).get(0).get("x")).isEqualTo(expected);
    }

    @Test
    void aFieldDependsOnAnother() {
        List<Struct> values = values(
                feed("{'fields': {'price': {'by': {'field': 'product', 'cases': {'pen': {'constant': 2}, 'car':"
                        + " {'uniform': {'min': 9000.0, 'max': 9999.0}}}, 'else': {'constant': 0}}},"
                        + " 'product': {'choice': ['pen', 'car', 'map']}}}"),
                300);
        assertThat(values)
                .allSatisfy(value -> assertThat(value.getFloat64("price"))
                        .isBetween(
                                Map.of("pen", 2.0, "car", 9000.0, "map", 0.0).get(value.getString("product")),
                                Map.of("pen", 2.0, "car", 9999.0, "map", 0.0).get(value.getString("product"))));
        assertThat(values).extracting(value -> value.getString("product")).contains("pen", "car", "map");
    }

    @Test
    void fieldsOfARowBelongTogether() {
        assertThat(values(
                        feed("{'fields': {'code': {'type': 'int32', 'row': {'set': 'c', 'values': [200, 404]}},"
                                + " 'text': {'row': {'set': 'c', 'values': ['fine', 'gone']}}}}"),
                        200))
                .extracting(value -> value.get("code") + value.getString("text"))
                .containsOnly("200fine", "404gone");
    }

    @Test
    void aReferenceIsToARecordThatTheOtherFeedEmits() {
        Feed orders =
                feed("{'feeds': {'customers': {'devices': 50, 'fields': {'id': {'device': {'start': 1000}}, 'name':"
                        + " {'regex': '[a-z]{12}'}}}}, 'fields': {'customer': {'from': {'feed': 'customers', 'field': 'name',"
                        + " 'zipf': 1}}}}");
        Feed customers =
                feed("{'name': 'customers', 'devices': 50, 'fields': {'id': {'device': {'start': 1000}}, 'name':"
                        + " {'regex': '[a-z]{12}'}}}");
        Set<Object> names = new HashSet<>();
        values(customers, 50).forEach(value -> names.add(value.get("name")));
        assertThat(values(orders, 300)).allSatisfy(value -> assertThat(names).contains(value.get("customer")));
        assertThat(orders.truth(new Shard(0, 1, 1), 3, AT)).containsKey("customer.record");
    }

    @Test
    void theWeatherIsThatOfTheWorldOfItsSeed() {
        Feed feed = feed(
                "{'fields': {'outdoor': {'weather': {'value': 'temperature_c', 'city': 'Pune India'}}, 'there':"
                        + " {'weather': {'value': 'humidity', 'city_field': 'city'}}, 'city': {'constant': 'Mumbai'}}}");
        Struct value = feed.sample(new Shard(0, 1, 1), 0, AT).value();
        assertThat(value.getFloat64("outdoor"))
                .isEqualTo(
                        World.of(7).climate().at(Places.index("Pune India"), AT).temperatureC());
        assertThat(value.getFloat64("there"))
                .isEqualTo(World.of(7)
                        .climate()
                        .at(Places.index("Mumbai India"), AT)
                        .humidity());
    }

    @Test
    void theTimeIsThatOfTheRecord() {
        Feed feed = feed(
                "{'fields': {'ms': {'time': {}}, 's': {'type': 'int32', 'time': {'as': 'epoch_s'}}, 'iso': {'time':"
                        + " {'as': 'iso'}}, 'at': {'type': 'timestamp', 'time': {}}, 'day': {'type': 'date', 'time': {}}}}");
        Struct value = values(feed, 1).get(0);
        assertThat(value.get("ms")).isEqualTo(1_670_030_994_123L);
        assertThat(value.get("s")).isEqualTo(1_670_030_994);
        assertThat(value.get("iso")).isEqualTo("2022-12-03T01:29:54.123Z");
        assertThat(value.get("at")).hasToString(new java.util.Date(1_670_030_994_123L).toString());
        assertThat(((java.util.Date) value.get("day")).getTime() % 86_400_000).isZero();
    }

    @Test
    void structsArraysMapsNullsAndDecimalsNest() {
        Feed feed = feed("{'name': 'orders', 'fields': {"
                + "'address': {'type': 'struct', 'fields': {'zip': {'type': 'string', 'regex': '[0-9]{5}'}}},"
                + "'tags': {'type': 'array', 'items': {'choice': ['a', 'b', 'c']}, 'length': {'min': 0, 'max': 3}},"
                + "'parts': {'type': 'map', 'keys': {'regex': '[a-z]{9}'}, 'values': {'uniform': {'min': 1, 'max': 9}}, 'length': 2},"
                + "'note': {'constant': 'x', 'nulls': 0.3},"
                + "'price': {'type': 'decimal', 'scale': 2, 'uniform': {'min': 0.0, 'max': 9.0}},"
                + "'short': {'type': 'float64', 'digits': 1, 'uniform': {'min': 0.0, 'max': 9.0}}}}");
        List<Struct> values = values(feed, 1000);
        assertThat(values).allSatisfy(value -> {
            assertThat(value.getStruct("address").getString("zip")).hasSize(5);
            assertThat(value.getArray("tags")).hasSizeBetween(0, 3);
            assertThat(value.getMap("parts")).hasSize(2);
            assertThat((Double) value.get("short") * 10 % 1).isCloseTo(0, within(1e-9));
        });
        assertThat(values.stream().filter(value -> value.get("note") == null).count())
                .isBetween(250L, 350L);
        assertThat(feed.valueSchema().field("note").schema().isOptional()).isTrue();
        assertThat(feed.valueSchema().field("address").schema().name()).isEqualTo("orders.address");
        assertThat(values).extracting(value -> value.getArray("tags").size()).contains(0, 1, 2, 3);
    }

    @Test
    void theKeyIsAFieldOrNone() {
        Feed keyed = feed("{'key': 'id', 'fields': {'id': {'type': 'int32', 'sequence': {}}}}");
        assertThat(keyed.keySchema()).isEqualTo(Schema.INT32_SCHEMA);
        assertThat(keyed.sample(new Shard(0, 1, 1), 4, AT).key()).isEqualTo(4);
        Feed none = feed("{'fields': {'id': {'sequence': {}}}}");
        assertThat(none.sample(new Shard(0, 1, 1), 4, AT).key()).isNull();
    }

    @ParameterizedTest
    @MethodSource("io.nrtstreams.connect.mock.custom.CustomFeeds#quickstarts")
    void everyQuickstartGivesTheSameRecordsInAnyOrderAndOnAnyShard(String name) {
        Feed feed =
                Objects.requireNonNull(CustomFeeds.ofQuickstart(name, seed(42)).feed());
        assertThat(feed.name()).isEqualTo(name);
        List<Struct> values = values(feed, 300);
        Shard whole = new Shard(0, 1, feed.devices());
        Random chance = new Random(3);
        for (int i = 0; i < 300; i++) {
            int position = chance.nextInt(300);
            Sample sample = feed.sample(whole, position, AT + position * 1_000_000_000L);
            assertThat(sample.value()).isEqualTo(values.get(position));
            assertThat(sample.key()).isNotNull();
        }
        if (feed.devices() > 1) {
            Shard second = new Shard(1, 2, feed.devices());
            assertThat(feed.sample(second, 5, AT)).isEqualTo(feed.sample(whole, second.ordinal(5), AT));
        }
    }

    /** Another text would change every series that was ever emitted. */
    @Test
    void theFirstRecordIsTheOneThatAlwaysWas() {
        Feed feed = Objects.requireNonNull(
                CustomFeeds.ofQuickstart("Orders", seed(42)).feed());
        assertThat(values(feed, 2)).extracting(Struct::toString).containsExactlyElementsOf(FIRST_ORDERS);
    }

    private static final List<String> FIRST_ORDERS = List.of(
            "Struct{ordertime=1670030994123,orderid=0,itemid=Item_95,orderunits=0.5,"
                    + "address=Struct{city=City_93,state=State_6,zipcode=76524}}",
            "Struct{ordertime=1670030995123,orderid=1,itemid=Item_617,orderunits=2.82,"
                    + "address=Struct{city=City_6,state=State_28,zipcode=54623}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fields': {'x': {'uniform': {'min': 5, 'max': 1}}}}|fields.x.uniform.max: expected a number from min on",
                "{'fields': {'x': {'unifrom': {'min': 5, 'max': 9}}}}|fields.x.unifrom: there is no such name; did you mean uniform?",
                "{'fields': {'x': {'type': 'int33', 'sequence': {}}}}|fields.x.type: expected one of array, boolean",
                "{'fields': {'x': {'type': 'int32', 'constant': 'seven'}}}|fields.x.constant: expected a value of the type int32",
                "{'fields': {'x': {'type': 'int32', 'choice': [1, 'b']}}}|fields.x.choice[1]: expected a value of the type int32",
                "{'fields': {'x': {'type': 'int32', 'template': 'a${y}'}, 'y': {'constant': 1}}}|fields.x: its values cannot be made",
                "{'fields': {'x': {'template': '${z}'}}}|fields.x.template: there is no field z",
                "{'fields': {'x': {'expression': 'y +'}, 'y': {'constant': 1}}}|fields.x.expression: expected a number, a field or a function at column 4",
                "{'fields': {'x': {'expression': 'sin(y)'}, 'y': {'constant': 1}}}|expected one of the functions abs(x)",
                "{'fields': {'x': {'template': '${y}'}, 'y': {'template': '${x}'}}}|fields: these refer to each other in a circle: x, y",
                "{'fields': {'x': {'regex': '[a-'}}}|fields.x.regex: is no regular expression",
                "{'fields': {'x': {'choice': {'a': 0}}}}|fields.x.choice: expected from 1 to",
                "{'fields': {'x': {'states': {'transitions': {'a': {'b': 1}}}}}}|fields.x.states.transitions.a.b: there is no state b",
                "{'fields': {'x': {'from': {'feed': 'users', 'field': 'id'}}}}|fields.x.from.feed: expected one of the names under feeds",
                "{'feeds': {'u': {'quickstart': 'userz'}}, 'fields': {'x': {'constant': 1}}}|feeds.u.quickstart: expected one of",
                "{'feeds': {'u': {'file': 'u.json'}}, 'fields': {'x': {'constant': 1}}}|feeds.u.file: a definition that is no file cannot name one",
                "{'fields': {'x': {'weather': {'value': 'temperature', 'city': 'Pune'}}}}|fields.x.weather.value: expected one of cloud",
                "{'fields': {'x': {'weather': {'value': 'humidity', 'city': 'Paris'}}}}|fields.x.weather.city: expected one of Fullerton US",
                "{'key': 'y', 'fields': {'x': {'constant': 1}}}|key: expected one of the fields x",
                "{'devices': 0, 'fields': {'x': {'constant': 1}}}|devices: expected a whole number from 1 to 1000000",
                "{'fields': {}}|fields: expected at least one field",
                "{'field': {}}|field: there is no such name; did you mean fields?",
                "{'fields': {'x': {}}}|fields.x: expected one generator of constant",
                "{'fields': {'x': 7}}|fields.x: expected an object with a type and a generator",
                "{'fields': {'x': {'constant': 1, 'unit': 'furlong'}}}|fields.x.unit: expected one of degC",
                "{'fields': {'x': {'sequence': {'start': 5, 'restart': 1}}}}|fields.x.sequence.restart: expected a number that steps from start lead to",
                "{'fields': {'x': {'constant': 1}|expected JSON, line 1 column",
                "[1]|expected an object"
            })
    void aMistakeIsToldWithItsPath(String json, String expected) {
        assertThat(mistakes(json)).anySatisfy(mistake -> assertThat(mistake).contains(expected));
    }

    @Test
    void allMistakesAreToldTogether() {
        assertThat(
                        mistakes(
                                "{'devices': 'x', 'fields': {'a': {'uniform': {'min': 1}}, 'b': {'type': 'text', 'uuid': {}}}}"))
                .hasSize(3);
    }

    @Test
    void aFileMayNameOthersInItsFolderAndNoneElsewhere(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("feeds"));
        Files.writeString(folder.resolve("secret.json"), "{\"fields\": {\"x\": {\"constant\": 1}}}");
        Files.writeString(inner.resolve("users.json"), "{\"fields\": {\"id\": {\"constant\": \"u\"}}}");
        Path orders = inner.resolve("orders.json");
        String definition = "{\"feeds\": {\"u\": {\"file\": \"%s\"}}, \"fields\": {\"x\": {\"from\": {\"feed\": \"u\","
                + " \"field\": \"id\"}}}}";
        Files.writeString(orders, definition.formatted("users.json"));
        Feed feed = Objects.requireNonNull(CustomFeeds.ofFile(orders, seed(1)).feed());
        assertThat(values(feed, 1).get(0).get("x")).isEqualTo("u");

        Files.writeString(orders, definition.formatted("../secret.json"));
        assertThat(CustomFeeds.ofFile(orders, seed(1)).mistakes())
                .anySatisfy(mistake ->
                        assertThat(mistake).contains("feeds.u.file: expected a file in the folder of the definition"));
        Files.writeString(orders, definition.formatted("orders.json"));
        assertThat(CustomFeeds.ofFile(orders, seed(1)).mistakes())
                .anySatisfy(mistake -> assertThat(mistake).contains("refers to itself in a circle"));
        assertThat(CustomFeeds.ofFile(inner.resolve("none.json"), seed(1)).mistakes())
                .singleElement()
                .asString()
                .contains("none.json: cannot be read");
    }

    @Test
    void numbersCanBeSpoiltWithinWhatIsKnownOfThem() {
        Feed feed = feed(
                "{'fields': {'t': {'normal': {'mean': 20, 'deviation': 1}, 'unit': 'degC'}, 's': {'constant': 'a'},"
                        + " 'in': {'type': 'struct', 'fields': {'p': {'uniform': {'min': 1, 'max': 2}}}}}}");
        List<String> measures = new ArrayList<>();
        feed.spoilage()
                .numbers()
                .forEach(measure -> measures.add(measure.path() + " "
                        + Math.round(measure.least() * 10) / 10.0 + " " + Math.round(measure.most() * 10) / 10.0 + " "
                        + (measure.otherUnit() == null
                                ? ""
                                : measure.otherUnit().name())));
        assertThat(measures).containsExactly("t 11.4 28.6 degF", "in.p 1.0 2.0 ");
        assertThat(feed.spoilage().removable()).hasSize(3);
    }
}
