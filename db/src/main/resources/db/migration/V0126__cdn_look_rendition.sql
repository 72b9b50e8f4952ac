-- The variant whose trouble a look saw, or which was the furthest behind. Null: there is one only, or all have the trouble.
alter table cdn.look add column rendition text;
