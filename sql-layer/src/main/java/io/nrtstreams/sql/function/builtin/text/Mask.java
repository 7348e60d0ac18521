package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "MASK",
        category = "STRING",
        description =
                "Hides the characters of a text. By default upper-case"
                        + " letters become X, lower-case ones x, digits n and all others -; a mask of null leaves its kind as it is.",
        examples = {"MASK('Ab-12') -> 'Xx-nn'", "MASK('Ab-12', '*', NULL, '#', NULL) -> '*b-##'"})
final class Mask {

    private Mask() {}

    @Signature
    static String mask(@Parameter(name = "text", description = "what to mask") String text) {
        return Masking.USUAL.all(text);
    }

    @Signature
    static String mask(
            @Parameter(name = "text", description = "what to mask") String text,
            @Parameter(name = "upper", description = "the mask of upper-case letters") @Nullable String upper,
            @Parameter(name = "lower", description = "the mask of lower-case letters") @Nullable String lower,
            @Parameter(name = "digit", description = "the mask of digits") @Nullable String digit,
            @Parameter(name = "other", description = "the mask of all other characters") @Nullable String other) {
        return Masking.of(upper, lower, digit, other).all(text);
    }
}
