package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.plan.RulePath;
import io.nrtstreams.connect.cleaning.rules.Check;
import io.nrtstreams.connect.cleaning.rules.HmacKey;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import io.nrtstreams.connect.cleaning.rules.RuleParser;
import io.nrtstreams.connect.cleaning.rules.RuleSettings;
import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of {@link Clean}.
 *
 * @param rules the rules of every field that has some
 * @param checks in the order in which they run
 * @param rejects how records are set aside
 */
record CleanSettings(Map<RulePath, RuleList> rules, List<Check> checks, Rejects rejects) {
    private static final String FIELD = "field";
    private static final String FIELD_PREFIX = FIELD + ".";
    private static final String CHECK = "check";
    private static final String CHECK_PREFIX = CHECK + ".";

    private static final Key HMAC_KEY = Key.password("hmac.key")
            .defaultsTo(null)
            .doc("The secret of hmac rules, at least 16 bytes in UTF-8, best from a config provider, e.g."
                    + " ${file:/etc/connect/secrets.properties:hmac.key}.");

    static final ConfigDef KEYS = define();

    private static ConfigDef define() {
        ConfigDef keys = Key.define(new ConfigDef(), "Rules", List.of(HMAC_KEY));
        return Key.define(keys, "Rejects", CommonKeys.OF_REJECTS);
    }

    CleanSettings {
        rules = Map.copyOf(rules);
        checks = List.copyOf(checks);
    }

    /**
     * Reads the settings.
     *
     * @throws org.apache.kafka.common.config.ConfigException with everything that is wrong
     */
    static CleanSettings parse(String name, Map<String, String> given) {
        Problems problems = new Problems();
        Map<String, String> fixed = new TreeMap<>(given);
        fixed.keySet().removeIf(key -> key.startsWith(FIELD_PREFIX) || key.startsWith(CHECK_PREFIX));
        fixed.keySet().removeIf(key -> isSlipForFreeKey(key, problems));
        CommonKeys.check(KEYS, fixed, problems);
        RuleSettings settings = new RuleSettings(hmacKey(given.get(HMAC_KEY.name()), problems));
        Map<RulePath, RuleList> rules = rules(new TreeMap<>(given), settings, problems);
        List<Check> checks = checks(new TreeMap<>(given), problems);
        if (rules.isEmpty() && checks.isEmpty() && problems.isEmpty()) {
            problems.add(
                    FIELD_PREFIX + "<path>",
                    "expected the rules of at least one field, e.g. field.usage=trim, or a check");
        }
        problems.throwIfAny();
        return new CleanSettings(rules, checks, CommonKeys.rejects(name, KEYS.parse(fixed)));
    }

    /** The secret. One that is unfit is reported by its key alone, and stands for one that is fit where rules are read. */
    private static Optional<HmacKey> hmacKey(@Nullable String text, Problems problems) {
        return Optional.ofNullable(text)
                .map(given ->
                        problems.parse(HMAC_KEY.name(), () -> HmacKey.of(given)).orElse(HmacKey.STAND_IN));
    }

    private static Map<RulePath, RuleList> rules(
            TreeMap<String, String> given, RuleSettings settings, Problems problems) {
        Map<RulePath, RuleList> rules = new LinkedHashMap<>();
        given.tailMap(FIELD_PREFIX).forEach((key, text) -> {
            if (key.startsWith(FIELD_PREFIX)) {
                Optional<RulePath> path =
                        problems.parse(key, () -> RulePath.parse(key.substring(FIELD_PREFIX.length())));
                RuleParser.Parsed parsed = RuleParser.parse(text, settings);
                parsed.mistakes().forEach(mistake -> problems.add(key, String.valueOf(mistake.getMessage())));
                boolean ofElements = path.isPresent() && path.get().isOfElements();
                if (ofElements && parsed.rules().filter(RuleList::places).isPresent()) {
                    problems.add(key, "elements have no names; rename and drop are for fields");
                }
                boolean twice = path.isPresent()
                        && parsed.rules().isPresent()
                        && rules.put(path.get(), parsed.rules().get()) != null;
                if (twice) {
                    problems.add(key, "another key has rules for the same field; put them into one list");
                }
            }
        });
        return rules;
    }

    private static List<Check> checks(TreeMap<String, String> given, Problems problems) {
        List<Check> checks = new ArrayList<>();
        given.tailMap(CHECK_PREFIX).forEach((key, text) -> {
            if (key.startsWith(CHECK_PREFIX)) {
                String name = key.substring(CHECK_PREFIX.length());
                if (name.isBlank()) {
                    problems.add(key, "expected a name after check., e.g. check.fahrenheit");
                }
                problems.parse(key, () -> Check.parse(name, text)).ifPresent(checks::add);
            }
        });
        return checks;
    }

    /** {@code feild.usage} and {@code fields.usage} are slips for {@code field.usage}, which no key list can know. */
    private static boolean isSlipForFreeKey(String key, Problems problems) {
        int dot = key.indexOf('.');
        if (dot <= 0 || KEYS.names().contains(key)) {
            return false;
        }
        Optional<String> meant = Suggestions.nearest(key.substring(0, dot), List.of(FIELD, CHECK));
        meant.ifPresent(
                word -> problems.add(key, "there is no such key; did you mean " + word + key.substring(dot) + "?"));
        return meant.isPresent();
    }
}
