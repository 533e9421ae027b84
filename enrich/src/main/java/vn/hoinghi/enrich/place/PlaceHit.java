package vn.hoinghi.enrich.place;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.Province;

/**
 * A place named in a text. Many have the same name: {@link Homonyms} tells which one is meant.
 *
 * @param start first UTF-16 unit of the name in the text, without a kind word before it
 * @param end unit after the last one
 * @param name the gazetteer's spelling ("Hòa Bình" for "HOÀ BÌNH", "Hồ Chí Minh" for "TP.HCM")
 * @param provinces for a province itself, for a smaller place every province that has one of that
 *     name on either map, all in the map of 63; {@link Gazetteer#successor} leads on
 * @param communes for a commune all that bear the name and are of the kind the kind word says, or
 *     of any kind where none is; otherwise empty
 * @param kindWord the word directly before it that says what it is, as written ("tỉnh", "Huyện
 *     ủy"), or empty: without one a name may be part of an organisation's or a work's name
 */
public record PlaceHit(
    int start,
    int end,
    String name,
    Kind kind,
    List<Province> provinces,
    List<Commune> communes,
    String kindWord) {
  public PlaceHit {
    provinces = List.copyOf(provinces);
    communes = List.copyOf(communes);
  }

  static PlaceHit commune(int start, int end, List<Commune> communes, String kindWord) {
    List<Province> provinces = new ArrayList<>();
    for (Commune commune : communes) {
      if (provinces.stream().noneMatch(known -> sameCode(known, commune.province()))) {
        provinces.add(commune.province());
      }
    }
    String name = communes.get(0).name();
    return new PlaceHit(start, end, name, Kind.COMMUNE, provinces, communes, kindWord);
  }

  private static boolean sameCode(Province one, Province other) {
    return one.getCode().equals(other.getCode());
  }
}
