package live.onair.identity;

import live.onair.kernel.Refusal;

/** Why a command about people, tokens or approvals is not carried out. */
public enum IdentityRefusal implements Refusal {
    /** Unknown, wrong, locked, disabled: always the same words. */
    SIGN_IN_FAILED(
            "로그인할 수 없습니다. 로그인 이름과 비밀번호를 확인하고, 여러 번 실패했다면 잠시 뒤에 다시 시도하세요.",
            "You cannot sign in. Check name and password; after several failures wait a while."),
    /** The login name is in use. */
    LOGIN_TAKEN("이미 쓰고 있는 로그인 이름입니다: {login}", "The login name {login} is in use."),
    /** The login name has letters it must not have. */
    LOGIN_UNUSABLE(
            "로그인 이름은 영문자·숫자·점·밑줄·@·붙임표로 2~64자여야 합니다.",
            "A login name has 2 to 64 letters, digits, dots, underscores, @ or hyphens."),
    /** A name is needed. */
    NAME_MISSING("이름을 적어 주세요.", "Give a name."),
    /** At least one role is needed. */
    ROLES_MISSING("역할을 하나 이상 고르세요.", "Choose at least one role."),
    /** There is no such account. */
    NO_SUCH_ACCOUNT("그런 계정이 없습니다.", "There is no such account."),
    /** Somebody must be left who can manage people. */
    LAST_ADMIN("마지막 관리자입니다. 먼저 다른 관리자를 두세요.", "This is the last administrator. Appoint another one first."),
    /** The present password is not that. */
    PASSWORD_WRONG("지금 비밀번호가 맞지 않습니다.", "The present password is not right."),
    /** The password is too short or too long. */
    PASSWORD_LENGTH("비밀번호는 {least}자 이상 {most}자 이하여야 합니다.", "A password has {least} to {most} characters."),
    /** The password is the login name. */
    PASSWORD_IS_LOGIN("로그인 이름은 비밀번호로 쓸 수 없습니다.", "The login name cannot be the password."),
    /** The password is among the first that everybody tries. */
    PASSWORD_COMMON("너무 흔하거나 단순한 비밀번호입니다.", "This password is too common or too simple."),
    /** The new password is the old one. */
    PASSWORD_SAME("지금과 다른 비밀번호를 쓰세요.", "Choose another password than the present one."),
    /** Such a preference is not kept. */
    PREFERENCE_UNUSABLE("저장할 수 없는 설정입니다: {key}", "This preference cannot be kept: {key}"),
    /** A view has a name and a query of bounded length. */
    VIEW_UNUSABLE("보기를 저장할 수 없습니다. 이름은 {most}자까지입니다.", "This view cannot be kept. A name has up to {most} characters."),
    /** There is room for so many. */
    TOO_MANY_VIEWS(
            "저장한 보기가 {most}개입니다. 안 쓰는 것을 지우고 다시 저장해 주세요.", "You keep {most} views. Remove one, then save again."),
    /** There is no such view, or it is somebody else's. */
    NO_SUCH_VIEW("그런 보기가 없습니다.", "There is no such view."),
    /** A layout has a name, at least one window, and pages of this console. */
    LAYOUT_UNUSABLE(
            "창 배치를 저장할 수 없습니다. 이름은 {most}자, 창은 {windows}개까지이고 이 콘솔의 화면이어야 합니다.",
            "This layout cannot be kept. A name has up to {most} characters, a layout up to {windows} windows of this console."),
    /** It is not replaced or removed while it is locked. */
    LAYOUT_LOCKED("‘{name}’ 배치는 잠겨 있습니다. 먼저 잠금을 풀어 주세요.", "The layout \"{name}\" is locked. Unlock it first."),
    /** There is room for so many. */
    TOO_MANY_LAYOUTS(
            "저장한 창 배치가 {most}개입니다. 안 쓰는 것을 지우고 다시 저장해 주세요.", "You keep {most} layouts. Remove one, then save again."),
    /** There is no such layout, or it is somebody else's. */
    NO_SUCH_LAYOUT("그런 창 배치가 없습니다.", "There is no such layout."),
    /** Nobody gives away more than they have. */
    ROLE_NOT_YOURS("본인에게 없는 역할은 줄 수 없습니다: {role}", "You cannot give a role you do not have: {role}"),
    /** A token must end, within a year. */
    EXPIRY_UNUSABLE("만료 시각은 지금부터 365일 이내여야 합니다.", "The expiry must lie within 365 days from now."),
    /** A token does not make tokens. */
    NEEDS_SIGN_IN("토큰으로는 토큰을 만들 수 없습니다. 로그인해서 만드세요.", "A token cannot make tokens. Sign in to make one."),
    /** There is no such token. */
    NO_SUCH_TOKEN("그런 토큰이 없거나 이미 폐기되었습니다.", "There is no such token, or it is revoked already."),
    /** Unknown, decided, over: always the same words. */
    NO_SUCH_DEVICE(
            "그런 코드가 없거나 시간이 지났습니다. 기기 화면의 코드를 확인하고, 오래되었다면 기기에서 다시 시작해 주세요.",
            "There is no such code, or its time is over. Check the code on the device, or begin there again."),
    /** Codes are not to be guessed. */
    TOO_MANY_CODES(
            "틀린 코드를 여러 번 넣었습니다. 최대 {minutes}분 뒤에 다시 해 주세요.",
            "Too many wrong codes. Try again within {minutes} minutes."),
    /** So many wait for somebody already. */
    TOO_MANY_DEVICES(
            "이 주소에서 허용을 기다리는 기기가 너무 많습니다. 잠시 뒤에 다시 시작해 주세요.",
            "Too many devices wait at this address. Begin again later."),
    /** There is no such session. */
    NO_SUCH_SESSION("그런 로그인이 없거나 이미 끝났습니다.", "There is no such sign-in, or it has ended already."),
    /** There is no such request for approval. */
    NO_SUCH_APPROVAL("그런 승인 요청이 없습니다.", "There is no such request for approval."),
    /** Who asks does not decide. */
    SAME_PERSON("요청한 사람은 승인하거나 거절할 수 없습니다. 다른 사람이 결정해야 합니다.", "Who asked cannot decide: a second person must."),
    /** Their role does not decide this. */
    NOT_AN_APPROVER("이 요청은 다음 역할만 결정할 수 있습니다: {roles}", "Only these roles decide this request: {roles}"),
    /** It was decided before. */
    ALREADY_DECIDED("이미 결정된 요청입니다.", "This request is decided already."),
    /** Reasons are part of the request, and of a refusal. */
    REASON_MISSING("이유를 적어 주세요.", "Give a reason."),
    /** The approval is over. */
    APPROVAL_EXPIRED("승인 요청이 {at}에 만료되었습니다. 다시 요청하세요.", "The approval expired at {at}. Ask again."),
    /** No second person has agreed. */
    APPROVAL_MISSING("다른 사람의 승인이 필요합니다.", "A second person must approve this."),
    /** What was approved is not what is to be done now. */
    APPROVAL_OTHER_CONTENT(
            "승인된 뒤에 내용이 바뀌었습니다. 다시 승인받으세요.", "The content has changed since it was approved. Have it approved again."),
    /** One approval, one act. */
    APPROVAL_USED("이미 사용한 승인입니다. 다시 승인받으세요.", "This approval has been used. Have it approved again.");

    private final String ko;
    private final String en;

    IdentityRefusal(String ko, String en) {
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
