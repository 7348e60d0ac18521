package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "MASK_LEFT",
        category = "STRING",
        description =
                "Hides the first characters of a text. By default upper-case"
                        + " letters become X, lower-case ones x, digits n and all others -; a mask of null leaves its kind as it is.",
        examples = {"MASK_LEFT('Ab-12', 2) -> 'Xx-12'"})
final class MaskLeft {

    private MaskLeft() {}

    @Signature
    static String mask(
            @Parameter(name = "text", description = "what to mask") String text,
            @Parameter(name = "count", description = "how many to hide") int count) {
        return Masking.USUAL.left(text, count);
    }

    @Signature
    static String mask(
            @Parameter(name = "text", description = "what to mask") String text,
            @Parameter(name = "count", description = "how many to hide") int count,
            @Parameter(name = "upper", description = "the mask of upper-case letters") @Nullable String upper,
            @Parameter(name = "lower", description = "the mask of lower-case letters") @Nullable String lower,
            @Parameter(name = "digit", description = "the mask of digits") @Nullable String digit,
            @Parameter(name = "other", description = "the mask of all other characters") @Nullable String other) {
        return Masking.of(upper, lower, digit, other).left(text, count);
    }
}
