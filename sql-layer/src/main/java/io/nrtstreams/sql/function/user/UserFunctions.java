package io.nrtstreams.sql.function.user;

import io.nrtstreams.sql.function.FunctionClasses;
import io.nrtstreams.sql.function.FunctionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The functions in a folder of jars, added to those there are. What is wrong with one function keeps neither the others of
 * its jar nor other jars from being loaded. Closing it makes the functions unusable. Thread-safe once it is loaded.
 */
public final class UserFunctions implements AutoCloseable {

    private final List<JarLoader> loaders = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private FunctionRegistry functions;

    private UserFunctions(FunctionRegistry functions) {
        this.functions = functions;
    }

    /**
     * Something that was not loaded.
     *
     * @param jar the file's name
     * @param message what is wrong and what to do
     */
    public record Problem(String jar, String message) {
        @Override
        public String toString() {
            return jar + ": " + message;
        }
    }

    /**
     * Loads all jars of a folder, in the order of their names; the first of two functions of the same name stays.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static UserFunctions load(Path folder, FunctionRegistry builtIn) {
        return load(jars(folder), builtIn);
    }

    /** Loads these jars in their order; the first of two functions of the same name stays. */
    public static UserFunctions load(List<Path> jars, FunctionRegistry builtIn) {
        UserFunctions loaded = new UserFunctions(builtIn);
        jars.forEach(loaded::add);
        return loaded;
    }

    /** All functions: those that were there and those of the jars. */
    public FunctionRegistry functions() {
        return functions;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        for (JarLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The jars of a folder in the order of their names, which is the one they are loaded in.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of functions " + folder + " cannot be read", e);
        }
    }

    private void add(Path jar) {
        String name = jar.getFileName().toString();
        JarLoader loader = new JarLoader(jar, UserFunctions.class.getClassLoader());
        loaders.add(loader);
        try {
            List<FunctionClasses> providers = ServiceLoader.load(FunctionClasses.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            if (providers.isEmpty()) {
                problems.add(new Problem(
                        name,
                        "it names no functions; list them in a class that implements " + FunctionClasses.class.getName()
                                + " and name that class in META-INF/services/" + FunctionClasses.class.getName()));
            }
            providers.forEach(provider -> provider.classes().forEach(type -> add(name, type)));
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            problems.add(new Problem(name, "its list of functions cannot be read: " + e.getMessage()));
        }
    }

    private void add(String jar, Class<?> type) {
        try {
            functions = functions.with(List.of(type), jar);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(jar, String.valueOf(e.getMessage())));
        } catch (LinkageError e) {
            problems.add(
                    new Problem(jar, type.getName() + " needs a class that the jar does not hold: " + e.getMessage()));
        }
    }
}
