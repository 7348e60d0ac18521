/** Tables, excerpts and colours on a screen of a certain width. */
@NullMarked
package io.nrtstreams.shell.text;

import org.jspecify.annotations.NullMarked;
