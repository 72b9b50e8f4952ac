-- What viewers read over the picture while an item goes on (자막).
alter table cues.item add column caption text not null default '';
