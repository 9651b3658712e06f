import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'

/** What a record is called on paper. A record is written in Chinese, whatever language its reader reads. */
export const LABEL_WORD: Readonly<Record<OutcomeLabel, string>> = {
  resolution: '决议',
  agreement: '约定',
  recommendation: '建议案',
  'work-order': '派工单',
  referral: '转办单',
  advice: '会议意见',
  mediation: '调解协议',
}

/** What did not find agreement carries no label that promises more. */
const NO_AGREEMENT = '表决情况'

/** What a publication is called: what did not find agreement is no 约定 and no 建议案. */
export function labelOfOutcome(
  label: OutcomeLabel,
  outcome: ItemOutcome,
): OutcomeLabel | 'no-agreement' {
  return outcome === 'consensus' || outcome === 'carried' ? label : 'no-agreement'
}

/**
 * 关于…的建议案. Whatever an item was called, only its label says what kind of
 * decision this is: a subject that ends with such a word loses it.
 */
export function resolutionTitle(
  subject: string,
  label: OutcomeLabel,
  outcome: ItemOutcome,
): string {
  const said = labelOfOutcome(label, outcome)
  const word = said === 'no-agreement' ? NO_AGREEMENT : LABEL_WORD[said]
  return `关于${subjectOf(subject)}的${word}`
}

const ENDING = new RegExp(
  `(?:的|之)?(?:${[...Object.values(LABEL_WORD), '决定', '公告', '公示', '提案', '议案', '方案表决', NO_AGREEMENT].join('|')})$`,
  'u',
)

function subjectOf(title: string): string {
  let subject = title.trim().replace(/[。．.；;]+$/u, '')
  for (let before = ''; before !== subject;) {
    before = subject
    subject = subject.replace(/^关于/u, '').replace(ENDING, '').trim()
  }
  // 决议 in the middle of a subject would still read like one.
  return subject.replaceAll('决议', '意见') || '本次事项'
}

/** 〔2026〕730-023号: counted per community and year. */
export function resolutionNumber(year: number, count: number): string {
  return `〔${year}〕730-${String(count).padStart(3, '0')}号`
}

/** The year and the count of a number made by `resolutionNumber`; null for any other text. */
export function readResolutionNumber(number: string): { year: number; count: number } | null {
  const match = /^〔(\d{4})〕730-(\d{3,})号$/u.exec(number)
  return match ? { year: Number(match[1]), count: Number(match[2]) } : null
}
