package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What came of a case.
 *
 * @param accepted L0: the statements were accepted or refused as the case says
 * @param exact L1: the same records in the same order
 * @param perKey L2: the same for each topic, key and window, the order across keys free
 * @param finalState L3: tables by their last value of each key, streams as a multiset
 * @param error the refusal or the first difference; empty when all is well
 */
public record CaseResult(boolean accepted, boolean exact, boolean perKey, boolean finalState, Optional<String> error) {

    public static CaseResult asWanted() {
        return new CaseResult(true, true, true, true, Optional.empty());
    }

    /** The statements were not accepted, or not refused, as the case says. */
    public static CaseResult notAccepted(String error) {
        return new CaseResult(false, false, false, false, Optional.of(error));
    }

    /** Accepted, and then it failed. */
    public static CaseResult failed(String error) {
        return new CaseResult(true, false, false, false, Optional.of(error));
    }

    /** Both together, with the first error. */
    public CaseResult and(CaseResult other) {
        return new CaseResult(
                accepted && other.accepted,
                exact && other.exact,
                perKey && other.perKey,
                finalState && other.finalState,
                error.or(other::error));
    }

    /** The line of results for a case of this id. */
    public ObjectNode json(String id) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id)
                .put("l0", accepted)
                .put("l1", exact)
                .put("l2", perKey)
                .put("l3", finalState);
        return error.isPresent() ? json.put("error", error.get()) : json.putNull("error");
    }
}
