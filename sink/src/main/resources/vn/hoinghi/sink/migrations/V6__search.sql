-- Search in Vietnamese as people type it. Every word stands twice under its place: bare ("hoi") and,
-- where it has marks, as it is ("hội"); a word that is asked for with marks must have them, one
-- without is found in any form. No extension, dictionary or locale is needed: the alphabet is here.

CREATE FUNCTION event_words(words text) RETURNS TABLE (n bigint, word text, plain text)
LANGUAGE sql IMMUTABLE AS $$
  SELECT w.n,
    -- The mark of an open oa, oe, uy is written on either letter; here it stands on the first.
    CASE WHEN left(right(w.m[1], 3), 1) = 'q' THEN w.m[1] ELSE left(w.m[1], -2) || coalesce(
      (ARRAY['òa', 'óa', 'ỏa', 'õa', 'ọa', 'òe', 'óe', 'ỏe', 'õe', 'ọe', 'ùy', 'úy', 'ủy', 'ũy', 'ụy'])
      [array_position(ARRAY['oà', 'oá', 'oả', 'oã', 'oạ', 'oè', 'oé', 'oẻ', 'oẽ', 'oẹ', 'uỳ', 'uý', 'uỷ', 'uỹ', 'uỵ'],
        right(w.m[1], 2))], right(w.m[1], 2)) END,
    translate(w.m[1],
      'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
      'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')
  FROM regexp_matches(
    translate(normalize(words, NFC),
      'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
      'abcdefghijklmnopqrstuvwxyzàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ'),
    '[0-9a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]+', 'g')
    WITH ORDINALITY AS w(m, n)
$$;
COMMENT ON FUNCTION event_words(text) IS 'The words of a text in small letters, as they are (marks of oa, oe, uy on the first letter) and bare.';

CREATE FUNCTION event_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(w.plain, ' ' ORDER BY w.n) FROM event_words(words) w
$$;
COMMENT ON FUNCTION event_plain(text) IS 'The bare words of a text, parted by blanks: what two spellings of a name have in common.';

CREATE FUNCTION event_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(part, ' & ' ORDER BY n), '')::tsquery FROM (
    SELECT c.n, translate(c.m[1], '-', '!') || '(' || string_agg(
        CASE WHEN w.word = w.plain THEN w.plain ELSE w.word END, ' <-> ' ORDER BY w.n) || ')'
    FROM regexp_matches(
        translate(words, '“”„', '"""'), '(-?)("[^"]*"|[^\s"]+)', 'g') WITH ORDINALITY AS c(m, n)
      CROSS JOIN LATERAL event_words(c.m[2]) w
    GROUP BY c.n, c.m[1]) AS parts (n, part)
$$;
COMMENT ON FUNCTION event_query(text) IS 'What people type as a query for event.words: all words, "a phrase", -without; a word with marks means exactly that, one without is any.';

ALTER TABLE event ADD COLUMN words tsvector NOT NULL DEFAULT '';
COMMENT ON COLUMN event.words IS 'What full text search asks, by event_query: headline (weight A), who and where (B), documents (C), offices (D).';

UPDATE event e SET words = (
  SELECT coalesce(string_agg(
      CASE WHEN word = plain THEN format('%s:%s%s', plain, at, weight)
        ELSE format('%1$s:%3$s%4$s %2$s:%3$s%4$s', plain, word, at, weight) END, ' '), '')::tsvector
  FROM (
    -- One number is left out between two texts, so that no phrase leads from one into the next.
    SELECT w.word, w.plain, t.weight,
      row_number() OVER (ORDER BY t.part, w.n) + t.part AS at,
      row_number() OVER (ORDER BY t.part, w.n) AS nth
    FROM (
      SELECT u.weight, u.text,
        row_number() OVER (ORDER BY u.weight, u.kind, u.ordinal, u.place) - 1 AS part
      FROM (
        SELECT 'A' AS weight, 0 AS kind, 0 AS ordinal, 0 AS place, e.title AS text
        UNION ALL SELECT 'B', 0, 0, f.place::int, f.text FROM unnest(ARRAY[
            e.organiser, e.province_name, e.district, e.commune, e.venue])
          WITH ORDINALITY AS f(text, place)
        UNION ALL SELECT 'B', 1, p.ordinal, 0, p.name
          FROM event_person p WHERE p.event_id = e.event_id
        UNION ALL SELECT 'C', 0, d.ordinal, f.place::int, f.text
          FROM event_document d
            CROSS JOIN LATERAL unnest(ARRAY[d.number, d.title]) WITH ORDINALITY AS f(text, place)
          WHERE d.event_id = e.event_id
        UNION ALL SELECT 'D', 0, p.ordinal, f.place::int, f.text
          FROM event_person p
            CROSS JOIN LATERAL unnest(p.titles) WITH ORDINALITY AS f(text, place)
          WHERE p.event_id = e.event_id) AS u) AS t
      CROSS JOIN LATERAL event_words(t.text) w
    WHERE length(w.word) <= 64) AS placed
  WHERE nth <= 3000);

CREATE INDEX event_by_words ON event USING gin (words);

CREATE FUNCTION event_search(words text) RETURNS TABLE (event_id text, rank real)
LANGUAGE sql STABLE AS $$
  SELECT e.event_id, ts_rank_cd(e.words, event_query($1), 1)
  FROM event e WHERE e.words @@ event_query($1)
$$;
COMMENT ON FUNCTION event_search(text) IS 'Events that hold what was typed, and how well they fit it; the best have the highest rank.';
