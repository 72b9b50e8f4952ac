package live.onair.app;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting of {@code onair serve}; the configuration reference is made from here. */
enum Setting {
    DATA_DIR(
            "onair.data.dir",
            Kind.PATH,
            null,
            "데이터 폴더(이벤트 기록의 봉인 값, 로그, 미디어 상태)",
            "Data folder: sealed head of the event log, logs, media state"),
    DB_URL("onair.db.url", Kind.TEXT, null, "PostgreSQL 17의 JDBC 주소", "JDBC URL of a PostgreSQL 17"),
    DB_USER("onair.db.user", Kind.TEXT, null, "데이터베이스 사용자", "Database user"),
    DB_PASSWORD("onair.db.password", Kind.SECRET, null, "데이터베이스 비밀번호", "Database password"),
    DB_POOL(
            "onair.db.pool",
            Kind.POOL,
            "32",
            "콘솔이 쓰는 데이터베이스 연결의 최대 수(8~500)",
            "Most database connections the console uses (8 to 500)"),
    ENVIRONMENT(
            "onair.environment",
            Kind.TEXT,
            "production",
            "환경 표시: production, staging",
            "Environment ribbon: production, staging"),
    HTTP_HOST("onair.http.host", Kind.TEXT, "127.0.0.1", "콘솔이 듣는 주소", "Address the console listens on"),
    HTTP_PORT("onair.http.port", Kind.PORT, "8080", "콘솔 포트", "Port of the console"),
    WRITES_PORT("onair.writes.port", Kind.PORT, "8081", "시청자 쓰기 포트", "Port of viewers' writes"),
    PUBLIC_URL("onair.public.url", Kind.URL, "http://localhost:8080", "콘솔의 공개 주소", "Public base URL of the console"),
    NODE("onair.node", Kind.TEXT, "console", "이 노드의 이름(노드마다 다르게)", "Name of this node, different on each"),
    FIRST_ADMIN(
            "onair.admin.login",
            Kind.TEXT,
            "admin",
            "첫 관리자의 아이디(사람이 없을 때 한 번 만듦)",
            "Login of the first administrator, made once when there is nobody"),
    FIRST_ADMIN_PASSWORD(
            "onair.admin.password",
            Kind.SECRET,
            "",
            "첫 관리자의 비밀번호(12자 이상). 비면 만들지 않음",
            "Password of the first administrator (12 characters or more); empty makes none"),
    MAX_TRIES(
            "onair.signin.max-tries",
            Kind.NUMBER,
            "5",
            "잠그기 전까지 틀릴 수 있는 횟수",
            "Wrong passwords before an account is locked"),
    LOCK_FOR("onair.signin.lock-for", Kind.DURATION, "PT15M", "잠기는 시간", "How long an account stays locked"),
    IDLE("onair.signin.idle", Kind.DURATION, "PT8H", "쓰지 않으면 로그아웃되는 시간", "Signed out after being idle so long"),
    ABSOLUTE(
            "onair.signin.absolute", Kind.DURATION, "PT16H", "로그인이 이어지는 최대 시간", "Signed out after so long in any case"),
    MEDIA("onair.media.enabled", Kind.FLAG, "false", "로컬 미디어 프로세스를 함께 실행", "Run the local media process beside"),
    MEDIA_HOST("onair.media.host", Kind.TEXT, "127.0.0.1", "시청자·엣지·RTMP가 듣는 주소", "Address of viewers, edges and RTMP"),
    VIEWER_PORT("onair.media.viewer.port", Kind.PORT, "8082", "시청자 페이지 포트", "Port of the viewers' pages"),
    DOMESTIC_PORT("onair.media.domestic.port", Kind.PORT, "8083", "국내 엣지 포트", "Port of the domestic edge"),
    GLOBAL_PORT("onair.media.global.port", Kind.PORT, "8084", "글로벌 엣지 포트", "Port of the global edge"),
    RTMP_PORT("onair.media.rtmp.port", Kind.PORT, "1935", "인코더가 보내는 RTMP 포트", "Port encoders send RTMP to"),
    CONTROL_PORT(
            "onair.media.control.port", Kind.PORT, "8085", "미디어 제어 포트(항상 루프백)", "Media control port, always loopback"),
    QUOTA("onair.media.quota.bytes", Kind.NUMBER, "10737418240", "녹화에 쓰는 최대 바이트", "Most bytes that recordings may use"),
    FOLLOWERS("onair.media.feed.followers", Kind.NUMBER, "2000", "피드 동시 연결 최대 수", "Most connections to feeds at once"),
    BLURS("onair.media.blurs", Kind.NUMBER, "4", "동시에 흐릴 수 있는 방송 수", "Most shows that are blurred at once"),
    PLACES("onair.media.places.file", "시청자 주소의 나라·통신사 목록 파일", "File of viewers' networks: country and ISP"),
    PROXIES(
            "onair.media.trusted.proxies",
            "나라·통신사 헤더를 믿을 프록시 주소",
            "Proxies whose headers of country and ISP are believed"),
    EDGE_KEYS(
            "onair.media.edge.keys",
            Kind.SECRET,
            "",
            "CDN 서명 키(domestic=키, global=키). 있는 CDN은 서명된 주소에만 라이브 영상을 줌",
            "Keys of CDNs (domestic=key, global=key): one that has a key gives live pictures to signed addresses only"),
    CDN_FILE(
            "onair.cdn.file",
            Kind.FILE,
            "",
            "다른 CDN의 서명·비우기·사용량 API를 적은 파일(형식은 ops/cdn-partners.md). 비면 없음",
            "File that tells of other CDNs' signed addresses, purge and usage APIs (its form: ops/cdn-partners.md); empty for none"),
    EMBED("onair.media.embed.origins", Kind.ORIGINS, "", "플레이어를 담을 수 있는 사이트", "Sites that may frame the player"),
    SIMULCAST_PRIVATE(
            "onair.simulcast.private",
            Kind.FLAG,
            "false",
            "동시 송출이 이 기계나 내부망의 주소로도 나갈 수 있음(시험용)",
            "Simulcast may go to addresses of this machine and of the own network, for tests"),
    WEBHOOKS_LOOPBACK(
            "onair.webhooks.loopback", Kind.FLAG, "false", "웹훅이 이 기계로도 나감(시험용)", "Webhooks may go here, for tests"),
    SHOP_URL(
            "onair.shop.url",
            Kind.ADDRESS,
            "",
            "상품 목록을 가져올 쇼핑몰의 주소(형식은 ops/shop-catalogue.md). 비면 연결하지 않음",
            "Address of the shop whose catalogue is imported (its format: ops/shop-catalogue.md); empty for none"),
    SHOP_TOKEN("onair.shop.token", Kind.SECRET, "", "쇼핑몰이 준 토큰", "Token that the shop has given"),
    SHOP_NAME("onair.shop.name", "쇼핑몰의 이름. 비면 주소의 이름", "Name of the shop; empty for that of its address"),
    SHOP_EVERY(
            "onair.shop.every",
            Kind.DURATION,
            "PT0S",
            "바뀐 상품을 저절로 가져오는 간격(1분 이상, PT10M처럼). 0이면 저절로 가져오지 않음",
            "How often what has changed is imported by itself (one minute or more, like PT10M); 0 for never"),
    SHOP_PRIVATE(
            "onair.shop.private",
            Kind.FLAG,
            "false",
            "쇼핑몰이 내부망에 있어도 되고 http여도 됨",
            "The shop may lie in the own network, and may speak http"),
    AWS("onair.aws.enabled", Kind.FLAG, "false", "AWS를 사용", "Use AWS"),
    AWS_REGION("onair.aws.region", Kind.TEXT, "ap-northeast-2", "AWS 리전", "AWS region"),
    AWS_PROFILE(
            "onair.aws.profile",
            "공유 설정 파일의 프로필. 비면 기본 순서(환경 변수, 웹 아이덴티티, 컨테이너, 인스턴스). 비밀 값은 저장하지 않음",
            "Profile of the shared files; empty for the default chain (environment, web identity, container, instance). No secret is stored"),
    AWS_ROLE("onair.aws.role", "맡을 역할의 ARN. 비면 맡지 않음", "ARN of the role to take on; empty for none"),
    AWS_ENV(
            "onair.aws.env",
            Kind.TEXT,
            "production",
            "만드는 모든 것의 태그 onair:env와 이름에 쓰는 설치 이름",
            "Name of this installation in tag onair:env and in the names of all it creates"),
    AWS_READ_ONLY(
            "onair.aws.read-only",
            Kind.FLAG,
            "false",
            "읽기 전용: 바꾸는 호출은 보내기 전에 거절",
            "Read-only: a call that writes is refused before it leaves"),
    AWS_NEWS_TOPIC(
            "onair.aws.news-topic",
            "계정의 이벤트를 /hooks/aws로 보내는 SNS 토픽의 ARN(서명 확인). 비면 듣지 않음",
            "ARN of the SNS topic that posts the account's events to /hooks/aws, signature checked; empty: not heard"),
    AWS_BUCKET("onair.aws.bucket", "녹화와 슬레이트를 두는 S3 버킷", "S3 bucket of recordings and slates"),
    AWS_ACCESS(
            "onair.aws.access",
            "MediaLive가 버킷을 읽고 쓸 때 맡는 역할의 ARN",
            "ARN of the role that MediaLive takes on to read and write the bucket"),
    AWS_ENCODERS(
            "onair.aws.encoders",
            Kind.TEXT,
            "0.0.0.0/0",
            "인코더가 보낼 수 있는 주소 범위(CIDR, 쉼표로 구분)",
            "Address ranges from which encoders may push (CIDR, by comma)"),
    AWS_PLAYBACK(
            "onair.aws.playback",
            Kind.ORIGINS,
            "https://*.live-video.net",
            "AWS를 쓸 때 시청 페이지와 콘솔이 영상을 읽을 수 있는 출처(쉼표로 구분). 처음 값은 IVS의 것",
            "Origins from which viewers' pages and the console may read pictures when AWS is used (by comma); as it comes: IVS's"),
    AWS_PIPELINES(
            "onair.aws.pipelines", Kind.NUMBER, "2", "MediaLive 파이프라인 수(1 또는 2)", "Pipelines of MediaLive (1 or 2)"),
    AWS_DNS_ZONE(
            "onair.aws.dns.zone",
            "재생기가 묻는 이름의 Route 53 호스팅 영역 ID. 비면 이 컴퓨터 안에서만 답하는 영역(onair.test)",
            "Id of the hosted zone of Route 53 with the names that players ask for; empty: a zone that only this machine asks (onair.test)"),
    AWS_CLOUDFRONT("onair.aws.cloudfront", "CDN의 CloudFront 배포(global=E1)", "Distribution of each CDN (global=E1)"),
    AWS_CLOUDFRONT_KEY("onair.aws.cloudfront.key", "CloudFront 서명 키의 ID", "Id of CloudFront's public key"),
    AWS_CLOUDFRONT_KEY_FILE("onair.aws.cloudfront.key-file", Kind.FILE, "", "그 비밀 키(PEM)", "Its private half (PEM)"),
    AWS_KEY_GROUP("onair.aws.cloudfront.key-group", "재생목록에 붙일 키 그룹의 ID", "Key group for playlists"),
    AWS_WEB_ACL("onair.aws.cloudfront.web-acl", "없는 배포에 붙일 WAF 웹 ACL의 ARN", "Web ACL for distributions without one"),
    AWS_ORIGIN_ACCESS("onair.aws.cloudfront.origin-access", "열린 버킷 원본에 붙일 OAC의 ID", "Access control for open buckets"),
    AWS_ORIGIN_GROUP("onair.aws.cloudfront.origin-group", "CDN의 두 원본(global=첫째+예비)", "Origins (global=first+spare)"),
    AWS_MANIFESTS(
            "onair.aws.manifests",
            Kind.ADDRESS,
            "",
            "버킷의 onair/ENV/steering 폴더를 시청자가 읽는 주소(CDN). 비면 스티어링 파일을 버킷에 두지 않음",
            "Address at which viewers read the bucket's folder onair/ENV/steering, by a CDN; empty: steering files do not lie there"),
    AWS_CHAT_REVIEW(
            "onair.aws.chat.review",
            "IVS Chat으로 채팅할 때 메시지를 검토하는 Lambda 함수의 ARN(ops/aws/ivs-chat). 비우면 미디어 프로세스가 채팅을 맡음",
            "ARN of the Lambda function that reviews lines where chats are held in IVS Chat (ops/aws/ivs-chat); empty: the media process holds them"),
    AWS_CHAT_LOG(
            "onair.aws.chat.log",
            "그 채팅방들에 붙일 IVS Chat 로깅 구성의 ARN(S3). 비우면 IVS Chat 자체 기록은 남지 않음",
            "ARN of the logging configuration of IVS Chat (to S3) that its rooms are joined to; empty: IVS Chat logs nothing by itself"),
    AWS_LADDER("onair.aws.ladder", Kind.TEXT, "hd", "인코딩 단계: sd, hd, full-hd", "Encoding ladder: sd, hd, full-hd"),
    AWS_ENDPOINT("onair.aws.endpoint", "모든 서비스의 주소(시험용). 비면 AWS", "Address of all services (for tests); empty for AWS"),
    AWS_ENDPOINT_MEDIALIVE("medialive"),
    AWS_ENDPOINT_MEDIAPACKAGEV2("mediapackagev2"),
    AWS_ENDPOINT_IVS("ivs"),
    AWS_ENDPOINT_IVSCHAT("ivschat"),
    AWS_ENDPOINT_KINESISVIDEO("kinesisvideo"),
    AWS_ENDPOINT_KINESISVIDEOARCHIVEDMEDIA("kinesisvideoarchivedmedia"),
    AWS_ENDPOINT_S3("s3"),
    AWS_ENDPOINT_CLOUDWATCH("cloudwatch"),
    AWS_ENDPOINT_SERVICEQUOTAS("servicequotas"),
    AWS_ENDPOINT_CLOUDFRONT("cloudfront"),
    AWS_ENDPOINT_SHIELD("shield"),
    AWS_ENDPOINT_ROUTE53("route53"),
    AWS_ENDPOINT_STS("sts");

    private final String key;
    private final @Nullable String usual;
    final Kind kind;
    /** What it is for. */
    final String ko;

    final String en;

    Setting(String key, Kind kind, @Nullable String usual, String ko, String en) {
        this.key = key;
        this.kind = kind;
        this.usual = usual;
        this.ko = ko;
        this.en = en;
    }

    /** A text that may be left out. */
    Setting(String key, String ko, String en) {
        this(key, Kind.TEXT, "", ko, en);
    }

    /** Address of one of AWS's services. */
    Setting(String service) {
        this(
                "onair.aws.endpoint." + service,
                service + "의 주소. 비면 위의 것",
                "Address of " + service + "; empty for the one above");
    }

    String key() {
        return key;
    }

    /** Name of the environment variable that sets it (MicroProfile Config's rule). */
    String variable() {
        return key.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    Optional<String> usual() {
        return Optional.ofNullable(usual);
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }

    /** Whether the value can be used. */
    boolean accepts(String value) {
        return SettingForms.accepts(kind, usual != null, value);
    }
}
