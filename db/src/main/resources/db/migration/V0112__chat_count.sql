-- How many lines of it are kept: counted as they come and go, for a long chat is not counted over and over.
alter table moderation.chat add lines bigint not null default 0 check (lines >= 0);

update moderation.chat c set lines = (select count(*) from moderation.line l where l.show_id = c.show_id);
