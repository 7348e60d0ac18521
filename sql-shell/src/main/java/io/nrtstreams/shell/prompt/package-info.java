/** The interactive prompt: lines, completion, history. */
@NullMarked
package io.nrtstreams.shell.prompt;

import org.jspecify.annotations.NullMarked;
