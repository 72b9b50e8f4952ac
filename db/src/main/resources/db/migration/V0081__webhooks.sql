-- News to other people's servers, signed: where they go, what is sent, and each time that it was. And what shops tell, once each.
create schema webhooks;

create table webhooks.endpoint (
    id            text primary key,
    name          text not null,
    url           text not null,
    kinds         text[] not null,
    sealed        text not null,
    mark          text not null,
    old_sealed    text,
    old_until     timestamptz,
    state         text not null check (state in ('ACTIVE', 'PAUSED', 'REMOVED')),
    because_ko    text,
    because_en    text,
    failing_since timestamptz,
    made_at       timestamptz not null,
    made_by       text not null
);

create table webhooks.delivery (
    id          text primary key,
    endpoint_id text not null references webhooks.endpoint (id),
    kind        text not null,
    show_id     text,
    body        text not null,
    made_at     timestamptz not null,
    state       text not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts    integer not null default 0 check (attempts >= 0),
    tries       integer not null default 0 check (tries >= 0),
    next_at     timestamptz
);
create index delivery_endpoint on webhooks.delivery (endpoint_id, id desc);
create index delivery_waiting on webhooks.delivery (endpoint_id) where state = 'WAITING';
create index delivery_made on webhooks.delivery (made_at);

create table webhooks.attempt (
    delivery_id text not null references webhooks.delivery (id) on delete cascade,
    number      integer not null check (number > 0),
    at          timestamptz not null,
    millis      bigint not null check (millis >= 0),
    status      integer,
    fault       text,
    answer      text not null,
    primary key (delivery_id, number),
    check ((status is null) <> (fault is null))
);

-- A shop without a sealed secret is gone; what it has told stays as long as any.
create table webhooks.shop (
    id        text primary key,
    name      text not null,
    seller_id text not null,
    sealed    text not null,
    mark      text not null,
    made_at   timestamptz not null,
    made_by   text not null
);

create table webhooks.received (
    shop_id    text not null references webhooks.shop (id),
    message_id text not null,
    type       text not null,
    digest     text not null,
    effect     text not null,
    at         timestamptz not null,
    primary key (shop_id, message_id)
);
create index received_at on webhooks.received (at);

-- As of when a shop told last what is left.
create table webhooks.stock_told (
    shop_id text not null references webhooks.shop (id),
    sku     text not null,
    at      timestamptz not null,
    primary key (shop_id, sku)
);
