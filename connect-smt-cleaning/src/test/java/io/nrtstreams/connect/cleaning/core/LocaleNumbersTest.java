package io.nrtstreams.connect.cleaning.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-US; 1,234.5; 1234.5",
                "en-US; -1,234,567; -1234567",
                "en-US; 1234.5; 1234.5",
                "en-US; .5; .5",
                "en-US; 1e3; 1e3",
                "de-DE; 1.234,5; 1234.5",
                "de-DE; +1.234; +1234",
                "de-CH; 1'234.5; 1234.5",
                "de-CH; 1\u2019234.5; 1234.5",
                "fr-FR; 1\u202F234,5; 1234.5",
                "fr-FR; '1 234,5'; 1234.5",
                "fr-FR; 1\u00A0234,5; 1234.5",
                "sv-SE; \u22121,5; -1.5",
                "en-IN; 12,34,567.5; 1234567.5",
                "en-IN; 1,234,567; 1234567",
                "ar-EG; \u0661\u0662\u066B\u0665; 12.5"
            })
    void separatorsAreThoseOfTheLocale(String locale, String text, String plain) {
        assertThat(new LocaleNumbers(Locale.forLanguageTag(locale)).plain(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-US; 1,23",
                "en-US; 12,34,567",
                "en-US; ',123'",
                "en-US; 1234,567",
                "en-US; '1,234,'",
                "en-US; 1 234",
                "en-US; 1.234,5",
                "de-DE; 1,234.5",
                "de-DE; 1.2345",
                "en-IN; 123,45,67",
                "en-US; 12 kWh"
            })
    void wrongGroupsAreNoNumber(String locale, String text) {
        String plain = new LocaleNumbers(Locale.forLanguageTag(locale)).plain(text);

        assertThat(plain == null ? null : Numbers.float64(plain, 0, plain.length()))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en-US", "en-GB", "de-DE", "de-AT", "fr-FR", "fr-CA", "es-ES", "es-MX", "it-IT", "pt-BR", "pt-PT",
                        "nl-NL", "sv-SE",
                "da-DK", "nb-NO", "fi-FI", "pl-PL", "cs-CZ", "hu-HU", "ro-RO", "ru-RU", "uk-UA", "tr-TR", "el-GR",
                        "ja-JP", "zh-CN",
                "ko-KR", "vi-VN", "id-ID", "th-TH"
            })
    void whatJavaWritesIsRead(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        LocaleNumbers numbers = new LocaleNumbers(locale);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            double value = Math.rint(random.nextGaussian() * Math.pow(10, random.nextInt(10)) * 8) / 8;
            String plain = numbers.plain(format.format(value));

            assertThat(plain).as(format.format(value)).isNotNull();
            assertThat(Double.parseDouble(plain)).isEqualTo(value == 0 ? Math.abs(value) : value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-up:3", "half-even:2", "half-down:2", "up:3", "down:2", "ceiling:3", "floor:2"})
    void fractionsAreRoundedAsTheyAreTold(String rounding) {
        List<String> parts = List.of(rounding.split(":", -1));
        RoundingMode mode =
                RoundingMode.valueOf(parts.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
        Object expected = Integer.valueOf(parts.get(1));

        assertThat(ScalarType.INT32.round("2.5", mode)).isEqualTo(expected);
        assertThat(ScalarType.INT32.round(2.5, mode)).isEqualTo(expected);
        assertThat(ScalarType.INT8.round("999.5", mode)).isEqualTo(Unfit.VALUE);
        assertThat(ScalarType.INT64.round("1e-999999999", mode)).isInstanceOf(Long.class);
        assertThat(ScalarType.INT64.round("1e999999999", mode)).isEqualTo(Unfit.VALUE);
        assertThat(ScalarType.INT64.round(Double.NaN, mode)).isEqualTo(Unfit.VALUE);
        assertThat(ScalarType.INT64.round("x", mode)).isEqualTo(Unfit.VALUE);
        assertThat(ScalarType.INT64.round(true, mode)).isEqualTo(Unfit.KIND);
    }
}
