package io.nrtstreams.quickstart.connect;

/**
 * A connector that the worker has.
 *
 * @param className its class
 * @param type {@code source} or {@code sink}
 */
public record InstalledPlugin(String className, String type) {
    /** Whether a configuration may call it so: by its class, its simple name, or that without "Connector". */
    boolean answersTo(String name) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return name.equals(className) || name.equals(simple) || (name + "Connector").equals(simple);
    }
}
