package io.nrtstreams.bench.sink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.connector.ConnectorContext;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.runtime.isolation.PluginClassLoader;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * A sink connector in a plugin folder, loaded by the class loader that Connect isolates plugins with.
 *
 * @param loader of all jars of the folder
 * @param connectorClass its name
 */
record Plugin(ClassLoader loader, String connectorClass) {
    private static final String SERVICES = "META-INF/services/org.apache.kafka.connect.sink.SinkConnector";
    private static final int DEPTH = 3;

    /**
     * Finds the connector whose family is known.
     *
     * @throws IOException if there is none in the folder, or more than one
     */
    static Plugin in(Path folder) throws IOException {
        URL[] jars = jars(folder);
        URL location = folder.toUri().toURL();
        PluginClassLoader loader = new PluginClassLoader(location, jars, Plugin.class.getClassLoader());
        Set<String> known = new TreeSet<>(declared(loader));
        Family.known().stream().filter(name -> has(loader, name)).forEach(known::add);
        known.removeIf(name -> !Family.known().contains(name));
        if (known.size() != 1) {
            throw new IOException(folder + " holds " + known.size() + " sink connectors that the benchmark knows "
                    + Family.known() + ", expected one " + known);
        }
        return new Plugin(loader, known.iterator().next());
    }

    private static URL[] jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return urls;
        }
    }

    private static Set<String> declared(URLClassLoader loader) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Enumeration<URL> lists = loader.findResources(SERVICES); lists.hasMoreElements(); ) {
            try (InputStream list = lists.nextElement().openStream();
                    BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
                lines.lines().map(line -> line.replaceFirst("#.*", "").strip()).forEach(names::add);
            }
        }
        return names;
    }

    /** Plugins of before the service loader declare nothing. */
    private static boolean has(URLClassLoader loader, String name) {
        return loader.findResource(name.replace('.', '/') + ".class") != null;
    }

    /**
     * A task and the properties that its connector gave it.
     *
     * @param task not yet started
     */
    record Task(SinkTask task, Map<String, String> properties) {}

    /** Starts the connector and makes its one task. */
    Task task(Map<String, String> properties) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            SinkConnector connector = instance(SinkConnector.class, connectorClass);
            connector.initialize(new NoWorker());
            connector.start(properties);
            Map<String, String> first = connector.taskConfigs(1).get(0);
            return new Task(instance(SinkTask.class, connector.taskClass().getName()), first);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(connectorClass + " cannot be made", e);
        }
    }

    private <T> T instance(Class<T> type, String name) throws ReflectiveOperationException {
        return type.cast(
                Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
    }

    /** A connector here has one task, which nothing changes. */
    private static final class NoWorker implements ConnectorContext {
        @Override
        public void requestTaskReconfiguration() {
            throw new IllegalStateException("the connector asks for other tasks");
        }

        @Override
        public void raiseError(Exception e) {
            throw new IllegalStateException("the connector failed", e);
        }

        @Override
        public PluginMetrics pluginMetrics() {
            throw new UnsupportedOperationException("only tasks are measured");
        }
    }
}
