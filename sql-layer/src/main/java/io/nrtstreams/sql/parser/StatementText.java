package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Position;

/**
 * A statement of a script, not yet understood.
 *
 * @param text from its first word to its semicolon, when it has one
 * @param position of its first word in the script
 * @param ended whether a semicolon ends it; what is typed next belongs to it otherwise
 */
public record StatementText(String text, Position position, boolean ended) {}
