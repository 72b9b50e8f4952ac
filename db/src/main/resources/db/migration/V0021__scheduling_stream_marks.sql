-- Marks in the stream of a show. "at" is the stream's own instant, by the backend's clock. "tried" is set before the call
-- goes out: of a mark that was tried and never answered, nobody knows whether it is in the stream.
create table scheduling.stream_mark (
    id         uuid primary key,
    show_id    text not null references scheduling.show (id),
    run        text not null,
    channel_id text not null references scheduling.resource (id),
    kind       text not null,
    payload    text not null,
    length_ms  bigint,
    state      text not null check (state in ('WAITING', 'IN_STREAM', 'FAILED')),
    failure    text,
    tried      boolean not null,
    asked_at   timestamptz not null,
    asked_name text not null,
    at         timestamptz,
    check ((state = 'FAILED') = (failure is not null)),
    check ((state = 'IN_STREAM') = (at is not null))
);
create index stream_mark_show on scheduling.stream_mark (show_id, asked_at);
