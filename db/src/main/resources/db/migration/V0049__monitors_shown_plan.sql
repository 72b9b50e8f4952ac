-- Plans of monitors lie in a table of the shape that other rooms' plans have, and a new monitor is made by its plan too.
-- A plan counts for two minutes: those that were shown before the upgrade are forgotten.
create table monitors.shown_plan (
    subject     text not null,
    press       text not null,
    wish        text not null,
    hash        text not null,
    made_at     timestamptz not null,
    approved_at timestamptz,
    settled_at  timestamptz,
    primary key (subject, press, wish, hash)
);
drop table monitors.plan;
alter table monitors.monitor drop constraint monitor_order_deed_check;
alter table monitors.monitor add constraint monitor_order_deed_check check (order_deed in ('MAKE', 'RETAIN', 'REMOVE'));
