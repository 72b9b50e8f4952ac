-- Plans of what is cleared away lie in a table of the shape that other rooms' plans have; what stays in inventory.removal was
-- approved. A plan counts for two minutes: those that were shown before the upgrade are forgotten.
create table inventory.shown_plan (
    subject     text not null,
    press       text not null,
    wish        text not null,
    hash        text not null,
    made_at     timestamptz not null,
    approved_at timestamptz,
    settled_at  timestamptz,
    primary key (subject, press, wish, hash)
);
delete from inventory.removal where state = 'PLANNED';
