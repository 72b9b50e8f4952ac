-- The durable to-do list. scheduled_tasks has the columns of db-scheduler 16; its rows are the outbox.
create schema work;

create table work.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    -- task_instance is key ~ uuid: 37 characters after the key
    lane text not null generated always as (left(task_instance, -37)) stored,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on work.scheduled_tasks (execution_time) where not picked;
create index scheduled_tasks_heartbeat on work.scheduled_tasks (last_heartbeat) where picked;
create index scheduled_tasks_lane on work.scheduled_tasks (task_name, lane);
create unique index scheduled_tasks_id on work.scheduled_tasks (right(task_instance, 36));

-- Who works on a key right now, by the database's time. The fence grows with every take-over.
create sequence work.fence;
create table work.lane (
    type text not null,
    key text not null,
    holder text not null,
    fence bigint not null unique,
    since timestamptz not null,
    until timestamptz not null,
    primary key (type, key)
);
create index lane_holder on work.lane (holder);

-- What has failed since it last came right. Stuck: shown to ops.
create table work.trouble (
    type text not null,
    key text not null,
    attempts integer not null,
    fault text not null,
    message text not null,
    stuck boolean not null,
    since timestamptz not null,
    last_at timestamptz not null,
    primary key (type, key)
);
create index trouble_stuck on work.trouble (since) where stuck;
