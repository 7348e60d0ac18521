package io.nrtstreams.sql.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry in this process: for tests, and for running without a service. Forgets everything with the process. */
public final class InMemorySchemaRegistry implements SchemaRegistry {

    private final Map<Integer, SchemaText> byId = new HashMap<>();
    private final Map<SchemaText, Integer> ids = new HashMap<>();
    private final Map<String, List<Integer>> versions = new HashMap<>();
    private int nextId;

    public InMemorySchemaRegistry() {
        this(1);
    }

    /** A registry that gives ids from this one on, so that lower ones stay free for those who choose theirs. */
    public InMemorySchemaRegistry(int firstId) {
        this.nextId = firstId;
    }

    @Override
    public synchronized Optional<RegisteredSchema> latest(String subject) {
        return Optional.ofNullable(versions.get(subject))
                .map(ids -> ids.get(ids.size() - 1))
                .flatMap(this::byId);
    }

    @Override
    public synchronized Optional<RegisteredSchema> byId(int id) {
        return Optional.ofNullable(byId.get(id)).map(schema -> new RegisteredSchema(id, schema));
    }

    @Override
    public synchronized int register(String subject, SchemaText schema) {
        Integer known = ids.get(schema);
        return register(subject, known == null ? freeId() : known, schema);
    }

    /**
     * Registers a schema under an id of the caller's choice.
     *
     * @throws RegistryException when the id belongs to another schema
     */
    public synchronized int register(String subject, int id, SchemaText schema) {
        SchemaText there = byId.putIfAbsent(id, schema);
        if (there != null && !there.equals(schema)) {
            throw new RegistryException("schema id " + id + " belongs to another schema; choose a free id");
        }
        ids.putIfAbsent(schema, id);
        List<Integer> known = versions.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!known.contains(id)) {
            known.add(id);
        }
        return id;
    }

    /** The subjects with at least one version, in alphabetical order. */
    public synchronized List<String> subjects() {
        return versions.keySet().stream().sorted().toList();
    }

    private int freeId() {
        while (byId.containsKey(nextId)) {
            nextId++;
        }
        return nextId;
    }
}
