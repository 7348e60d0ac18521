package io.nrtstreams.sql.function.builtin.time;

import java.util.List;

/** Lists the functions of dates, times and timestamps. */
public final class TimeFunctions {

    private TimeFunctions() {}

    public static List<Class<?>> all() {
        return List.of(
                ConvertTz.class,
                DateAdd.class,
                DateSub.class,
                DateToString.class,
                FormatDate.class,
                FormatTime.class,
                FormatTimestamp.class,
                FromDays.class,
                FromUnixTime.class,
                ParseDate.class,
                ParseTime.class,
                ParseTimestamp.class,
                StringToDate.class,
                StringToTimestamp.class,
                TimeAdd.class,
                TimeSub.class,
                TimestampAdd.class,
                TimestampSub.class,
                TimestampToString.class,
                UnixDate.class,
                UnixTimestamp.class);
    }
}
