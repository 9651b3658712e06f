import { z } from 'zod'
import { instantAt, parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { REPEATS } from '#app/domain/sessions/recurrence.ts'
import { moveBy } from '#app/domain/sessions/session-plan.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { isConvenedBy } from '#app/domain/voting/convened-body.ts'
import { AUTHORITIES } from '#app/domain/voting/authority.ts'

/** What each step of planning sends, checked. A form is text; here it becomes what the services take. */

const id = z.string().regex(ID_PATTERN)
const optionalId = z
  .string()
  .transform((text) => text || null)
  .pipe(id.nullable())
const revision = z.coerce.number().int().min(0)
const TOPICS = new Set<string>(AUTHORITIES.map((row) => row.topicType))

export const roomForm = z.object({
  revision,
  room: z.enum(['council', 'tearoom', 'talkroom']),
  /** Left out where the room has no choice of it. */
  body: z.string().refine(isConvenedBy).default('deliberation'),
  compoundId: id,
  venue: z.string().trim().max(80),
})

export const timeForm = z
  .object({
    revision,
    date: z.string().refine((text) => parseLocalDate(text) !== null),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    durationMinutes: z.coerce.number().int().min(15).max(300),
    repeats: z.enum(REPEATS),
  })
  .transform(({ date, time, ...rest }) => ({ ...rest, startsAt: instantAt(date, time) }))

const item = z.object({
  id: optionalId,
  kind: z.enum(['report-back', 'discussion', 'decision', 'open-floor']),
  title: z.string().trim().min(1).max(80),
  minutes: z.coerce.number().int().min(1).max(240),
  matterId: optionalId,
  topicType: z
    .string()
    .transform((text) => (TOPICS.has(text) ? text : null))
    .transform((text) => AUTHORITIES.find((row) => row.topicType === text)?.topicType ?? null),
  proposal: z
    .string()
    .trim()
    .max(500)
    .transform((text) => text || null),
  method: z.enum(['none', 'consensus', 'ballot']),
})

/** One line of the agenda as it was typed: kept as text, so that nothing typed is lost. */
export type TypedItem = Record<(typeof ITEM_FIELDS)[number], string>

const ITEM_FIELDS = [
  'id',
  'kind',
  'title',
  'minutes',
  'matterId',
  'topicType',
  'proposal',
  'method',
] as const

export const agendaForm = z.object({ revision, items: z.array(item).max(20) })

/** The lines of the agenda form, in order. Fields of one line are named `item.<n>.<field>`. */
export function typedItems(form: FormData): TypedItem[] {
  const lines = new Map<number, TypedItem>()
  for (const [name, value] of form) {
    const [, line, field] = /^item\.(\d{1,3})\.(\w+)$/.exec(name) ?? []
    const known = ITEM_FIELDS.find((each) => each === field)
    if (line === undefined || known === undefined || typeof value !== 'string') continue
    const at = Number(line)
    const typed = lines.get(at) ?? emptyItem()
    typed[known] = value
    lines.set(at, typed)
  }
  return [...lines].toSorted(([a], [b]) => a - b).map(([, typed]) => typed)
}

function emptyItem(): TypedItem {
  return {
    id: '',
    kind: 'discussion',
    title: '',
    minutes: '15',
    matterId: '',
    topicType: '',
    proposal: '',
    method: 'none',
  }
}

/**
 * The agenda after the button that was pressed: `up:2`, `down:2`, `remove:2`,
 * `add-new`, or `add:<matter id>` with what is known of the matter.
 */
export function afterButton(
  items: readonly TypedItem[],
  button: string,
  matters: readonly { id: string; title: string; topicType: string | null }[],
): TypedItem[] {
  const [what = '', argument = ''] = button.split(/:(.*)/s)
  const index = Number(argument)
  switch (what) {
    case 'up':
      return moveBy(items, index, -1)
    case 'down':
      return moveBy(items, index, 1)
    case 'remove':
      return items.filter((_item, at) => at !== index)
    case 'add-new':
      return beforeClosing(items, emptyItem())
    case 'add': {
      const matter = matters.find((each) => each.id === argument)
      if (!matter || items.some((each) => each.matterId === matter.id)) return [...items]
      const { id: matterId, title, topicType } = matter
      return beforeClosing(items, {
        ...emptyItem(),
        title,
        matterId,
        topicType: topicType ?? '',
        minutes: '20',
      })
    }
    default:
      return [...items]
  }
}

/** What is new comes before the open floor that ends a session. */
function beforeClosing(items: readonly TypedItem[], added: TypedItem): TypedItem[] {
  const last = items.at(-1)
  return last?.kind === 'open-floor' ? [...items.slice(0, -1), added, last] : [...items, added]
}

export const inviteesForm = z.object({
  revision,
  chairId: optionalId,
  recorderId: optionalId,
  invite: z.array(id).max(300),
  vote: z.array(id).max(300),
})

/** Shares a session may ask to be present; more is never written than a person could check. */
export const QUORUMS = { '1/2': [1, 2], '2/3': [2, 3], '3/4': [3, 4] } as const

/** A switch of a form: what is off is not sent at all. */
const switched = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on')

export const rulesForm = z.object({
  revision,
  turnSeconds: z.coerce.number().int().min(30).max(900),
  turnsPerItem: z.coerce.number().int().min(1).max(9),
  warnSeconds: z.coerce.number().int().min(5).max(120),
  hardStop: switched,
  quorum: z
    .enum(['1/2', '2/3', '3/4'])
    .transform((share): [number, number] => [...QUORUMS[share]]),
  stanceFirst: switched,
  neverSpokenFirst: switched,
  alternateSides: switched,
  rightOfReply: switched,
  pointOfOrder: switched,
  shortTurnSeconds: z.coerce.number().int().min(15).max(300),
  warnings: z.coerce.number().int().min(0).max(5),
  conflictMaySpeak: switched,
  secret: z.array(id).max(20),
})
