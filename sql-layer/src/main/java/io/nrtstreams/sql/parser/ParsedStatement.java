package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement;

/**
 * A statement of a script.
 *
 * @param text as it was written, from its first word to its semicolon, which the last one may lack
 * @param position of its first word in the script
 */
public record ParsedStatement(String text, Position position, Statement statement) {}
