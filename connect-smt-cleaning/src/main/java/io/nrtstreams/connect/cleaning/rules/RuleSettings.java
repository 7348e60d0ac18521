package io.nrtstreams.connect.cleaning.rules;

import java.util.Optional;

/**
 * What rules need beside their text.
 *
 * @param hmacKey the secret of {@code hmac} rules
 */
public record RuleSettings(Optional<HmacKey> hmacKey) {
    /** Without a secret. */
    public static final RuleSettings NONE = new RuleSettings(Optional.empty());
}
