-- Where the encoders of a channel connect, as its backend told it last, and the questions for keys that a backend makes
-- itself. A key lies here only closed with the seal of whoever asked, and only until it is taken.
create table scheduling.ingest (
    channel_id text primary key references scheduling.resource (id),
    inputs     text[] not null,
    servers    text[] not null,
    fault      text,
    words      text,
    asked_at   timestamptz not null,
    read_at    timestamptz
);

create table scheduling.key_order (
    id         uuid primary key,
    channel_id text not null references scheduling.resource (id),
    input      text not null check (input in ('A', 'B')),
    deed       text not null check (deed in ('RENEW', 'SHOW')),
    state      text not null check (state in ('WAITING', 'READY', 'TAKEN', 'FAILED')),
    seal       text not null,
    sealed     text check ((sealed is not null) = (state = 'READY')),
    fault      text,
    words      text,
    asked_at   timestamptz not null
);
create index key_order_channel on scheduling.key_order (channel_id, asked_at);

-- Keys that the console made for channels whose backend makes its own never opened anything.
delete from scheduling.stream_key
    where channel_id in (select id from scheduling.resource where kind = 'CHANNEL' and backend <> 'local');
