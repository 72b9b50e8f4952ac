-- The API's memory of answered requests: one row per person and Idempotency-Key, kept for a day.
create schema api;

create table api.idempotency (
    actor_id text not null,
    key text not null,
    digest text not null,
    started_at timestamptz not null,
    status int,
    content_type text,
    body bytea,
    primary key (actor_id, key)
);

create index idempotency_started_at on api.idempotency (started_at);
