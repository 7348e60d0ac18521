package io.nrtstreams.analytics.host;

import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.registry.RegistryFormats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.user.UserFunctions;
import io.nrtstreams.sql.registry.RegistrySettings;
import io.nrtstreams.sql.registry.RestSchemaRegistry;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where executors find what statements name: functions and formats. They are made anew in each process, so that nothing but
 * these settings travels. Thread-safe.
 *
 * @param functions the jars with the user's functions; null for the built-in ones alone
 * @param registry how the schema registry is asked; null when there is none
 */
public record Libraries(
        @Nullable UserJars functions, @Nullable RegistrySettings registry) implements Serializable {

    /** The built-in functions and the formats that need no registry. */
    public static final Libraries BUILT_IN = new Libraries(null, null);

    /** The functions there are. The jars stay open for the life of the process. */
    @SuppressWarnings("resource")
    public FunctionRegistry functionRegistry() {
        FunctionRegistry builtIn = FunctionRegistry.builtIn();
        return functions == null
                ? builtIn
                : UserFunctions.load(functions.paths(), builtIn).functions();
    }

    /** The formats there are. */
    public Formats formats() {
        Formats plain = Formats.withoutRegistry();
        return Optional.ofNullable(registry)
                .map(settings -> plain.with(
                        RegistryFormats.of(new RestSchemaRegistry(settings)).toArray(Format[]::new)))
                .orElse(plain);
    }

    /** Shows no URL, as it may hold a password. */
    @Override
    public String toString() {
        return "Libraries[functions=" + functions + ", registry=" + (registry == null ? "none" : "set") + "]";
    }
}
