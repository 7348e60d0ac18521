/** What the server answers, made readable. */
@NullMarked
package io.nrtstreams.shell.view;

import org.jspecify.annotations.NullMarked;
