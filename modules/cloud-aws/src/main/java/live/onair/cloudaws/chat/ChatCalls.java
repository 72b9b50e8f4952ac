package live.onair.cloudaws.chat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.IvsChatOperations;
import live.onair.moderation.spi.ChatRooms.Capability;
import live.onair.moderation.spi.ChatRooms.Guest;
import software.amazon.awssdk.services.ivschat.model.ChatTokenCapability;
import software.amazon.awssdk.services.ivschat.model.CreateChatTokenRequest;
import software.amazon.awssdk.services.ivschat.model.CreateRoomRequest;
import software.amazon.awssdk.services.ivschat.model.DeleteMessageRequest;
import software.amazon.awssdk.services.ivschat.model.DeleteRoomRequest;
import software.amazon.awssdk.services.ivschat.model.DisconnectUserRequest;
import software.amazon.awssdk.services.ivschat.model.FallbackResult;
import software.amazon.awssdk.services.ivschat.model.ListRoomsRequest;
import software.amazon.awssdk.services.ivschat.model.ListRoomsResponse;
import software.amazon.awssdk.services.ivschat.model.MessageReviewHandler;
import software.amazon.awssdk.services.ivschat.model.RoomSummary;
import software.amazon.awssdk.services.ivschat.model.SendEventRequest;
import software.amazon.awssdk.services.ivschat.model.UpdateRoomRequest;

/** What is asked of IVS Chat. Each call may be made again: a room is looked for first, and pages know a line by its id. */
@Singleton
class ChatCalls {

    /** The most a room carries (IVS Chat API, CreateRoom). */
    private static final int MESSAGES_PER_SECOND = 100;
    /** So many letters of a line go into one event: with all else of it they are less than its kilobyte. */
    static final int PART = 200;

    private static final int SESSION_MINUTES = 180;
    private static final String WHY = "moderated";

    private final AwsCalls calls;
    private final ChatSetup setup;

    @Inject
    ChatCalls(AwsCalls calls, ChatSetup setup) {
        this.calls = calls;
        this.setup = setup;
    }

    private MessageReviewHandler handler() {
        // a line that nobody could judge is not delivered
        return MessageReviewHandler.builder()
                .uri(setup.review())
                .fallbackResult(FallbackResult.DENY)
                .build();
    }

    private List<String> logs() {
        return setup.log().isEmpty() ? List.of() : List.of(setup.log());
    }

    /** The ARN of the show's room, which is made or mended where that is needed. */
    String room(String show) {
        RoomSummary there = AwsPages.all(
                        token -> calls.send(
                                IvsChatOperations.LIST_ROOMS,
                                ListRoomsRequest.builder()
                                        .name(setup.settings().nameOf(show))
                                        .nextToken(token)
                                        .build()),
                        ListRoomsResponse::nextToken)
                .flatMap(page -> page.rooms().stream())
                .filter(room -> AwsTags.isOurs(setup.settings(), room.tags()))
                .findFirst()
                .orElse(null);
        if (there == null) {
            return made(show);
        }
        if (!handler().equals(there.messageReviewHandler())
                || !logs().equals(there.loggingConfigurationIdentifiers())) {
            calls.send(
                    IvsChatOperations.UPDATE_ROOM,
                    UpdateRoomRequest.builder()
                            .identifier(there.arn())
                            .messageReviewHandler(handler())
                            .loggingConfigurationIdentifiers(logs())
                            .build());
        }
        return there.arn();
    }

    private String made(String show) {
        return calls.send(
                        IvsChatOperations.CREATE_ROOM,
                        CreateRoomRequest.builder()
                                .name(setup.settings().nameOf(show))
                                .tags(AwsTags.and(AwsTags.shared(setup.settings()), Map.of(AwsTags.SHOW, show)))
                                .maximumMessageRatePerSecond(MESSAGES_PER_SECOND)
                                .messageReviewHandler(handler())
                                .loggingConfigurationIdentifiers(logs())
                                .build())
                .arn();
    }

    void remove(String room) {
        calls.find(
                IvsChatOperations.DELETE_ROOM,
                DeleteRoomRequest.builder().identifier(room).build());
    }

    /** A word that lets this guest in for a minute; what they may do there is in it. */
    String token(String room, Guest guest) {
        Set<ChatTokenCapability> may =
                guest.can().contains(Capability.SAY) ? Set.of(ChatTokenCapability.SEND_MESSAGE) : Set.of();
        String can = guest.can().contains(Capability.FOLLOW) ? "follow" : "";
        return calls.send(
                        IvsChatOperations.CREATE_TOKEN,
                        CreateChatTokenRequest.builder()
                                .roomIdentifier(room)
                                .userId(guest.member())
                                .attributes(Map.of("show", guest.show(), "name", guest.name(), "can", can))
                                .capabilities(may)
                                .sessionDurationInMinutes(SESSION_MINUTES)
                                .build())
                .token();
    }

    /** Tells all pages; long words in parts, each with its number and how many there are. */
    void tell(String room, String event, Map<String, String> what, String text) {
        List<String> parts = parts(text);
        for (int part = 0; part < parts.size(); part++) {
            Map<String, String> told = new TreeMap<>(what);
            told.put("text", parts.get(part));
            told.put("part", Integer.toString(part + 1));
            told.put("parts", Integer.toString(parts.size()));
            calls.send(
                    IvsChatOperations.SEND_EVENT,
                    SendEventRequest.builder()
                            .roomIdentifier(room)
                            .eventName("onair:" + event)
                            .attributes(told)
                            .build());
        }
    }

    /** No letter is cut in two. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (text.length() - from > PART) {
            int to = from + PART - (Character.isHighSurrogate(text.charAt(from + PART - 1)) ? 1 : 0);
            parts.add(text.substring(from, to));
            from = to;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Tells pages that a message is gone, in the words of IVS Chat. */
    void deleteMessage(String room, String message) {
        calls.send(
                IvsChatOperations.DELETE_MESSAGE,
                DeleteMessageRequest.builder()
                        .roomIdentifier(room)
                        .id(message)
                        .reason(WHY)
                        .build());
    }

    void disconnect(String room, String member) {
        calls.send(
                IvsChatOperations.DISCONNECT_USER,
                DisconnectUserRequest.builder()
                        .roomIdentifier(room)
                        .userId(member)
                        .reason(WHY)
                        .build());
    }
}
