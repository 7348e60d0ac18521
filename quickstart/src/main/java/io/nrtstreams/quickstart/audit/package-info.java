/** The contract between the command line and the audit. */
@NullMarked
package io.nrtstreams.quickstart.audit;

import org.jspecify.annotations.NullMarked;
