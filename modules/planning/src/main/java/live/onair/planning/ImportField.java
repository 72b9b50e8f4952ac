package live.onair.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import live.onair.sheets.Columns;
import live.onair.sheets.SheetField;

/** What a column of a schedule can mean. The first name is the one of an export. */
public enum ImportField implements SheetField {
    /** Number of a show that is there. */
    ID("번호", "Number", "방송번호", "id", "showid"),
    /** The number it has where the file comes from. */
    KEY("코드", "Code", "외부번호", "key", "externalid"),
    /** Title. */
    TITLE("제목", "Title", "방송제목", "방송명", "프로그램", "프로그램명", "name"),
    /** Channel by name or number. */
    CHANNEL("채널", "Channel", "채널명", "channelname"),
    /** Studio by name or number. */
    STUDIO("스튜디오", "Studio"),
    /** Hosts by name or number, with commas. */
    HOSTS("진행자", "Hosts", "쇼호스트", "호스트", "host"),
    /** Day, where start and end are times only. */
    DATE("날짜", "Date", "일자", "방송일", "day"),
    /** Start. */
    START("시작", "Start", "시작시각", "시작시간", "starttime", "startsat"),
    /** End. */
    END("끝", "End", "종료", "종료시각", "종료시간", "endtime", "endsat"),
    /** Length in minutes, instead of an end. */
    LENGTH("길이", "Minutes", "길이(분)", "분", "length", "duration"),
    /** Description. */
    DESCRIPTION("설명", "Description", "내용");

    private final String ko;
    private final String en;
    private final List<String> others;

    ImportField(String ko, String en, String... others) {
        this.ko = ko;
        this.en = en;
        this.others = List.of(others);
    }

    @Override
    public String ko() {
        return ko;
    }

    @Override
    public String en() {
        return en;
    }

    /** Whether every line needs it; of end and length one is needed as well. */
    @Override
    public boolean isNeeded() {
        return this == TITLE || this == CHANNEL || this == START;
    }

    /** Those that have no column and need one; of end and length one is enough. */
    public static List<ImportField> missing(Map<ImportField, Integer> mapping) {
        List<ImportField> missing = new ArrayList<>(Columns.missing(ImportField.class, mapping));
        if (!mapping.containsKey(END) && !mapping.containsKey(LENGTH)) {
            missing.add(END);
        }
        return List.copyOf(missing);
    }

    @Override
    public List<String> names() {
        return Stream.concat(Stream.of(ko, en), others.stream()).toList();
    }
}
