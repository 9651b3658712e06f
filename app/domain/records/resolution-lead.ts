import type { DecidingBody, OutcomeLabel } from '#app/domain/voting/authority.ts'
import type { ToldMethod } from './told-method.ts'
import type { ResolutionContent } from './resolution.ts'

const BODY: Readonly<Record<DecidingBody, string>> = {
  session: '本次会议',
  owners: '业主共同决定',
  'owners-committee': '业主委员会决定',
  'interested-owners': '有利害关系的业主一致同意',
  'residents-meeting': '居民会议决定',
  'residents-reps-meeting': '居民代表会议决定',
  'village-meeting': '村民会议决定',
  'village-reps-meeting': '村民代表会议决定',
  'party-meeting': '党员大会决定',
  'property-company': '物业公司安排',
  department: '主管部门办理',
  parties: '双方自己商定',
}

/** The bodies that may meet and make a 决议. */
const MEETING: Readonly<Partial<Record<DecidingBody, string>>> = {
  'owners-committee': '业主委员会',
  'residents-meeting': '居民会议',
  'residents-reps-meeting': '居民代表会议',
  'village-meeting': '村民会议',
  'village-reps-meeting': '村民代表会议',
}

/** One sentence that says what came of it: the first thing anybody reads. */
export function resolutionLead({
  content,
  label,
  proposal,
  told,
}: {
  content: Omit<ResolutionContent, 'lead'>
  label: OutcomeLabel
  proposal: string
  /** Of a ballot among options: what came of it. */
  told: Pick<ToldMethod, 'outcome'> | null
}): string {
  const what = proposal.replace(/[。；;.]+$/u, '')
  const heads = content.verdict?.counts.heads
  switch (content.outcome) {
    case 'carried':
      if (label === 'resolution') {
        return `${MEETING[content.body] ?? '会议'}表决通过：${what}${told ? `，${told.outcome}` : ''}。`
      }
      return `到会代表表决${verbOf(label)}：${what}${told ? `，${told.outcome}` : ''}。${whoDecides(content.body)}`
    case 'consensus':
      return content.reservations > 0
        ? `到会各方形成共识，${content.reservations} 人保留意见，${verbOf(label)}：${what}。${whoDecides(content.body)}`
        : `到会各方没有反对，${verbOf(label)}：${what}。${whoDecides(content.body)}`
    case 'not-carried':
      if (told) return `“${what}”没有结果：${told.outcome}。`
      return heads
        ? `“${what}”没有通过：赞成 ${heads.yes} 人，反对 ${heads.no} 人，弃权 ${heads.abstain} 人。`
        : `“${what}”没有通过。`
    case 'quorum-not-met':
      return `参加表决的人数不够，“${what}”没有结果。`
    case 'none':
      return `议过，没有表决：${what}。`
  }
}

function verbOf(label: OutcomeLabel): string {
  switch (label) {
    case 'agreement':
      return '约定'
    case 'work-order':
      return '提出'
    case 'referral':
      return '请主管部门办理'
    case 'resolution':
    case 'recommendation':
    case 'advice':
    case 'mediation':
      return '建议'
  }
}

function whoDecides(body: DecidingBody): string {
  return body === 'session' || body === 'property-company' || body === 'department'
    ? ''
    : `这件事最后由${BODY[body]}。`
}
