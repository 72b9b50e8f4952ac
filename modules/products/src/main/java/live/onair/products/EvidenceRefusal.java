package live.onair.products;

import live.onair.kernel.Refusal;

/** Why a document was not kept. */
enum EvidenceRefusal implements Refusal {
    /** There is nothing in it. */
    NO_FILE("파일을 골라 주세요.", "Choose a file."),
    /** Larger than is kept. */
    FILE_LARGE("파일이 너무 큽니다. {most} MB까지 보관합니다.", "The file is too large. Up to {most} MB are kept."),
    /** Neither a document nor a picture. */
    FILE_TYPE("PDF, PNG, JPEG 파일만 보관합니다.", "Only PDF, PNG and JPEG are kept."),
    /** It has run out already. */
    DAY_PAST("유효 기간이 이미 지났습니다: {day}", "It ran out on {day} already."),
    /** More than a product has. */
    MANY("상품 하나에 증빙은 {max}개까지입니다.", "A product has {max} documents at most."),
    /** The very same is there. */
    SAME_FILE("같은 파일이 있습니다: {title}", "This very file is there already: {title}."),
    /** It is not there. */
    NO_SUCH_EVIDENCE("그런 증빙이 없습니다: {id}", "There is no such evidence: {id}.");

    private final String ko;
    private final String en;

    EvidenceRefusal(String ko, String en) {
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
