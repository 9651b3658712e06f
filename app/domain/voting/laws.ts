/**
 * Where rules come from. `region` is `CN` for the whole country, else the
 * leading digits of the place's division code (`31` Shanghai, `350524` Anxi).
 */
export type LawId =
  | 'civil-code'
  | 'residents-committees-law'
  | 'village-committees-law'
  | 'people-mediation-law'
  | 'owners-assembly-guidance'
  | 'shanghai-property-regulation'
  | 'shandong-property-regulation'
  | 'rural-party-organisation-rules'
  | 'session-rules'

export type LegalBasis = {
  /** `local-rule`: a text that a county wrote down itself. */
  law: LawId | 'local-rule'
  /** The law's official Chinese name, as it is cited. */
  title: string
  /** Article, with its paragraph or item in brackets: `278(6)`; null where the whole text applies. */
  article: string | null
  /** The day this version of the text took effect, `YYYY-MM-DD`. */
  effectiveFrom: string
  region: string
}

const LAWS: Record<LawId, Omit<LegalBasis, 'law' | 'article'>> = {
  'civil-code': {
    title: '中华人民共和国民法典',
    effectiveFrom: '2021-01-01',
    region: 'CN',
  },
  'residents-committees-law': {
    title: '中华人民共和国城市居民委员会组织法',
    effectiveFrom: '2026-01-01',
    region: 'CN',
  },
  'village-committees-law': {
    title: '中华人民共和国村民委员会组织法',
    effectiveFrom: '2026-01-01',
    region: 'CN',
  },
  'people-mediation-law': {
    title: '中华人民共和国人民调解法',
    effectiveFrom: '2011-01-01',
    region: 'CN',
  },
  'owners-assembly-guidance': {
    title: '业主大会和业主委员会指导规则',
    effectiveFrom: '2010-01-01',
    region: 'CN',
  },
  'shanghai-property-regulation': {
    title: '上海市住宅物业管理规定',
    effectiveFrom: '2021-01-01',
    region: '31',
  },
  'shandong-property-regulation': {
    title: '山东省物业管理条例',
    effectiveFrom: '2021-12-03',
    region: '37',
  },
  'rural-party-organisation-rules': {
    title: '中国共产党农村基层组织工作条例',
    effectiveFrom: '2018-12-28',
    region: 'CN',
  },
  'session-rules': {
    title: '议事规则',
    effectiveFrom: '2026-01-01',
    region: 'CN',
  },
}

export function basis(law: LawId, article: string | null): LegalBasis {
  return { law, article, ...LAWS[law] }
}

/** Whether a text for `region` holds at `place`: national everywhere, a province's in its counties. */
export function appliesIn(region: string, place: string): boolean {
  return region === 'CN' || (place !== 'CN' && place.startsWith(region))
}

/**
 * Of the texts that hold at a place on a day, the most local, and among those
 * the newest; null when none had taken effect. So a county's own text can be
 * added without touching the national one.
 *
 * @param place - a division code, or `CN` for what holds everywhere.
 * @param onDate - `YYYY-MM-DD`.
 */
export function textInForce<Text>(
  texts: readonly Text[],
  scopeOf: (text: Text) => { region: string; effectiveFrom: string },
  place: string,
  onDate: string,
): Text | null {
  let best: Text | null = null
  for (const text of texts) {
    const scope = scopeOf(text)
    if (!appliesIn(scope.region, place) || scope.effectiveFrom > onDate) continue
    if (best === null || outranks(scope, scopeOf(best))) best = text
  }
  return best
}

type Scope = { region: string; effectiveFrom: string }

function outranks(one: Scope, other: Scope): boolean {
  const local = locality(one.region) - locality(other.region)
  return local > 0 || (local === 0 && one.effectiveFrom > other.effectiveFrom)
}

function locality(region: string): number {
  return region === 'CN' ? 0 : region.length
}
