/** The command line of the project: the embedded stack, the demo, declared connectors and the audit. */
@NullMarked
package io.nrtstreams.quickstart;

import org.jspecify.annotations.NullMarked;
