package io.nrtstreams.quickstart.score;

import java.util.List;

/**
 * The score of one feed's cleaning.
 *
 * @param records that were looked at
 * @param good those without a planted defect
 * @param harmed good ones that were rejected, dropped or flagged, or came out otherwise than by the transforms alone
 * @param kinds those that were planted
 */
public record FeedScore(long records, long good, long harmed, List<KindScore> kinds) {
    public FeedScore {
        kinds = List.copyOf(kinds);
    }

    /** The share of good records that were harmed. */
    public double harm() {
        return good == 0 ? 0 : (double) harmed / good;
    }

    /** The least recall of the kinds that can be seen. */
    public double recall() {
        return kinds.stream()
                .filter(KindScore::visible)
                .mapToDouble(KindScore::recall)
                .min()
                .orElse(1);
    }
}
