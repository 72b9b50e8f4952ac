package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.IVSCHAT;

import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ivschat.IvschatClient;
import software.amazon.awssdk.services.ivschat.model.CreateChatTokenRequest;
import software.amazon.awssdk.services.ivschat.model.CreateChatTokenResponse;
import software.amazon.awssdk.services.ivschat.model.CreateRoomRequest;
import software.amazon.awssdk.services.ivschat.model.CreateRoomResponse;
import software.amazon.awssdk.services.ivschat.model.DeleteMessageRequest;
import software.amazon.awssdk.services.ivschat.model.DeleteMessageResponse;
import software.amazon.awssdk.services.ivschat.model.DeleteRoomRequest;
import software.amazon.awssdk.services.ivschat.model.DeleteRoomResponse;
import software.amazon.awssdk.services.ivschat.model.DisconnectUserRequest;
import software.amazon.awssdk.services.ivschat.model.DisconnectUserResponse;
import software.amazon.awssdk.services.ivschat.model.ListRoomsRequest;
import software.amazon.awssdk.services.ivschat.model.ListRoomsResponse;
import software.amazon.awssdk.services.ivschat.model.SendEventRequest;
import software.amazon.awssdk.services.ivschat.model.SendEventResponse;
import software.amazon.awssdk.services.ivschat.model.UpdateRoomRequest;
import software.amazon.awssdk.services.ivschat.model.UpdateRoomResponse;

/** What Onair may ask of IVS Chat. What is said in rooms, and who is let in, goes by the hundred: each has its own record here. */
public final class IvsChatOperations {

    /** Of 100 a second of an account, for each of these (its service quotas). */
    private static final int SAID = 80;
    /** Of 200 a second of an account. */
    private static final int LET_IN = 160;

    public static final AwsOperation<IvschatClient, ListRoomsRequest, ListRoomsResponse> LIST_ROOMS =
            read(IVSCHAT, "ListRooms", IvschatClient::listRooms);
    public static final AwsOperation<IvschatClient, CreateRoomRequest, CreateRoomResponse> CREATE_ROOM =
            write(IVSCHAT, "CreateRoom", IvschatClient::createRoom, "ivschat:TagResource");
    public static final AwsOperation<IvschatClient, UpdateRoomRequest, UpdateRoomResponse> UPDATE_ROOM =
            write(IVSCHAT, "UpdateRoom", IvschatClient::updateRoom);
    public static final AwsOperation<IvschatClient, DeleteRoomRequest, DeleteRoomResponse> DELETE_ROOM =
            write(IVSCHAT, "DeleteRoom", IvschatClient::deleteRoom);
    public static final AwsOperation<IvschatClient, CreateChatTokenRequest, CreateChatTokenResponse> CREATE_TOKEN =
            many(write(IVSCHAT, "CreateChatToken", IvschatClient::createChatToken), LET_IN);
    public static final AwsOperation<IvschatClient, SendEventRequest, SendEventResponse> SEND_EVENT =
            many(write(IVSCHAT, "SendEvent", IvschatClient::sendEvent), SAID);
    public static final AwsOperation<IvschatClient, DeleteMessageRequest, DeleteMessageResponse> DELETE_MESSAGE =
            many(write(IVSCHAT, "DeleteMessage", IvschatClient::deleteMessage), SAID);
    public static final AwsOperation<IvschatClient, DisconnectUserRequest, DisconnectUserResponse> DISCONNECT_USER =
            many(write(IVSCHAT, "DisconnectUser", IvschatClient::disconnectUser), SAID);

    private IvsChatOperations() {}

    private static <Q extends AwsRequest, R extends AwsResponse> AwsOperation<IvschatClient, Q, R> many(
            AwsOperation<IvschatClient, Q, R> operation, int perSecond) {
        return operation.often(perSecond).unwitnessed();
    }

    /** All of them. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(
                LIST_ROOMS,
                CREATE_ROOM,
                UPDATE_ROOM,
                DELETE_ROOM,
                CREATE_TOKEN,
                SEND_EVENT,
                DELETE_MESSAGE,
                DISCONNECT_USER);
    }
}
