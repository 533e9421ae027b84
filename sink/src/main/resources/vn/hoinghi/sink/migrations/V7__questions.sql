-- The two maps of provinces and the questions that are asked most.

CREATE TABLE province (
  map       integer NOT NULL,
  code      text NOT NULL,
  name      text NOT NULL,
  kind      text NOT NULL,
  first_day date NOT NULL,
  last_day  date,
  code_now  text NOT NULL,
  PRIMARY KEY (map, code, first_day),
  CONSTRAINT province_map_is_known CHECK (map IN (34, 63))
);
COMMENT ON TABLE province IS 'Provinces and cities under the central government: 63 until 2025-06-30, 34 since.';
COMMENT ON COLUMN province.map IS '63 or 34. A code alone means nothing: 80 was Long An, then Tây Ninh.';
COMMENT ON COLUMN province.code IS 'Code of the General Statistics Office on that map.';
COMMENT ON COLUMN province.name IS 'Name without "tỉnh" or "thành phố".';
COMMENT ON COLUMN province.kind IS 'tỉnh or thành phố.';
COMMENT ON COLUMN province.first_day IS 'First day of this name and kind; the oldest are not looked into.';
COMMENT ON COLUMN province.last_day IS 'Last day of it, or null.';
COMMENT ON COLUMN province.code_now IS 'Code on the map of 34 of the province that holds its territory.';

-- Quyết định 124/2004/QĐ-TTg and its changes, Nghị quyết 175/2024/QH15; Nghị quyết 202/2025/QH15 with
-- Quyết định 19/2025/QĐ-TTg, Nghị quyết 30/2026/QH16.
INSERT INTO province (map, code, name, kind, first_day, last_day, code_now) VALUES
  (63, '01', 'Hà Nội', 'thành phố', '1990-01-01', '2025-06-30', '01'),
  (63, '02', 'Hà Giang', 'tỉnh', '1990-01-01', '2025-06-30', '08'),
  (63, '04', 'Cao Bằng', 'tỉnh', '1990-01-01', '2025-06-30', '04'),
  (63, '06', 'Bắc Kạn', 'tỉnh', '1990-01-01', '2025-06-30', '19'),
  (63, '08', 'Tuyên Quang', 'tỉnh', '1990-01-01', '2025-06-30', '08'),
  (63, '10', 'Lào Cai', 'tỉnh', '1990-01-01', '2025-06-30', '15'),
  (63, '11', 'Điện Biên', 'tỉnh', '1990-01-01', '2025-06-30', '11'),
  (63, '12', 'Lai Châu', 'tỉnh', '1990-01-01', '2025-06-30', '12'),
  (63, '14', 'Sơn La', 'tỉnh', '1990-01-01', '2025-06-30', '14'),
  (63, '15', 'Yên Bái', 'tỉnh', '1990-01-01', '2025-06-30', '15'),
  (63, '17', 'Hòa Bình', 'tỉnh', '1990-01-01', '2025-06-30', '25'),
  (63, '19', 'Thái Nguyên', 'tỉnh', '1990-01-01', '2025-06-30', '19'),
  (63, '20', 'Lạng Sơn', 'tỉnh', '1990-01-01', '2025-06-30', '20'),
  (63, '22', 'Quảng Ninh', 'tỉnh', '1990-01-01', '2025-06-30', '22'),
  (63, '24', 'Bắc Giang', 'tỉnh', '1990-01-01', '2025-06-30', '24'),
  (63, '25', 'Phú Thọ', 'tỉnh', '1990-01-01', '2025-06-30', '25'),
  (63, '26', 'Vĩnh Phúc', 'tỉnh', '1990-01-01', '2025-06-30', '25'),
  (63, '27', 'Bắc Ninh', 'tỉnh', '1990-01-01', '2025-06-30', '24'),
  (63, '30', 'Hải Dương', 'tỉnh', '1990-01-01', '2025-06-30', '31'),
  (63, '31', 'Hải Phòng', 'thành phố', '1990-01-01', '2025-06-30', '31'),
  (63, '33', 'Hưng Yên', 'tỉnh', '1990-01-01', '2025-06-30', '33'),
  (63, '34', 'Thái Bình', 'tỉnh', '1990-01-01', '2025-06-30', '33'),
  (63, '35', 'Hà Nam', 'tỉnh', '1990-01-01', '2025-06-30', '37'),
  (63, '36', 'Nam Định', 'tỉnh', '1990-01-01', '2025-06-30', '37'),
  (63, '37', 'Ninh Bình', 'tỉnh', '1990-01-01', '2025-06-30', '37'),
  (63, '38', 'Thanh Hóa', 'tỉnh', '1990-01-01', '2025-06-30', '38'),
  (63, '40', 'Nghệ An', 'tỉnh', '1990-01-01', '2025-06-30', '40'),
  (63, '42', 'Hà Tĩnh', 'tỉnh', '1990-01-01', '2025-06-30', '42'),
  (63, '44', 'Quảng Bình', 'tỉnh', '1990-01-01', '2025-06-30', '44'),
  (63, '45', 'Quảng Trị', 'tỉnh', '1990-01-01', '2025-06-30', '44'),
  (63, '46', 'Thừa Thiên Huế', 'tỉnh', '1990-01-01', '2024-12-31', '46'),
  (63, '46', 'Huế', 'thành phố', '2025-01-01', '2025-06-30', '46'),
  (63, '48', 'Đà Nẵng', 'thành phố', '1990-01-01', '2025-06-30', '48'),
  (63, '49', 'Quảng Nam', 'tỉnh', '1990-01-01', '2025-06-30', '48'),
  (63, '51', 'Quảng Ngãi', 'tỉnh', '1990-01-01', '2025-06-30', '51'),
  (63, '52', 'Bình Định', 'tỉnh', '1990-01-01', '2025-06-30', '52'),
  (63, '54', 'Phú Yên', 'tỉnh', '1990-01-01', '2025-06-30', '66'),
  (63, '56', 'Khánh Hòa', 'tỉnh', '1990-01-01', '2025-06-30', '56'),
  (63, '58', 'Ninh Thuận', 'tỉnh', '1990-01-01', '2025-06-30', '56'),
  (63, '60', 'Bình Thuận', 'tỉnh', '1990-01-01', '2025-06-30', '68'),
  (63, '62', 'Kon Tum', 'tỉnh', '1990-01-01', '2025-06-30', '51'),
  (63, '64', 'Gia Lai', 'tỉnh', '1990-01-01', '2025-06-30', '52'),
  (63, '66', 'Đắk Lắk', 'tỉnh', '1990-01-01', '2025-06-30', '66'),
  (63, '67', 'Đắk Nông', 'tỉnh', '1990-01-01', '2025-06-30', '68'),
  (63, '68', 'Lâm Đồng', 'tỉnh', '1990-01-01', '2025-06-30', '68'),
  (63, '70', 'Bình Phước', 'tỉnh', '1990-01-01', '2025-06-30', '75'),
  (63, '72', 'Tây Ninh', 'tỉnh', '1990-01-01', '2025-06-30', '80'),
  (63, '74', 'Bình Dương', 'tỉnh', '1990-01-01', '2025-06-30', '79'),
  (63, '75', 'Đồng Nai', 'tỉnh', '1990-01-01', '2025-06-30', '75'),
  (63, '77', 'Bà Rịa - Vũng Tàu', 'tỉnh', '1990-01-01', '2025-06-30', '79'),
  (63, '79', 'Hồ Chí Minh', 'thành phố', '1990-01-01', '2025-06-30', '79'),
  (63, '80', 'Long An', 'tỉnh', '1990-01-01', '2025-06-30', '80'),
  (63, '82', 'Tiền Giang', 'tỉnh', '1990-01-01', '2025-06-30', '82'),
  (63, '83', 'Bến Tre', 'tỉnh', '1990-01-01', '2025-06-30', '86'),
  (63, '84', 'Trà Vinh', 'tỉnh', '1990-01-01', '2025-06-30', '86'),
  (63, '86', 'Vĩnh Long', 'tỉnh', '1990-01-01', '2025-06-30', '86'),
  (63, '87', 'Đồng Tháp', 'tỉnh', '1990-01-01', '2025-06-30', '82'),
  (63, '89', 'An Giang', 'tỉnh', '1990-01-01', '2025-06-30', '91'),
  (63, '91', 'Kiên Giang', 'tỉnh', '1990-01-01', '2025-06-30', '91'),
  (63, '92', 'Cần Thơ', 'thành phố', '1990-01-01', '2025-06-30', '92'),
  (63, '93', 'Hậu Giang', 'tỉnh', '1990-01-01', '2025-06-30', '92'),
  (63, '94', 'Sóc Trăng', 'tỉnh', '1990-01-01', '2025-06-30', '92'),
  (63, '95', 'Bạc Liêu', 'tỉnh', '1990-01-01', '2025-06-30', '96'),
  (63, '96', 'Cà Mau', 'tỉnh', '1990-01-01', '2025-06-30', '96'),
  (34, '01', 'Hà Nội', 'thành phố', '2025-07-01', NULL, '01'),
  (34, '04', 'Cao Bằng', 'tỉnh', '2025-07-01', NULL, '04'),
  (34, '08', 'Tuyên Quang', 'tỉnh', '2025-07-01', NULL, '08'),
  (34, '11', 'Điện Biên', 'tỉnh', '2025-07-01', NULL, '11'),
  (34, '12', 'Lai Châu', 'tỉnh', '2025-07-01', NULL, '12'),
  (34, '14', 'Sơn La', 'tỉnh', '2025-07-01', NULL, '14'),
  (34, '15', 'Lào Cai', 'tỉnh', '2025-07-01', NULL, '15'),
  (34, '19', 'Thái Nguyên', 'tỉnh', '2025-07-01', NULL, '19'),
  (34, '20', 'Lạng Sơn', 'tỉnh', '2025-07-01', NULL, '20'),
  (34, '22', 'Quảng Ninh', 'tỉnh', '2025-07-01', NULL, '22'),
  (34, '24', 'Bắc Ninh', 'tỉnh', '2025-07-01', NULL, '24'),
  (34, '25', 'Phú Thọ', 'tỉnh', '2025-07-01', NULL, '25'),
  (34, '31', 'Hải Phòng', 'thành phố', '2025-07-01', NULL, '31'),
  (34, '33', 'Hưng Yên', 'tỉnh', '2025-07-01', NULL, '33'),
  (34, '37', 'Ninh Bình', 'tỉnh', '2025-07-01', NULL, '37'),
  (34, '38', 'Thanh Hóa', 'tỉnh', '2025-07-01', NULL, '38'),
  (34, '40', 'Nghệ An', 'tỉnh', '2025-07-01', NULL, '40'),
  (34, '42', 'Hà Tĩnh', 'tỉnh', '2025-07-01', NULL, '42'),
  (34, '44', 'Quảng Trị', 'tỉnh', '2025-07-01', NULL, '44'),
  (34, '46', 'Huế', 'thành phố', '2025-07-01', NULL, '46'),
  (34, '48', 'Đà Nẵng', 'thành phố', '2025-07-01', NULL, '48'),
  (34, '51', 'Quảng Ngãi', 'tỉnh', '2025-07-01', NULL, '51'),
  (34, '52', 'Gia Lai', 'tỉnh', '2025-07-01', NULL, '52'),
  (34, '56', 'Khánh Hòa', 'tỉnh', '2025-07-01', NULL, '56'),
  (34, '66', 'Đắk Lắk', 'tỉnh', '2025-07-01', NULL, '66'),
  (34, '68', 'Lâm Đồng', 'tỉnh', '2025-07-01', NULL, '68'),
  (34, '75', 'Đồng Nai', 'tỉnh', '2025-07-01', '2026-04-29', '75'),
  (34, '75', 'Đồng Nai', 'thành phố', '2026-04-30', NULL, '75'),
  (34, '79', 'Hồ Chí Minh', 'thành phố', '2025-07-01', NULL, '79'),
  (34, '80', 'Tây Ninh', 'tỉnh', '2025-07-01', NULL, '80'),
  (34, '82', 'Đồng Tháp', 'tỉnh', '2025-07-01', NULL, '82'),
  (34, '86', 'Vĩnh Long', 'tỉnh', '2025-07-01', NULL, '86'),
  (34, '91', 'An Giang', 'tỉnh', '2025-07-01', NULL, '91'),
  (34, '92', 'Cần Thơ', 'thành phố', '2025-07-01', NULL, '92'),
  (34, '96', 'Cà Mau', 'tỉnh', '2025-07-01', NULL, '96');

CREATE TABLE province_reach (
  map        integer NOT NULL,
  code       text NOT NULL,
  event_map  integer NOT NULL,
  event_code text NOT NULL,
  whole      boolean NOT NULL,
  PRIMARY KEY (map, code, event_map, event_code)
);
COMMENT ON TABLE province_reach IS 'Under which codes the events of a province stand, whichever map is asked for.';
COMMENT ON COLUMN province_reach.map IS 'The map asked for: 63 or 34.';
COMMENT ON COLUMN province_reach.code IS 'The province asked for, on that map.';
COMMENT ON COLUMN province_reach.event_map IS 'The map of the event''s day.';
COMMENT ON COLUMN province_reach.event_code IS 'The province of the event, on that map.';
COMMENT ON COLUMN province_reach.whole IS 'False where the one asked for is only a part of that province.';

INSERT INTO province_reach
SELECT DISTINCT map, code, map, code, true FROM province
UNION
SELECT DISTINCT 34, code_now, 63, code, true FROM province WHERE map = 63
UNION
SELECT DISTINCT 63, p.code, 34, p.code_now,
  (SELECT count(DISTINCT o.code) FROM province o WHERE o.map = 63 AND o.code_now = p.code_now) = 1
FROM province p WHERE p.map = 63;
ANALYZE province_reach;

CREATE VIEW event_by_province AS
SELECT r.map, r.code, r.whole AS certain, e.event_id, e.start_edtf, e.start_date, e.start_month,
  e.type, e.level, e.title, e.organiser, e.province_code, e.province_name, e.attendees,
  e.source_count, e.confidence
FROM province_reach r JOIN event e ON e.province_code = r.event_code
  AND r.event_map = coalesce(
    CASE WHEN e.start_month < '2025-07-01' THEN 63 WHEN e.start_month IS NOT NULL THEN 34 END,
    -- Without a month the name tells the map; where both have it, nothing more than the new one is certain.
    (SELECT min(p.map) FROM province p WHERE p.code = e.province_code AND p.name = e.province_name));
COMMENT ON VIEW event_by_province IS 'Events under each province of either map that holds their place. Always ask with map and code; certain is false where the province asked for is only a part of the one that is known.';

CREATE VIEW event_chair AS
SELECT p.name, p.name_plain, p.titles_normal, e.event_id, e.start_edtf, e.start_date, e.type,
  e.level, e.province_code, e.province_name, e.organiser, e.title
FROM event_person p JOIN event e USING (event_id)
WHERE p.part = 'CHAIR';
COMMENT ON VIEW event_chair IS 'Who chaired what.';

CREATE VIEW event_contradiction AS
SELECT s.event_id, e.start_edtf, e.province_name, e.title, s.field, c.value AS chosen,
  s.value AS other, s.article_id, o.outlet, o.url, s.ordinal
FROM event_support s
JOIN event e USING (event_id)
LEFT JOIN event_source o ON o.event_id = s.event_id AND o.article_id = s.article_id
LEFT JOIN LATERAL (
  SELECT value FROM event_support c
  WHERE c.event_id = s.event_id AND c.field = s.field AND c.chosen
  ORDER BY c.ordinal LIMIT 1) c ON true
WHERE NOT s.chosen;
COMMENT ON VIEW event_contradiction IS 'Values that a source gives and the event does not carry, beside the one it carries.';

CREATE VIEW outlet_first AS
SELECT outlet, count(*) FILTER (WHERE place = 1) AS first, count(*) AS reported,
  round(100.0 * count(*) FILTER (WHERE place = 1) / count(*)) AS percent
FROM (
  SELECT outlet, rank() OVER (PARTITION BY event_id ORDER BY published_at) AS place,
    max(outlet) OVER (PARTITION BY event_id) <> min(outlet) OVER (PARTITION BY event_id) AS contested
  FROM (
    SELECT event_id, outlet, min(published_at) AS published_at
    FROM event_source WHERE published_at IS NOT NULL GROUP BY event_id, outlet) AS reports) AS reported
WHERE contested
GROUP BY outlet;
COMMENT ON VIEW outlet_first IS 'Of the events that two or more outlets report with a time, how many each reports, and how many before all others.';

CREATE VIEW outlet_reprints AS
SELECT outlet, count(*) AS reports, count(reprint_of) AS reprints,
  round(100.0 * count(reprint_of) / count(*)) AS percent
FROM event_source GROUP BY outlet;
COMMENT ON VIEW outlet_reprints IS 'How much of what an outlet reports stands in an earlier source of the same event already.';

CREATE VIEW outlet_coverage AS
SELECT o.outlet, e.start_month AS month, e.province_code, e.province_name,
  count(DISTINCT e.event_id) AS events,
  count(DISTINCT e.event_id) FILTER (WHERE e.others = 0) AS alone,
  max(e.known) AS known,
  round(100.0 * count(DISTINCT e.event_id) / max(e.known)) AS percent
FROM event_source o
JOIN (
  SELECT event_id, start_month, province_code, province_name,
    count(*) OVER (PARTITION BY start_month, province_code, province_name) AS known,
    (SELECT count(DISTINCT s.outlet) - 1 FROM event_source s WHERE s.event_id = e.event_id) AS others
  FROM event e) AS e USING (event_id)
GROUP BY o.outlet, e.start_month, e.province_code, e.province_name;
COMMENT ON VIEW outlet_coverage IS 'Of the events known of a month and province, how many each outlet reports, and how many it alone does.';
