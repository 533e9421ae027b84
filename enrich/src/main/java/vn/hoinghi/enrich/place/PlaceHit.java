package vn.hoinghi.enrich.place;

import java.util.List;
import vn.hoinghi.avro.Province;

/**
 * A place named in a text.
 *
 * @param start first UTF-16 unit of the name in the text, without a kind word before it
 * @param end unit after the last one
 * @param name the gazetteer's spelling ("Hòa Bình" for "HOÀ BÌNH", "Hồ Chí Minh" for "TP.HCM")
 * @param provinces for a province itself, for a district every province that has one of that name,
 *     all in the map of 63; {@link Gazetteer#successor} leads on
 * @param kindWord the word directly before it that says what it is, as written ("tỉnh", "Huyện
 *     ủy"), or empty: without one a name may be part of an organisation's or a work's name
 */
public record PlaceHit(
    int start, int end, String name, Kind kind, List<Province> provinces, String kindWord) {
  public PlaceHit {
    provinces = List.copyOf(provinces);
  }
}
