package live.onair.disputes;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.disputes.HoldRows.Tape;
import org.jspecify.annotations.Nullable;

/** What is read of dispute packs. */
public final class DisputeRows {

    private DisputeRows() {}

    /** How far a pack is. */
    public enum PackState {
        /** What its clip shows is not recorded yet. */
        WAITING("녹화를 기다리는 중", "Waiting for the recording"),
        /** Its clip is being cut. */
        CUTTING("영상을 자르는 중", "Cutting the clip"),
        /** It is being written and sealed. */
        SEALING("봉인하는 중", "Being sealed"),
        /** It can be downloaded. */
        READY("준비됨", "Ready");

        private final String ko;
        private final String en;

        PackState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /** What a pack is made of. */
    public enum Part {
        /** The picture around the order. */
        CLIP("영상 (앞뒤 2분)", "Clip (2 minutes around)", "clip"),
        /** The order. */
        ORDER("주문·결제 금액·쿠폰·사은품", "Order, price paid, coupon, gifts", "order.json"),
        /** What viewers saw. */
        SHOWN("화면에 보인 가격·쿠폰·판매자 정보·공지", "Price, coupon, seller information and notices shown", "shown.json"),
        /** What was said in the chat. */
        CHAT("앞뒤 채팅", "Chat around it", "chat.json"),
        /** What is kept for how long. */
        RETENTION("보존 상태", "Retention state", "retention.json");

        private final String ko;
        private final String en;
        private final String file;

        Part(String ko, String en, String file) {
            this.ko = ko;
            this.en = en;
            this.file = file;
        }

        /** The Korean words. */
        public String ko() {
            return ko;
        }

        /** The English words. */
        public String en() {
            return en;
        }

        /** Its name in the ZIP; the clip's ends as its format wants. */
        public String file() {
            return file;
        }
    }

    /** Why a part is not in a pack. */
    public enum Gap {
        /** Never recorded. */
        NO_RECORDING(Part.CLIP, "이 방송은 녹화가 없습니다.", "Nothing of this show was recorded."),
        /** Purged. */
        PURGED(Part.CLIP, "녹화가 이미 지워졌습니다.", "The recording has been purged already."),
        /** In a cloud that lets nobody here read it. */
        ELSEWHERE(
                Part.CLIP,
                "녹화가 AWS 버킷에 있는데 Onair에 읽을 권한이 없습니다. 권한을 주고 새로 만들거나, 버킷의 파일을 따로 보관하세요.",
                "The recording lies in a bucket of AWS that Onair may not read. Allow it and make the pack anew, or keep"
                        + " the files there beside this pack."),
        /** In an archive from which nothing is read at once. */
        ARCHIVED(
                Part.CLIP,
                "녹화가 바로 읽을 수 없는 보관 등급(S3 Glacier 등)에 있습니다. 버킷 관리자에게 복원을 요청하고, 복원되면 새로 만들어 주세요.",
                "The recording lies in an archive (such as S3 Glacier) from which nothing is read at once. Ask the owner of"
                        + " the bucket to restore it, then make the pack anew."),
        /** The order is not of that time. */
        OUTSIDE(
                Part.CLIP,
                "주문 시각 앞뒤 2분에 녹화된 화면이 없습니다.",
                "Nothing was recorded in the two minutes before and after the order."),
        /** No room. */
        FULL(
                Part.CLIP,
                "클립을 둘 공간이 없어 자르지 못했습니다. 공간을 비우고 새로 만들어 주세요.",
                "There was no room for the clip. Make room and make the pack anew."),
        /** Broken. */
        BROKEN(Part.CLIP, "영상을 자르지 못했습니다. 새로 만들어 주세요.", "The clip could not be cut. Make the pack anew."),
        /** It never had one. */
        NO_CHAT(Part.CHAT, "이 방송에는 채팅이 없습니다.", "The show has no chat.");

        private final Part part;
        private final String ko;
        private final String en;

        Gap(Part part, String ko, String en) {
            this.part = part;
            this.ko = ko;
            this.en = en;
        }

        /** What is missing. */
        public Part part() {
            return part;
        }

        /** The Korean sentence. */
        public String ko() {
            return ko;
        }

        /** The English sentence. */
        public String en() {
            return en;
        }
    }

    /**
     * Whether a part will be in the pack.
     *
     * @param gap why it will not; null if it will
     * @param waits whether the recording has to go on first
     */
    public record PlannedPart(Part part, @Nullable Gap gap, boolean waits) {}

    /**
     * What a pack of an order will be.
     *
     * @param at when it was ordered
     * @param position where that is in the recording; null while there is none, and outside of it
     * @param from where the clip begins in the recording; null without one
     * @param to where it ends
     * @param held whether the show is held already
     * @param earlier packs of the same order, newest first
     */
    public record PackPlan(
            String order,
            String show,
            String title,
            Instant at,
            @Nullable Duration position,
            @Nullable Duration from,
            @Nullable Duration to,
            List<PlannedPart> parts,
            Tape tape,
            boolean held,
            List<Pack> earlier) {}

    /**
     * A pack.
     *
     * @param missing why parts of it are not there; the clip's is known once it is sealed
     * @param bytes of the ZIP; null until it is ready
     * @param sha256 of the ZIP; null until it is ready
     */
    public record Pack(
            String id,
            String order,
            String show,
            Instant at,
            PackState state,
            List<Gap> missing,
            Instant madeAt,
            String madeBy,
            @Nullable Instant readyAt,
            @Nullable Long bytes,
            @Nullable String sha256) {}

    /** Some packs, newest first; {@code next} reads on after them and is null at the end. */
    public record PackPage(List<Pack> items, @Nullable String next) {}

    /** The ZIP of a pack; whoever asked reads it to its end. */
    public record PackFile(String name, long bytes, String sha256, InputStream content) {}
}
