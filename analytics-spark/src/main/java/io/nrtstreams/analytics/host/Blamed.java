package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.flow.FlowFailure;
import io.nrtstreams.analytics.host.output.OutputException;
import io.nrtstreams.analytics.host.output.QueryFailure;
import io.nrtstreams.analytics.pipeline.Causes;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.registry.RegistryException;
import java.util.Set;

/**
 * What is to be told and done about the failure of a job.
 *
 * @param queries without which the batch can go on; empty when none is to blame
 * @param isLasting whether another attempt cannot mend it as long as nobody does something
 */
record Blamed(Set<String> queries, boolean isLasting, String reason) {

    private static final String FULL_DISK = "No space left on device";

    static Blamed of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof QueryFailure own) {
                return new Blamed(Set.of(own.queryId()), own.isLasting(), Causes.firstLine(own));
            }
            if (cause instanceof FlowFailure own) {
                boolean isLasting =
                        own.getCause() instanceof SqlException && !(own.getCause() instanceof RegistryException);
                return new Blamed(Set.of(own.queryId()), isLasting, Causes.firstLine(own));
            }
            if (cause instanceof ScanFailure scan) {
                return new Blamed(scan.queries(), true, Causes.firstLine(scan));
            }
            if (cause instanceof OutputException broker) {
                return new Blamed(Set.of(), false, Causes.firstLine(broker));
            }
            if (String.valueOf(cause.getMessage()).contains(FULL_DISK)) {
                return new Blamed(
                        Set.of(),
                        false,
                        "The disk under the checkpoint is full, or that of temporary files. Make room: the queries go on"
                                + " by themselves where they stopped.");
            }
        }
        return new Blamed(Set.of(), false, Causes.of(failure));
    }
}
