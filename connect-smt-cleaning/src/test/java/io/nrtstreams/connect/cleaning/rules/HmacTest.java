package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacTest {
    private static final String DATA = "Test Using Larger Than Block-Size Key - Hash Key First";

    private final RuleSettings settings = new RuleSettings(Optional.of(HmacKey.of("0123456789abcdef")));

    /** The hashes are those of {@code openssl dgst -sha256 -hmac 0123456789abcdef}. */
    @ParameterizedTest
    @CsvSource({
        "hmac, 249cb72e84abb5a04d5efbeea3431a5a8408f974949484ada7caea7eac3fb9cc",
        "hmac sha256 hex, 249cb72e84abb5a04d5efbeea3431a5a8408f974949484ada7caea7eac3fb9cc",
        "hmac base64, JJy3LoSrtaBNXvvuo0MaWoQI+XSUlIStp8rqfqw/ucw=",
        "hmac sha512, ad38b752ea319e8a19078809072d495f2dc281a5c411088fc59e7c641a3cb7c984dab55e3889bfd67760005519083da616b1336aae93233608c6797842638d7d"
    })
    void theHashIsThatOfOthers(String rule, String hash) {
        assertThat(hash(rule, DATA)).isEqualTo(hash);
        assertThat(hash(rule, DATA)).as("once more").isEqualTo(hash);
    }

    /** RFC 4231, section 4.2 (test case 1), whose key of 20 bytes 0x0b is text as well. */
    @ParameterizedTest
    @CsvSource({
        "hmac, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "hmac sha512, 87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854"
    })
    void theHashIsThatOfTheStandard(String rule, String hash) {
        RuleSettings standard = new RuleSettings(Optional.of(HmacKey.of("\u000b".repeat(20))));

        assertThat(hash(standard, rule, "Hi There")).isEqualTo(hash);
    }

    @Test
    void numbersAreHashedAsTheyPrint() {
        assertThat(hash("hmac", 7)).isEqualTo(hash("hmac", "7")).isNotEqualTo(hash("hmac", 7.0));
    }

    @Test
    void halvesOfSurrogatePairsHaveNoHash() {
        assertThat(hash("hmac", "x\uD800")).isInstanceOf(Refused.class);
        assertThat(hash("hmac", "x😀")).isInstanceOf(String.class);
    }

    @Test
    void aShortSecretIsNone() {
        assertThatThrownBy(() -> HmacKey.of("0123456789abcde"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a secret of at least 16 bytes");
    }

    @Test
    void theSecretShowsItselfToNobody() {
        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
    }

    private Object hash(String rule, Object value) {
        return hash(settings, rule, value);
    }

    private static Object hash(RuleSettings settings, String rule, Object value) {
        return RuleParser.parse(rule, settings)
                .rules()
                .orElseThrow()
                .bind("a", null, true)
                .run(value, new Passage());
    }
}
