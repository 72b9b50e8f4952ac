-- A screen nobody sits at: its sign-in does not run out, and carries no role.
alter table identity.session add column wall boolean not null default false;
