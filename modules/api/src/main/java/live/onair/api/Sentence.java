package live.onair.api;

import java.util.Locale;

/** What the API itself says when it cannot carry out a request. */
enum Sentence {
    BAD_BODY("요청 본문을 읽을 수 없습니다.", "The request body cannot be read."),
    BAD_PARAMETER("주소의 값이 올바르지 않습니다.", "A parameter is not valid."),
    FORBIDDEN("이 작업을 할 권한이 없습니다.", "You may not do this."),
    NOT_FOUND("찾을 수 없습니다.", "There is no such thing."),
    NOT_SUPPORTED("이 주소에서는 그 방식을 쓸 수 없습니다.", "This address does not take that method or type."),
    CHANGED_MEANWHILE("그사이 다른 사람이 바꾸었습니다. 다시 읽고 시도해 주세요.", "Somebody changed it meanwhile. Read it again."),
    KEY_REUSED("같은 Idempotency-Key로 다른 내용을 보냈습니다.", "The same Idempotency-Key came with another request."),
    KEY_IN_USE("같은 요청을 처리하고 있습니다. 잠시 뒤에 다시 보내 주세요.", "The same request is being carried out. Send it again later."),
    KEY_WRONG("Idempotency-Key는 1~128자의 보이는 ASCII 문자입니다.", "An Idempotency-Key is 1 to 128 visible ASCII characters."),
    SECRET_GIVEN(
            "이 요청은 이미 처리되었고, 비밀 값이 든 대답은 보관하지 않습니다. 다시 받으려면 새 Idempotency-Key로 요청해 주세요.",
            "This was carried out already; its answer held a secret and is not kept. Ask anew with another Idempotency-Key."),
    TOO_MANY("요청이 너무 많습니다. 잠시 뒤에 다시 보내 주세요.", "Too many requests. Send again later."),
    BROKEN("처리하다가 문제가 생겼습니다. 요청 번호를 알려 주세요.", "Something broke. Please tell us the request id.");

    private final String ko;
    private final String en;

    Sentence(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : ko;
    }
}
