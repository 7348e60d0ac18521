package io.nrtstreams.sql.conformance;

/** Is told what came of each case. */
@FunctionalInterface
public interface CaseResults {

    /**
     * What came of a case.
     *
     * @param group what the case is counted under
     */
    void add(String group, String id, CaseResult result);
}
