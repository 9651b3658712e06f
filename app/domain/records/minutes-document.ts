import { localDateOf, localTimeOf, type LocalDate } from '#app/domain/calendar/local-date.ts'
import type { Room, Stance } from '#app/domain/meetings/meeting.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import { LABEL_WORD } from './resolution-title.ts'
import type { MinutesReview } from './minutes-review.ts'
import type { SideSpoken, ToldGroup, ToldItem, ToldMinutes } from './told-minutes.ts'
import { meetingOf } from './meeting-of.ts'

/** A paragraph, heading or table of minutes on paper. Words are Chinese: a record is written in it. */
export type PaperBlock =
  /** 一、 in 黑体; `ordinal` counts from 1. */
  | { kind: 'heading'; ordinal: number; text: string }
  /** （一） and its lead in 楷体, the rest of the paragraph in 仿宋. */
  | { kind: 'part'; ordinal: number; lead: string; text: string }
  | { kind: 'text'; text: string }
  /** 1. 2. 3. */
  | { kind: 'points'; lines: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  /** 出席： in 黑体, the names hanging after the colon. */
  | { kind: 'people'; label: string; text: string }

/**
 * Minutes in the layout of 纪要 (GB/T 9704-2012, without the red head, which a
 * residents' committee may not use): what the screen, the printer and the .docx
 * all show.
 */
export type MinutesDocument = {
  /** 河滨社区730议事厅会议纪要 */
  mark: string
  /** 第18号; null for a session without a number. */
  number: string | null
  organ: string
  date: string
  blocks: PaperBlock[]
  signatures: readonly string[]
}

export type DocumentAbout = {
  community: string
  number: number | null
  /** When it was sealed, or for a draft when the meeting was. */
  date: Date
  review: MinutesReview
}

const ROOM: Readonly<Record<Room, string>> = {
  council: '730议事厅',
  tearoom: '民情茶室',
  talkroom: '和邻话室',
}
const SIDE: Readonly<Record<Side, string>> = {
  residents: '居民代表',
  property: '物业',
  owners: '业委会',
  committees: '社区两委',
  police: '民警',
  others: '列席',
}
const STANCE: Readonly<Record<Stance, string>> = {
  for: '赞成',
  against: '反对',
  question: '提问',
  remark: '发言',
}
const NOT_REACHED = '没有议到。'
const SIGNATURES = ['主持人', '记录人', '监督员'] as const

export function minutesDocument(told: ToldMinutes, about: DocumentAbout): MinutesDocument {
  const blocks: PaperBlock[] = [{ kind: 'text', text: leadOf(told) }]
  let headings = 0
  const heading = (text: string): void => {
    headings += 1
    blocks.push({ kind: 'heading', ordinal: headings, text })
  }
  for (const item of told.items) {
    heading(item.title)
    blocks.push(...itemBlocks(item, told.fewResidents))
  }
  const tasks = told.items.flatMap((item) => item.tasks)
  if (tasks.length > 0) {
    heading('任务分工')
    blocks.push({
      kind: 'table',
      head: ['任务', '主办', '协办', '时限'],
      rows: tasks.map(({ title, leadName, helpers, dueOn }) => [
        title,
        leadName,
        helpers.join('、'),
        shortDay(dueOn),
      ]),
    })
  }
  if (told.spoken.bySide.length > 0) {
    heading('发言情况')
    blocks.push(...spokenBlocks(told))
  }
  if (told.facts && told.facts.length > 0) {
    heading('会议经过')
    blocks.push({ kind: 'points', lines: told.facts.map(sentence) })
  }
  if (told.parked.length > 0) {
    heading('留到下次')
    blocks.push({ kind: 'points', lines: told.parked })
  }
  if (told.other !== '') {
    heading('其他')
    blocks.push({ kind: 'text', text: told.other })
  }
  const review = reviewOf(about.review)
  if (review !== null) blocks.push({ kind: 'text', text: review })
  blocks.push(...peopleBlocks(told))
  return {
    mark: `${about.community}${told.body ? meetingOf({ as: told.body.as, profile: told.body }).zh : `${ROOM[told.room]}会议`}纪要`,
    number: about.number === null ? null : `第${about.number}号`,
    organ: `${about.community}居民委员会`,
    date: fullDay(localDateOf(about.date)),
    blocks,
    signatures: SIGNATURES,
  }
}

/** The paper with what was added after the seal, each with its reason. */
export function withAddenda(
  paper: MinutesDocument,
  addenda: readonly { text: string; reason: string }[],
): MinutesDocument {
  if (addenda.length === 0) return paper
  const lines = addenda.map(({ text, reason }) => `${text}（${reason}）`)
  return {
    ...paper,
    blocks: [
      ...paper.blocks,
      { kind: 'text', text: '封存后的更正与补充：' },
      { kind: 'points', lines },
    ],
  }
}

/** 一 to 九十九, as headings count. */
export function chineseOrdinal(count: number): string {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens === 0) return digits.charAt(ones)
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones === 0 ? '' : digits.charAt(ones)}`
}

function leadOf(told: ToldMinutes): string {
  const { openedAt, closedAt, invited, attended } = told
  const from = openedAt === null ? null : new Date(openedAt)
  const until = closedAt === null ? '' : `至${localTimeOf(new Date(closedAt))}`
  const when = from ? `${fullDay(localDateOf(from))}${localTimeOf(from)}${until}，` : ''
  const missing = told.bySide
    .filter(({ present }) => present === 0)
    .map(({ side }) => SIDE[side])
  const sides = missing.length === 0 ? '各方均有人到会' : `${missing.join('、')}没有人到会`
  const override = told.overrideReason ? `照常开会的理由：${sentence(told.overrideReason)}` : ''
  return (
    `${when}${told.title}在${told.venue}召开，${told.chair}主持，${told.recorder}记录。` +
    (told.body ? `会议依据${told.body.legalBasis}召开。` : '') +
    `应到${invited}人，实到${attended}人，${sides}。${override}纪要如下：`
  )
}

function itemBlocks(item: ToldItem, fewResidents: boolean): PaperBlock[] {
  const parts: { lead: string; text: string; points?: string[] }[] = []
  if (item.proposal) parts.push({ lead: '提请商议', text: sentence(item.proposal) })
  if (item.spoken.length > 0 || item.summary !== '') {
    const counted = item.spoken.map(({ side, turns }) => `${SIDE[side]}${turns}人次`).join('、')
    const hidden = fewResidents ? '到会居民不足5人，居民的发言不逐条公开。' : ''
    parts.push({
      lead: '各方意见',
      text: `${counted ? `${counted}发言。` : ''}${item.summary ? sentence(item.summary) : ''}${hidden}`,
      points: item.speeches.map(
        ({ side, who, stance, summary }) =>
          `${who ?? SIDE[side]}（${STANCE[stance]}）：${sentence(summary)}`,
      ),
    })
  }
  if (item.points.length > 0) parts.push({ lead: '议定事项', text: '', points: item.points })
  const result = resultOf(item)
  if (result)
    parts.push({
      lead: item.verdict || item.splitHidden ? '表决结果' : item.fingers ? '表态' : '商议结果',
      text: result,
    })
  if (item.dissent.length > 0) {
    parts.push({
      lead: '不同意见和答复',
      text: '',
      points: item.dissent.map(
        ({ text, answer }) => `${sentence(text)}${answer ? `答复：${sentence(answer)}` : ''}`,
      ),
    })
  }
  if (item.facts && item.facts.length > 0) {
    parts.push({ lead: '经过', text: '', points: item.facts.map(sentence) })
  }
  if (parts.length === 0) {
    return [{ kind: 'text', text: item.unreached ? NOT_REACHED : '没有记录。' }]
  }
  return parts.flatMap(({ lead, text, points = [] }, index): PaperBlock[] => [
    { kind: 'part', ordinal: index + 1, lead, text },
    ...(points.length > 0 ? [{ kind: 'points', lines: points } as const] : []),
  ])
}

function resultOf(item: ToldItem): string | null {
  const made = `形成${LABEL_WORD[item.label]}。`
  const { told, fingers: felt } = item
  const fingers = felt && `${[felt.how, ...felt.figures, felt.outcome].join('，')}。`
  switch (item.outcome) {
    case 'none':
      if (item.kind !== 'decision') return null
      return fingers ?? (item.unreached ? NOT_REACHED : '议过，没有表决。')
    case 'consensus':
      return `${item.reservations > 0 ? `到会各方形成共识，${item.reservations}人保留意见，` : '到会各方没有反对，'}${made}`
    case 'carried':
      return `${votesOf(item)}${told ? told.outcome : '通过'}，${made}`
    case 'not-carried':
      return `${votesOf(item)}${told ? told.outcome : '没有通过'}。`
    case 'quorum-not-met':
      return `${votesOf(item)}参加表决的人数不够，没有结果。`
  }
}

function votesOf({ told, verdict, secrecy, splitHidden, assisted, named }: ToldItem): string {
  const by = named ? `按“${named.name.zh}”（${named.legalBasis}）` : ''
  const how =
    secrecy === 'secret' ? `${by}不记名表决，` : secrecy === 'open' ? `${by}记名表决，` : ''
  const helped = assistedOf(assisted)
  if (splitHidden) return `${how}投票的人不足5位${helped}，不公布分项数字，`
  const heads = verdict?.counts.heads
  if (!heads) return how
  if (told) {
    const figures = told.figures.map((line) => `${line}。`).join('')
    return `${how}${told.how}，有表决权${heads.roll}人，投票${heads.participating}人${helped}。${figures}结果：`
  }
  const test = verdict.tests.find((each) => each.test === 'pass' && each.measure === 'heads')
  const line =
    test && test.need !== null ? `须${test.need}人赞成（${test.have}÷${test.of}），` : ''
  return `${how}有表决权${heads.roll}人，投票${heads.participating}人${helped}，赞成${heads.yes}人、反对${heads.no}人、弃权${heads.abstain}人，${line}`
}

function assistedOf(assisted: ToldItem['assisted']): string {
  if (!assisted) return ''
  return assisted === 'few'
    ? '（其中有由工作人员代填、有见证人在场的，不足5票）'
    : `（其中${assisted}票由工作人员代填，有见证人在场）`
}

function spokenBlocks(told: ToldMinutes): PaperBlock[] {
  const sides = told.spoken.bySide.map(spokenLine).join('；')
  return [
    { kind: 'text', text: `${sides}。` },
    {
      kind: 'table',
      head: ['发言人', '次数', '用时'],
      rows: told.spoken.byPerson.map(({ side, who, turns, seconds }) => [
        who ?? SIDE[side],
        `${turns}次`,
        minutesAndSeconds(seconds),
      ]),
    },
  ]
}

function spokenLine({ side, turns, seconds }: SideSpoken): string {
  return `${SIDE[side]}${turns}人次，${minutesAndSeconds(seconds)}`
}

function peopleBlocks(told: ToldMinutes): PaperBlock[] {
  const line = (label: string, groups: readonly ToldGroup[]): PaperBlock[] =>
    groups.length === 0 ? [] : [{ kind: 'people', label, text: groups.map(groupOf).join('，') }]
  return [
    ...line('出席', told.present),
    ...line('列席', told.visiting),
    ...line('请假', told.away),
    ...line('缺席', told.missing ?? []),
  ]
}

function groupOf({ side, title, count, names }: ToldGroup): string {
  const called = title === '' ? SIDE[side] : title
  return names.length > 0 ? `${called}${names.join('、')}` : `${called}${count}人`
}

function reviewOf(review: MinutesReview): string | null {
  switch (review.kind) {
    case 'open':
      return null
    case 'unasked':
      return `本纪要未另行征求更正：${sentence(review.reason)}`
    case 'asked':
      return review.proposals === 0
        ? `本纪要已请参加会议的人核对，截至${fullDay(review.until)}没有收到更正意见。`
        : `本纪要已请参加会议的人核对，截至${fullDay(review.until)}收到更正意见${review.proposals}条，采纳${review.accepted}条，其余均已答复。`
  }
}

/** With one full stop at its end, whoever wrote it. */
function sentence(text: string): string {
  const trimmed = text.trim()
  return /[。！？；…]$/u.test(trimmed) ? trimmed : `${trimmed.replace(/[.;,，、]+$/u, '')}。`
}

function fullDay(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function shortDay(day: LocalDate): string {
  return fullDay(day).replace(/^\d+年/u, '')
}

function minutesAndSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes === 0
    ? `${seconds}秒`
    : `${minutes}分${String(seconds % 60).padStart(2, '0')}秒`
}
