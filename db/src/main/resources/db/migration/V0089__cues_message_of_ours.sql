-- What Onair itself tells the host it says in both languages, and a newer one about the same thing takes its place.
alter table cues.message add column words_en text, add column about text;
create unique index message_about on cues.message (show_id, about) where cleared_at is null and about is not null;
