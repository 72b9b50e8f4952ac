-- What was agreed about a show from each version on: so that two people who change different fields are merged.
create table scheduling.show_terms (
    show_id      text not null references scheduling.show (id),
    version      integer not null,
    terms        text not null,
    changed_name text not null,
    changed_at   timestamptz not null,
    primary key (show_id, version)
);
