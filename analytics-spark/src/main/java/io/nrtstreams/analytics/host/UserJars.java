package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.sql.function.user.UserFunctions;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/** The jars with the user's functions, as each process that runs them finds them. Equal when they have the same functions. */
public sealed interface UserJars extends Serializable permits UserJars.InFolder, SentJars {

    /** Where they are in this process, in the order in which they are loaded. */
    List<Path> paths();

    /**
     * The jars that a folder of this machine has. Executors in other processes are sent those that it has now when they first
     * need them, so nobody has to bring them to the other machines, and all have the same ones.
     *
     * @throws java.io.UncheckedIOException when they cannot be read
     */
    static UserJars of(Path folder, SparkRuntime spark) {
        return spark.isLocal()
                ? new InFolder(folder.toString())
                : SentJars.by(spark.session().sparkContext(), UserFunctions.jars(folder));
    }

    /** Jars in a folder of this process's machine. */
    record InFolder(String folder) implements UserJars {
        @Override
        public List<Path> paths() {
            return UserFunctions.jars(Path.of(folder));
        }
    }
}
