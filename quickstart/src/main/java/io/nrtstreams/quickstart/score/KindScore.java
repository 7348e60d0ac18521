package io.nrtstreams.quickstart.score;

/**
 * What became of the records with one kind of planted defect.
 *
 * @param kind its label
 * @param visible whether a transform that sees one record can see it at all
 * @param planted how many there were
 * @param repaired that came out as the record without the defect would have
 * @param rejected that were set aside
 * @param dropped that were left out
 * @param flagged that went on with a flag in their headers
 * @param missed that went on wrong
 */
public record KindScore(
        String kind,
        boolean visible,
        long planted,
        long repaired,
        long rejected,
        long dropped,
        long flagged,
        long missed) {
    /** The share of those that were planted that did not go on wrong and unmarked; 1 where there were none. */
    public double recall() {
        return planted == 0 ? 1 : 1 - (double) missed / planted;
    }
}
