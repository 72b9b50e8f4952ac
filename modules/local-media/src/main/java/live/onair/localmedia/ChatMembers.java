package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Who is in a chat, by their connections. Used by the chat's thread only. */
final class ChatMembers {

    private final Map<Channel, ChatPass> all = new HashMap<>();

    void add(Channel channel, ChatPass pass) {
        all.put(channel, pass);
    }

    void left(Channel channel) {
        all.remove(channel);
    }

    /** To everybody. */
    void send(ArrayNode window) {
        ChatFrames.send(all.keySet(), window);
    }

    /** To one of them, wherever they read. */
    void tell(String member, ObjectNode what) {
        all.forEach((channel, pass) -> {
            if (pass.member().equals(member)) {
                ChatFrames.send(channel, what);
            }
        });
    }

    /** Puts out whom it concerns, with a status of RFC 6455. */
    void close(Predicate<ChatPass> whom, int status, String why) {
        List<Channel> going = new ArrayList<>();
        all.forEach((channel, pass) -> {
            if (whom.test(pass)) {
                going.add(channel);
            }
        });
        going.forEach(all::remove);
        going.forEach(channel -> ChatFrames.bye(channel, status, why));
    }

    /** What was written before lies with the readers when these are done. */
    List<ChannelFuture> written() {
        return all.keySet().stream()
                .map(channel -> channel.writeAndFlush(Unpooled.EMPTY_BUFFER))
                .toList();
    }

    int size() {
        return all.size();
    }
}
