import { evolve } from '#app/domain/meetings/evolve.ts'
import type { LoggedEvent, MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { FEWEST_ANSWERS } from '#app/domain/meetings/temperature.ts'

/**
 * Something that was done about the meeting itself, told in the sentence that
 * the record has of it. Records are written in Chinese.
 */
export type ChairFact = {
  /** The event it rests on. */
  seq: number
  /** The item it is about; null for the evening as a whole. */
  itemId: string | null
  text: string
  /** It names nobody, and whoever was not there may read it as well. */
  open: boolean
}

/**
 * What chair and room did besides speaking and deciding: motions with every
 * change of their words, warnings, looks at the room, what was put off, who came
 * for whom, who observed, who held the chair, reservations in their own words,
 * and hands that staff raised for somebody.
 *
 * @param events - the whole log, in order.
 */
export function chairFacts(events: readonly LoggedEvent[]): ChairFact[] {
  const facts: ChairFact[] = []
  let state: MeetingState | null = null
  for (const logged of events) {
    const before: MeetingState | null = state
    state = evolve(state, logged)
    const text = before && tell(logged.event, before, state)
    if (!text) continue
    const { event, seq } = logged
    const itemId =
      'itemId' in event
        ? event.itemId
        : EVENING.has(event.type)
          ? null
          : (before.currentItemId ?? null)
    facts.push({ seq, itemId, text, open: OPEN.has(event.type) })
  }
  return facts
}

const EVENING: ReadonlySet<MeetingEvent['type']> = new Set([
  'deputy-seated',
  'deputy-left',
  'chair-handed-over',
  'adjourned',
  'reopened',
  'party-reviewed',
  'opened',
])
const OPEN: ReadonlySet<MeetingEvent['type']> = new Set([
  'temperature-closed',
  'item-carried-over',
  'adjourned',
  'ballot-opened',
  'ballot-voided',
  'party-reviewed',
  'opened',
])

function tell(event: MeetingEvent, before: MeetingState, after: MeetingState): string | null {
  const name = (id: string) => before.seats.find((seat) => seat.id === id)?.name ?? ''
  switch (event.type) {
    case 'motion-made':
      return `${name(event.seatId)}提出动议：${quoted(event)}`
    case 'motion-seconded':
      return `${name(event.seatId)}附议`
    case 'motion-edited': {
      const old = before.motions.find((each) => each.motionId === event.motionId)
      const by = event.by.seatId ? name(event.by.seatId) : EDITOR[event.by.role]
      const was = old ? `，原为${quoted(old)}` : ''
      return `${by}把动议改为${quoted(event)}${was}，因为：${event.why}`
    }
    case 'motion-withdrawn':
      return `动议撤回${event.reason ? `：${event.reason}` : ''}`
    case 'motion-referred':
      return `动议转交${event.to}：${event.reason}`
    case 'motion-postponed':
      return `动议暂缓：${event.reason}`
    case 'warned':
      return `主持人提醒${name(event.seatId)}：${event.reason}`
    case 'warning-lifted':
      return `主持人撤销对${name(event.seatId)}的提醒：${event.reason}`
    case 'temperature-closed': {
      const check = after.pastTemperatures.findLast((each) => each.checkId === event.checkId)
      const asked = `测温（不是表决）：“${check?.question ?? ''}”，`
      const { counts } = event
      if (!counts) return `${asked}回答不满${FEWEST_ANSWERS}人，不显示`
      return `${asked}可以${counts.green}人，再看看${counts.yellow}人，有顾虑${counts.red}人`
    }
    case 'item-carried-over':
      return `这一项转到下次会：${event.reason}`
    case 'deputy-seated':
      return `${event.name}代${name(event.seatId)}参加，只代这一次`
    case 'deputy-left':
      return `${event.name}本人到会，不再由${name(event.seatId)}代`
    case 'conflict-flagged':
      return `${name(event.seatId)}与这一项有利害关系，列席，不表决：${event.reason}`
    case 'conflict-cleared':
      return `${name(event.seatId)}不用回避这一项：${event.reason}`
    case 'chair-handed-over':
      return `主持由${event.from.name}交给${event.to.name}：${event.reason}`
    case 'objection-raised':
      return `${name(event.seatId)}${event.kind === 'reservation' ? '保留意见，不妨碍形成共识' : '不能接受'}${event.text ? `：${event.text}` : ''}`
    case 'objection-withdrawn':
      return `${name(event.seatId)}收回意见`
    case 'hand-raised':
      return event.witness === undefined
        ? null
        : `工作人员替${name(event.seatId)}举手，见证人${event.witness}`
    case 'ballot-opened':
      return event.waived ? `人没有到齐，仍然表决：${event.waived.reason}` : null
    case 'ballot-voided':
      return `表决作废：${event.reason}`
    case 'adjourned':
      return `散会待续：${event.reason}`
    case 'reopened':
      return `复会，到会${event.present}人${event.overrideReason ? `：${event.overrideReason}` : ''}`
    case 'party-reviewed':
      return `${event.by}已在${event.on}研究过：${event.opinion}`
    case 'opened':
      return event.waived ? `通知没有提前够天数，仍然开会：${event.overrideReason ?? ''}` : null
    default:
      return null
  }
}

const EDITOR = { mover: '提出人', chair: '主持人', recorder: '记录人' } as const

function quoted({ text, options }: { text: string; options: readonly string[] }): string {
  const numbered = options.map((option, index) => `${index + 1}. ${option}`).join('；')
  return `“${text}”${numbered ? `（选项：${numbered}）` : ''}`
}
