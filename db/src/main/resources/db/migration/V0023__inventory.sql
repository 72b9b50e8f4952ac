-- The cloud account as it was last looked at, what it holds of ours, and what was cleared away. An account that is not
-- connected has no number; what was seen before stays, with its age. "ours" is the installation's tag, not a name.
create schema inventory;

create table inventory.account (
    id         text primary key,
    enabled    boolean not null,
    account    text,
    region     text not null,
    env        text not null,
    read_only  boolean not null,
    fault      text,
    words      text,
    looked_at  timestamptz not null,
    counted_at timestamptz
);

create table inventory.resource (
    id         text primary key,
    arn        text not null unique,
    service    text not null,
    kind       text not null,
    handle     text not null,
    name       text not null,
    state      text not null,
    running    boolean not null,
    billing    text not null check (billing in ('NEVER', 'WHILE_RUNNING', 'ALWAYS')),
    ours       boolean not null,
    channel_id text,
    use_of     text,
    tag_keys   text[] not null,
    tag_values text[] not null,
    seen_at    timestamptz not null
);

create table inventory.removal (
    id            uuid primary key,
    resource_id   text not null,
    resource_name text not null,
    deed          text not null check (deed in ('STOP', 'REMOVE')),
    hash          text not null,
    state         text not null check (state in ('PLANNED', 'WAITING', 'DONE', 'FAILED')),
    begun         boolean not null,
    words         text not null,
    planned_at    timestamptz not null,
    asked_at      timestamptz,
    asked_name    text not null
);
create index removal_resource on inventory.removal (resource_id, planned_at);
