import { z } from 'zod'
import { ID_PATTERN, type BallotId, type ItemId, type SeatId } from '#app/domain/shared/ids.ts'
import { LONGEST_OPTION, MOST_OPTIONS } from '#app/domain/voting/ballot-question.ts'
import { plainText } from '#app/domain/shared/plain-text.ts'
import { MAX_TEXT } from './decide.ts'
import { DISSENT_KINDS } from './meeting.ts'
import { MAX_OPTIONS } from './decide-motion.ts'
import { SCREEN_VIEWS } from './screen.ts'

const id = z.string().regex(ID_PATTERN)
const seatId = id.transform((value) => value as SeatId)
const itemId = id.transform((value) => value as ItemId)
const ballotId = id.transform((value) => value as BallotId)
const words = z.string().overwrite(plainText).trim()
const text = words.max(MAX_TEXT)
const seconds = z.number().int().min(1).max(3600)
const stance = z.enum(['for', 'against', 'question', 'remark'])
const where = z.enum(['hall', 'remote'])
const options = z.array(text).max(MAX_OPTIONS)
const name = words.min(1).max(60)
const secrecy = z.enum(['open', 'secret'])
const marks = z.number().int().min(1).max(MOST_OPTIONS)
const method = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('yes-no') }),
  z.object({ kind: z.literal('single-choice') }),
  z.object({ kind: z.literal('approval'), upTo: marks }),
  z.object({ kind: z.literal('ranked'), count: z.enum(['instant-runoff', 'schulze']) }),
  z.object({ kind: z.literal('seats'), seats: marks }),
  z.object({ kind: z.literal('five-fingers') }),
])
const person = z.object({
  personId: id.nullable(),
  name,
  side: z.enum(['residents', 'property', 'owners', 'committees', 'police', 'others']),
})

/**
 * What people may send to a running meeting, over the socket or by form. What
 * the server makes itself (ids, the rule, the label, the verdict) is not here.
 */
export const roomCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open-doors') }),
  z.object({ type: z.literal('set-present'), seatId, reason: text, where: where.optional() }),
  /** Whoever opened their personal link takes part from elsewhere, without the hall's code. */
  z.object({ type: z.literal('join-remotely'), seatId }),
  z.object({ type: z.literal('change-place'), seatId, where }),
  z.object({ type: z.literal('set-absent'), seatId, reason: text }),
  /** `deputy` null: the person who was invited comes after all. */
  z.object({
    type: z.literal('seat-deputy'),
    seatId,
    deputy: z.object({ name, honorific: z.enum(['mr', 'ms']) }).nullable(),
  }),
  z.object({ type: z.literal('flag-conflict'), seatId, itemId, reason: text }),
  z.object({ type: z.literal('clear-conflict'), seatId, itemId, reason: text }),
  z.object({ type: z.literal('open'), overrideReason: text.nullable() }),
  z.object({
    type: z.literal('record-party-review'),
    by: name,
    on: z.string().length(10),
    opinion: text,
  }),
  z.object({ type: z.literal('start-item'), itemId }),
  z.object({ type: z.literal('end-item'), itemId: itemId.optional() }),
  z.object({
    type: z.literal('move-item'),
    itemId,
    toIndex: z.number().int().min(0).max(200),
  }),
  z.object({ type: z.literal('skip-item'), itemId, reason: text.nullable() }),
  z.object({ type: z.literal('carry-over-item'), itemId, reason: text }),
  z.object({
    type: z.literal('add-item'),
    title: text.min(1),
    minutes: z.number().int().min(1).max(240),
    kind: z.enum(['discussion', 'open-floor']),
  }),
  z.object({ type: z.literal('add-time'), seconds }),
  z.object({
    type: z.literal('raise-hand'),
    seatId,
    stance,
    kind: z.enum(['turn', 'reply', 'order']).optional(),
    witness: words.max(60).optional(),
  }),
  z.object({ type: z.literal('withdraw-hand'), seatId }),
  z.object({
    type: z.literal('move-hand'),
    seatId,
    toIndex: z.number().int().min(0).max(500),
    reason: text.nullable(),
  }),
  z.object({ type: z.literal('give-floor'), seatId }),
  z.object({
    type: z.literal('take-floor'),
    end: z.enum(['finished', 'time-up', 'chair']),
    seatId: seatId.optional(),
  }),
  z.object({ type: z.literal('extend-floor'), seconds, seatId: seatId.optional() }),
  z.object({ type: z.literal('name-party'), seatId }),
  z.object({ type: z.literal('warn'), seatId, reason: text }),
  z.object({ type: z.literal('lift-warning'), seatId, reason: text }),
  z.object({ type: z.literal('make-motion'), seatId, text, options }),
  z.object({ type: z.literal('second-motion'), motionId: id, seatId }),
  z.object({ type: z.literal('edit-motion'), motionId: id, text, options, why: text }),
  z.object({ type: z.literal('withdraw-motion'), motionId: id, reason: text.nullable() }),
  z.object({ type: z.literal('refer-motion'), motionId: id, to: text, reason: text }),
  z.object({ type: z.literal('postpone-motion'), motionId: id, reason: text }),
  z.object({ type: z.literal('park-point'), text: text.min(1) }),
  z.object({ type: z.literal('make-last-call') }),
  z.object({ type: z.literal('ask-consensus') }),
  z.object({
    type: z.literal('raise-objection'),
    seatId,
    text: text.nullable(),
    kind: z.enum(DISSENT_KINDS).optional(),
  }),
  z.object({ type: z.literal('withdraw-objection'), seatId }),
  z.object({ type: z.literal('declare-consensus') }),
  z.object({ type: z.literal('fail-consensus') }),
  z.object({
    type: z.literal('open-ballot'),
    secrecy,
    seconds,
    method: method.optional(),
    options: z.array(words.max(LONGEST_OPTION)).max(MOST_OPTIONS).optional(),
    overrideReason: text.nullish(),
  }),
  z.object({ type: z.literal('close-ballot'), ballotId }),
  z.object({ type: z.literal('void-ballot'), ballotId, reason: text }),
  z.object({
    type: z.literal('assign-task'),
    itemId,
    title: text.min(1),
    lead: person,
    helpers: z.array(person).max(10),
    dueOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  }),
  z.object({ type: z.literal('open-temperature'), question: text }),
  z.object({ type: z.literal('close-temperature'), checkId: id }),
  z.object({ type: z.literal('show-message'), text }),
  z.object({ type: z.literal('clear-message') }),
  z.object({ type: z.literal('pin-screen'), view: z.enum(SCREEN_VIEWS).nullable() }),
  z.object({ type: z.literal('show-minutes'), itemId, text }),
  z.object({ type: z.literal('hide-minutes') }),
  z.object({
    type: z.literal('pause'),
    reason: text.nullable(),
    minutes: z.number().int().min(1).max(120).optional(),
  }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('adjourn'), reason: text }),
  z.object({ type: z.literal('reopen'), overrideReason: text.nullable() }),
  /** To a member of staff by their person id, or to a delegate by their seat. */
  z.object({
    type: z.literal('hand-over-chair'),
    to: z.union([z.object({ personId: id }), z.object({ seatId })]),
    reason: text,
  }),
  z.object({ type: z.literal('take-back-chair'), reason: text }),
  z.object({ type: z.literal('close') }),
])

export type RoomCommand = z.output<typeof roomCommand>
