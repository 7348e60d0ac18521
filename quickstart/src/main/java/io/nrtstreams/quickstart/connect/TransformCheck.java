package io.nrtstreams.quickstart.connect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Looks at the configuration of this project's own transforms. A worker checks the keys that a transform defines; a
 * cleaning rule stands under a key that is made of the name of a field, so that only the transform itself can read it,
 * which a worker lets it do when a task starts.
 */
final class TransformCheck {
    private static final String OURS = "io.nrtstreams.connect.";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]+}");
    private static final int REFERRED_LENGTH = 64;

    private TransformCheck() {}

    /** What is wrong, each mistake with the key of its transform. */
    static List<String> mistakes(Map<String, String> config) {
        List<String> mistakes = new ArrayList<>();
        Arrays.stream(config.getOrDefault("transforms", "").split(",", -1))
                .map(String::strip)
                .map(alias -> "transforms." + alias)
                .filter(key -> config.getOrDefault(key + ".type", "").startsWith(OURS))
                .forEach(key -> configure(key, config, mistakes));
        return mistakes;
    }

    /** What a provider of the worker's puts in is not known here; it must not be refused for its length. */
    private static String known(String value) {
        return REFERENCE.matcher(value).matches() ? value + " ".repeat(REFERRED_LENGTH) : value;
    }

    private static void configure(String key, Map<String, String> config, List<String> mistakes) {
        Map<String, String> own = new HashMap<>();
        config.forEach((name, value) -> {
            if (name.startsWith(key + ".") && !name.equals(key + ".type")) {
                own.put(name.substring(key.length() + 1), known(value));
            }
        });
        try (Transformation<?> transform = Utils.newInstance(config.get(key + ".type"), Transformation.class)) {
            transform.configure(own);
        } catch (ConfigException e) {
            mistakes.add(key + ": " + e.getMessage());
        } catch (ClassNotFoundException e) {
            mistakes.add(key + ".type: there is no transform " + e.getMessage());
        }
    }
}
