package live.onair.planning;

import live.onair.kernel.Refusal;

/** Why a schedule from a file, or a line of it, cannot be taken. */
public enum ImportRefusal implements Refusal {
    /** A field that every line needs has no column. */
    COLUMN_MISSING("‘{fieldKo}’에 해당하는 열을 골라 주세요.", "Choose the column for {fieldEn}."),
    /** A cell is empty that must not be. */
    CELL_MISSING("‘{fieldKo}’ 칸이 비어 있습니다.", "{fieldEn} is empty."),
    /** A moment cannot be read. */
    MOMENT_UNREADABLE(
            "‘{fieldKo}’ 칸의 ‘{value}’을(를) 시각으로 읽을 수 없습니다. 2030-01-31 20:00처럼 적어 주세요.",
            "\"{value}\" in {fieldEn} is no time. Write it like 2030-01-31 20:00."),
    /** A length cannot be read. */
    LENGTH_UNREADABLE(
            "길이 ‘{value}’을(를) 읽을 수 없습니다. 분으로 적어 주세요.", "The length \"{value}\" cannot be read. Give minutes."),
    /** Nothing has this name. */
    NAME_UNKNOWN(
            "‘{fieldKo}’에 ‘{value}’이(가) 없습니다. 이름이나 번호를 확인해 주세요.",
            "There is no {fieldEn} \"{value}\". Check name or number."),
    /** No show has this number. */
    SHOW_UNKNOWN("방송 번호 {value}: 그런 방송이 없습니다.", "There is no show {value}."),
    /** Two lines mean the same show. */
    LINE_TWICE("{line}번째 줄과 같은 방송입니다: {value}", "Line {line} is the same show: {value}"),
    /** A line was read but is not to be carried out because others are wrong. */
    LINES_WRONG("틀린 줄이 {count}개 있어 아무것도 가져오지 않았습니다.", "{count} lines are wrong, so nothing was imported."),
    /** There is nothing to do. */
    NOTHING_NEW("새로 넣거나 바꿀 것이 없습니다.", "There is nothing to add or change."),
    /** No such import. */
    NO_SUCH_IMPORT("그런 가져오기가 없습니다: {id}", "There is no import {id}."),
    /** It was taken back before. */
    UNDONE_ALREADY("이미 되돌린 가져오기입니다: {id}", "The import {id} has been undone already.");

    private final String ko;
    private final String en;

    ImportRefusal(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    @Override
    public String ko() {
        return ko;
    }

    @Override
    public String en() {
        return en;
    }
}
