package live.onair.localmedia;

import java.time.Clock;
import live.onair.filter.ChatText;
import live.onair.filter.FilterAction;
import live.onair.filter.FilterVerdict;

/** Takes what members say: bounds first, then the filter, then the disk. Acknowledged means spooled. */
final class ChatIntake {

    /** Says what became of a line: the place where it lies, or why it was not taken. */
    interface Answer {
        void kept(long offset);

        void refused(String why);
    }

    /** What somebody says, under an id of their own: sent again after a lost connection it counts once. */
    record Words(String id, String text) {
        /** What no store keeps, and what turns the words of others, never gets in. */
        Words {
            text = ChatText.plain(text).strip();
        }
    }

    private final ChatRooms rooms;
    private final ChatJudge judge;
    private final Clock clock;

    ChatIntake(ChatRooms rooms, ChatJudge judge, Clock clock) {
        this.rooms = rooms;
        this.judge = judge;
        this.clock = clock;
    }

    /** The answer comes when the line is on the disk, or at once when it is not taken; there is always one. */
    void say(ChatPass who, Words words, Answer answer) {
        rooms.then(() -> {
            try {
                heard(who, words, answer);
            } catch (RuntimeException e) {
                Log.warn("chat-line-not-judged", e);
                answer.refused("FULL");
            }
        });
    }

    private void heard(ChatPass who, Words words, Answer answer) {
        ChatRoom room = rooms.room(who.show());
        if (room == null) {
            answer.refused("CLOSED");
        } else if (room.isBanned(who.member())) {
            answer.refused("BANNED");
        } else {
            taken(room, who, words, answer);
        }
    }

    private void taken(ChatRoom room, ChatPass who, Words words, Answer answer) {
        ChatTalker talker = room.talker(who.member());
        Long place = talker.place(words.id());
        if (place != null) {
            answer.kept(place);
            return;
        }
        String refusal = judge.refusal(room.settings(), who, talker, words.text());
        if (refusal != null) {
            answer.refused(refusal);
            return;
        }
        FilterVerdict verdict = judge.check(room.show, words.text());
        ChatLine line = new ChatLine(
                words.id(),
                -1,
                new ChatLine.Who(who.member(), who.name()),
                words.text(),
                verdict.text(),
                verdict.action(),
                verdict.rules(),
                String.valueOf(Json.at(clock.instant())));
        talker.said(words.text(), System.nanoTime());
        rooms.spool()
                .put("line", line.kept(room.show))
                .whenComplete((offset, failure) ->
                        rooms.then(() -> spooled(room, line.at(offset == null ? -1 : offset), answer)));
    }

    private void spooled(ChatRoom room, ChatLine line, Answer answer) {
        if (line.offset() < 0) {
            answer.refused("FULL");
            return;
        }
        room.talker(line.who().member()).kept(line.id(), line.offset());
        if (line.action() == FilterAction.BLOCK) {
            answer.refused("BLOCKED");
            return;
        }
        answer.kept(line.offset());
        rooms.kept(room, line);
    }
}
