package io.nrtstreams.sql.model;

/**
 * A fitted model under the name that statements call it by.
 *
 * @param version counts the fits under this name, from 1
 */
public record NamedModel(String name, int version, Model model) {}
