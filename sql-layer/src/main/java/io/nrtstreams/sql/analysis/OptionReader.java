package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.SourceOptions.Place;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.Property;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the properties of a WITH clause one by one and keeps what is wrong with them for one message at the end. */
final class OptionReader {

    private static final Set<String> FORMAT_PROPERTIES = Set.of(
            "DELIMITER", "SCHEMA_ID", "SCHEMA_FULL_NAME", "AVRO_SCHEMA_FULL_NAME", "PROTOBUF_NULLABLE_REPRESENTATION");
    private static final Set<String> OF_SINKS = Set.of(
            "KAFKA_TOPIC",
            "FORMAT",
            "KEY_FORMAT",
            "VALUE_FORMAT",
            "WRAP_SINGLE_VALUE",
            "PARTITIONS",
            "REPLICAS",
            "RETENTION_MS",
            "TIMESTAMP",
            "TIMESTAMP_FORMAT");
    private static final Set<String> OF_SOURCES_ONLY =
            Set.of("WINDOW_TYPE", "WINDOW_SIZE", "SOURCED_BY_CONNECTOR", "SOURCE_CONNECTOR", "LOCATION");
    private static final Set<String> BESIDE_LOCATION =
            Set.of("LOCATION", "FORMAT", "VALUE_FORMAT", "TIMESTAMP", "TIMESTAMP_FORMAT");
    private static final Pattern LOCATION = Pattern.compile("(s3a?://[^/@:\\s]+(/\\S*)?|file:///\\S+)");
    private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,18})\\s+([A-Za-z]+)\\s*");

    private final Map<String, Property> given = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private Position first = Position.NONE;

    OptionReader(List<Property> properties, Place place) {
        Set<String> known = known(place);
        for (Property property : properties) {
            if (!known.contains(property.key())) {
                refuse(property, unknown(property.key(), known, place));
            } else if (given.putIfAbsent(property.key(), property) != null) {
                refuse(property, property.key() + " is given twice; leave one.");
            }
        }
        excludes("FORMAT", "KEY_FORMAT");
        excludes("FORMAT", "VALUE_FORMAT");
        excludes("SOURCED_BY_CONNECTOR", "SOURCE_CONNECTOR");
        if (given.containsKey("LOCATION")) {
            given.values().stream()
                    .filter(property -> !BESIDE_LOCATION.contains(property.key()))
                    .forEach(property -> refuse(
                            property, property.key() + " is for topics, and LOCATION names objects. Leave one out."));
        }
    }

    private static Set<String> known(Place place) {
        if (place == Place.INSERT) {
            return Set.of("QUERY_ID");
        }
        Set<String> known = new TreeSet<>(OF_SINKS);
        for (String property : FORMAT_PROPERTIES) {
            known.add("KEY_" + property);
            known.add("VALUE_" + property);
        }
        if (place == Place.SOURCE) {
            known.addAll(OF_SOURCES_ONLY);
        }
        return known;
    }

    private static String unknown(String key, Set<String> known, Place place) {
        if (key.equals("CLEANUP_POLICY")) {
            return "CLEANUP_POLICY cannot be set: it follows from what the statement makes, delete for streams, compact"
                    + " for tables. Leave it out.";
        }
        if (place == Place.SINK && OF_SOURCES_ONLY.contains(key)) {
            return key + " describes an existing topic, and AS SELECT writes its own. Leave it out.";
        }
        return key + " is not a property of this WITH clause." + Suggestions.didYouMean(key, known);
    }

    private void excludes(String one, String other) {
        Property both = given.get(other);
        if (both != null && given.containsKey(one)) {
            refuse(both, one + " and " + other + " exclude each other; leave one.");
        }
    }

    Optional<String> text(String key) {
        return read(
                key,
                "a text in quotes, not empty",
                value -> value instanceof String text && !text.isBlank() ? text : null);
    }

    Optional<String> location() {
        return read(
                "LOCATION",
                "an address such as 's3a://bucket/path'",
                value -> value instanceof String text && LOCATION.matcher(text).matches()
                        ? text.replaceFirst("^s3:", "s3a:").replaceFirst("/+$", "")
                        : null);
    }

    Optional<String> identifier(String key) {
        return text(key).map(text -> text.toUpperCase(Locale.ROOT));
    }

    Optional<String> formatName(String key) {
        return identifier(key);
    }

    Optional<Boolean> truth(String key) {
        return read(key, "true or false", value -> {
            if (value instanceof Boolean truth) {
                return truth;
            }
            String text = String.valueOf(value).toLowerCase(Locale.ROOT);
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> null;
            };
        });
    }

    Optional<Integer> count(String key) {
        return read(key, "a whole number of at least 1", value -> {
            Long number = wholeNumber(value);
            return number != null && number >= 1 && number <= Integer.MAX_VALUE ? (Integer) number.intValue() : null;
        });
    }

    Optional<Duration> milliseconds(String key) {
        return read(key, "a whole number of milliseconds", value -> {
            Long number = wholeNumber(value);
            return number != null && number >= -1 ? Duration.ofMillis(number) : null;
        });
    }

    private static @Nullable Long wholeNumber(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        return value instanceof String text && text.matches("-?\\d{1,18}") ? (Long) Long.parseLong(text) : null;
    }

    Map<String, String> formatProperties(String prefix) {
        Map<String, String> found = new HashMap<>();
        for (String property : FORMAT_PROPERTIES) {
            boolean number = property.equals("SCHEMA_ID");
            Optional<String> value = number
                    ? count(prefix + property).map(String::valueOf)
                    : read(prefix + property, "a text in quotes", given -> given instanceof String text ? text : null);
            value.ifPresent(text -> found.put(property, text));
        }
        return found;
    }

    Optional<TimestampColumn> timestamp() {
        Optional<String> column = text("TIMESTAMP").map(OptionReader::columnName);
        Optional<String> format = text("TIMESTAMP_FORMAT");
        Property given = this.given.get("TIMESTAMP_FORMAT");
        if (given != null && column.isEmpty()) {
            refuse(given, "TIMESTAMP_FORMAT needs TIMESTAMP, which names the column.");
        }
        format.ifPresent(pattern -> checkPattern(given, pattern));
        return column.map(name -> new TimestampColumn(name, format));
    }

    /** Names in quotes follow the rules of names in the text: upper case unless quoted once more. */
    static String columnName(String text) {
        boolean quoted = text.length() > 2 && (isBetween(text, "`") || isBetween(text, "\""));
        return quoted ? text.substring(1, text.length() - 1) : text.toUpperCase(Locale.ROOT);
    }

    private static boolean isBetween(String text, String quote) {
        return text.startsWith(quote) && text.endsWith(quote);
    }

    private void checkPattern(@Nullable Property property, String pattern) {
        try {
            var unused = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse(property, "TIMESTAMP_FORMAT is not a pattern of a date and time, such as 'yyyy-MM-dd HH:mm:ss'.");
        }
    }

    Optional<KeyWindow> window() {
        Optional<KeyWindow.Kind> kind =
                read("WINDOW_TYPE", "TUMBLING, HOPPING or SESSION", value -> enumOf(KeyWindow.Kind.class, value));
        Optional<Duration> size =
                read("WINDOW_SIZE", "a number and a unit such as '30 SECONDS'", value -> sizeOf(String.valueOf(value)));
        boolean timed = kind.isPresent() && kind.get() != KeyWindow.Kind.SESSION;
        if (timed && !given.containsKey("WINDOW_SIZE")) {
            refuse(given.get("WINDOW_TYPE"), "WINDOW_TYPE " + kind.get() + " needs WINDOW_SIZE, such as '30 SECONDS'.");
        }
        if (!timed && size.isPresent()) {
            refuse(given.get("WINDOW_SIZE"), "WINDOW_SIZE goes with WINDOW_TYPE TUMBLING or HOPPING only.");
        }
        return kind.map(known -> new KeyWindow(known, size));
    }

    private static <E extends Enum<E>> @Nullable E enumOf(Class<E> type, @Nullable Object value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(String.valueOf(value))) {
                return constant;
            }
        }
        return null;
    }

    private static @Nullable Duration sizeOf(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        if (amount == 0) {
            return null;
        }
        String unit = matcher.group(2).toUpperCase(Locale.ROOT);
        try {
            return switch (unit.endsWith("S") ? unit.substring(0, unit.length() - 1) : unit) {
                case "MILLISECOND" -> Duration.ofMillis(amount);
                case "SECOND" -> Duration.ofSeconds(amount);
                case "MINUTE" -> Duration.ofMinutes(amount);
                case "HOUR" -> Duration.ofHours(amount);
                case "DAY" -> Duration.ofDays(amount);
                default -> null;
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private <T> Optional<T> read(String key, String expected, Function<@Nullable Object, @Nullable T> reading) {
        Property property = given.get(key);
        if (property == null) {
            return Optional.empty();
        }
        @Nullable T value = reading.apply(property.value().value());
        if (value == null) {
            refuse(property, key + " must be " + expected + ".");
        }
        return Optional.ofNullable(value);
    }

    private void refuse(@Nullable Property property, String problem) {
        if (property != null && !first.isKnown()) {
            first = property.position();
        }
        problems.add(problem);
    }

    void finish() {
        if (!problems.isEmpty()) {
            throw new SqlException(first, String.join(" ", problems));
        }
    }
}
