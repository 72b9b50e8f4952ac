-- The event log. A business transaction only inserts an unsealed entry; one sealer numbers and chains what has committed.
create schema audit;

create table audit.entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_id text not null,
    actor_name text not null,
    roles text not null,
    source text not null,
    kind text not null,
    show_id text,
    subject text not null,
    facts text not null,
    request_id text,
    seq bigint unique,
    prev_hash text,
    hash text,
    check ((seq is null) = (hash is null) and (seq is null) = (prev_hash is null))
);
create index entry_unsealed on audit.entry (id) where seq is null;
create index entry_show on audit.entry (show_id, id) where show_id is not null;
create index entry_subject on audit.entry (subject, id);
create index entry_actor on audit.entry (actor_id, id);
create index entry_kind on audit.entry (kind, id);
create index entry_at on audit.entry (at);

-- Who locks this row is the one sealer.
create table audit.sealer (one boolean primary key default true check (one));
insert into audit.sealer default values;

create function audit.keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.seq is null
        and (new.id, new.at, new.actor_id, new.actor_name, new.roles, new.source, new.kind, new.subject, new.facts)
            = (old.id, old.at, old.actor_id, old.actor_name, old.roles, old.source, old.kind, old.subject, old.facts)
        and new.show_id is not distinct from old.show_id and new.request_id is not distinct from old.request_id
    then
        return new;
    end if;
    raise exception 'the event log is only ever added to';
end $$;
create trigger keep before update or delete on audit.entry for each row execute function audit.keep();
create trigger keep_all before truncate on audit.entry for each statement execute function audit.keep();
