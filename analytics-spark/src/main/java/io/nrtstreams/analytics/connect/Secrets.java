package io.nrtstreams.analytics.connect;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which values of a connector's configuration nobody is shown. */
final class Secrets {

    static final String HIDDEN = "[hidden]";

    /** What secrets are usually called; keys that end in .path, .file or .location only say where one is. */
    private static final Pattern USUAL = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret|token|credential|api[._-]?key|private[._-]?key|access[._-]?key"
                    + "|sasl\\.jaas\\.config|basic\\.auth\\.user\\.info).*");

    private static final Pattern PLACE = Pattern.compile("(?i).*[._-](path|file|location|type|class|provider|url)");

    /** What a config provider resolves, such as <code>${env:NAME}</code>: it names a secret and is none. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}:]+:[^}]*}");

    private Secrets() {}

    /** A configuration in the order of its keys, with secrets replaced. */
    static Map<String, String> masked(Map<String, String> config, Set<String> passwords) {
        Map<String, String> shown = new TreeMap<>();
        config.forEach((key, value) -> shown.put(key, isSecret(key, value, passwords) ? HIDDEN : value));
        return shown;
    }

    static boolean isSecret(String key, String value, Set<String> passwords) {
        boolean named = USUAL.matcher(key).matches() && !PLACE.matcher(key).matches();
        return (passwords.contains(key) || named) && !REFERENCE.matcher(value).matches();
    }
}
