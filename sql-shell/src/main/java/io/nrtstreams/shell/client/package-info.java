/** Requests to the server and its answers. */
@NullMarked
package io.nrtstreams.shell.client;

import org.jspecify.annotations.NullMarked;
