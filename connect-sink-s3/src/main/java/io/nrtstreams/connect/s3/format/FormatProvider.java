package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.s3.file.Compression;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A format that comes in an archive of its own. It is found by {@link ServiceLoader} among the jars of the sink's plugin
 * folder, so its archive is unzipped into that folder.
 */
public interface FormatProvider {
    /** The archive that holds the formats the project has beyond the sink's own. */
    String ARCHIVE = "nrtstreams-connect-sink-s3-formats";

    /** The value of the key {@code format}, in lower case. */
    String name();

    /** The values of the key {@code compression} that the format has. */
    Set<Compression> compressions();

    /** The format for one task. */
    RecordFormat format(FormatSettings settings);

    /**
     * The provider of a format, if its archive is installed.
     *
     * <p>Looks where the sink itself was loaded from: Connect calls a connector with the thread's class loader set to its
     * plugin's, but tasks and validation need not.
     */
    static Optional<FormatProvider> named(String name) {
        return ServiceLoader.load(FormatProvider.class, FormatProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }
}
