package io.nrtstreams.quickstart.config;

import io.nrtstreams.quickstart.CommandFailure;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * References to config providers, <code>${provider:path:key}</code>, resolved by Kafka's own providers under the names that
 * they usually have in a worker: {@code env}, {@code file} and {@code directory}.
 *
 * @see ConfigTransformer#DEFAULT_PATTERN the syntax
 */
final class References {
    private final Map<String, ConfigProvider> providers;
    private final List<String> mistakes = new ArrayList<>();

    /** @param environment what {@code env} finds */
    References(Map<String, String> environment) {
        providers = new TreeMap<>(Map.of(
                "env", new EnvVarConfigProvider(environment),
                "file", new FileConfigProvider(),
                "directory", new DirectoryConfigProvider()));
        providers.values().forEach(provider -> provider.configure(Map.of()));
    }

    /** A value with its references resolved; those that cannot be stay as they are and are noted. */
    String resolve(String key, String value) {
        return ConfigTransformer.DEFAULT_PATTERN.matcher(value).replaceAll(found -> {
            String provider = found.group(1);
            String path = found.group(3) == null ? "" : found.group(3);
            String name = found.group(4);
            String resolved = find(provider, path, name);
            if (resolved == null) {
                mistakes.add(key + ": refers to " + what(provider, path, name) + ", or override the key with --set "
                        + key + "=...");
            }
            return Matcher.quoteReplacement(resolved == null ? found.group() : resolved);
        });
    }

    /**
     * Ends the reading of {@code source} if there were any mistakes.
     *
     * @throws CommandFailure with all of them, each with its key
     */
    void throwIfAnyIsMissing(Object source) {
        if (!mistakes.isEmpty()) {
            throw new CommandFailure(String.join(
                    "\n",
                    mistakes.stream().map(mistake -> source + ": " + mistake).toList()));
        }
    }

    private @Nullable String find(String provider, String path, String name) {
        ConfigProvider known = providers.get(provider);
        try {
            // Asked for what is not there, the provider of files logs a stack trace.
            boolean isThere = path.isEmpty() || Files.isReadable(Path.of(path));
            return known != null && isThere
                    ? known.get(path, Set.of(name)).data().get(name)
                    : null;
        } catch (ConfigException | InvalidPathException e) {
            // Either says no more than that it cannot be read.
            return null;
        }
    }

    private String what(String provider, String path, String name) {
        return switch (provider) {
            case "env" -> "the environment variable " + name + ", which is not set; export it";
            case "file" -> "the key " + name + " of " + path + ", which cannot be read there; put it there";
            case "directory" -> "the file " + name + " in " + path + ", which cannot be read; put it there";
            default ->
                "the config provider " + provider + ", which is none of " + String.join(", ", providers.keySet())
                        + "; use one of these";
        };
    }
}
