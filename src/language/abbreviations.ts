/** Words that are written with a full stop and go on: titles, references, units of text. In lower case. */
export const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms mx dr prof st sr jr rev gen col capt lt sgt sen rep gov pres hon vs v cf e.g i.e eg ie viz al approx ca
   no nos nr num fig figs eq eqs sec ch chap vol ed eds trans pp p par art op cit ibid dept est tel ext ave blvd rd mt
   ft jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun min max avg misc resp incl excl
   z.b d.h u.a bzw usw vgl ggf evtl bspw sog str abs nr bd hrsg inkl zzgl ca.
   p.ex ex env av apr bld mme mlle mm cie art
   ud uds sra dra dn da ej pág págs núm aprox etc.
   т.е т.к т.д т.п т.н др пр см рис стр ст гл г гг в вв руб коп тыс млн млрд напр им ул
   tr th vd örn np tzv např tj al.`.split(/\s+/),
)

/** Abbreviations that often close a sentence too: a capital letter after them starts the next one. */
export const closingAbbreviations: ReadonlySet<string> = new Set(
  'etc inc ltd co corp llc a.m p.m am pm u.s u.k u.n usw u.s.a d.c b.c a.d т.д т.п др г'.split(' '),
)
