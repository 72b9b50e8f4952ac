package live.onair.clips;

import live.onair.kernel.Refusal;

/** Why nothing was done about a clip. */
public enum ClipRefusal implements Refusal {
    /** There is none. */
    NO_SHOW("그런 방송이 없습니다: {show}", "There is no such show: {show}."),
    /** There is none. */
    NO_CLIP("그런 클립이 없습니다.", "There is no such clip."),
    /** Its recording lies elsewhere. */
    NOT_HERE(
            "이 채널의 녹화는 AWS에 있어 여기서 클립을 자를 수 없습니다. 녹화 버킷의 파일을 쓰세요.",
            "The recordings of this channel lie in AWS: clips of them are not cut here. Use the files in its bucket."),
    /** Nothing was recorded. */
    NO_RECORDING("아직 녹화가 없습니다. 방송이 끝난 뒤에 다시 해 주세요.", "There is no recording yet. Try again when the show is over."),
    /** No name. */
    TITLE("이름을 {max}자까지 적어 주세요.", "Give it a name of up to {max} characters."),
    /** From nowhere to nowhere. */
    POSITION("시작과 끝을 녹화 안에서 정해 주세요(녹화 {length}).", "Begin and end within the recording ({length})."),
    /** Too short or too long. */
    LENGTH("클립은 {min}초에서 {max}초까지입니다.", "A clip plays for {min} to {max} seconds."),
    /** The same again. */
    TWICE("같은 곳을 자른 클립이 이미 있습니다: {title}", "There is a clip of the same part already: {title}."),
    /** Too many. */
    COUNT("한 방송의 클립은 {max}개까지입니다.", "A show has up to {max} clips."),
    /** It is so already. */
    AS_IT_IS("이미 그렇습니다.", "It is so already."),
    /** There is no file. */
    NOT_READY("아직 준비되지 않은 클립입니다.", "The clip is not ready yet."),
    /** Its file is gone. */
    TOO_LATE("지운 지 오래되어 되돌릴 수 없습니다.", "It was removed too long ago to be put back.");

    private final String ko;
    private final String en;

    ClipRefusal(String ko, String en) {
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
