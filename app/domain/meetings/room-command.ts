import { z } from 'zod'
import { ID_PATTERN, type BallotId, type ItemId, type SeatId } from '#app/domain/shared/ids.ts'
import { MAX_TEXT } from './decide.ts'

const id = z.string().regex(ID_PATTERN)
const seatId = id.transform((value) => value as SeatId)
const itemId = id.transform((value) => value as ItemId)
const ballotId = id.transform((value) => value as BallotId)
const text = z.string().trim().max(MAX_TEXT)
const seconds = z.number().int().min(1).max(3600)
const stance = z.enum(['for', 'against', 'question'])
const secrecy = z.enum(['open', 'secret'])
const person = z.object({
  personId: id.nullable(),
  name: z.string().trim().min(1).max(60),
  side: z.enum(['residents', 'property', 'owners', 'committees', 'police', 'others']),
})

/**
 * What people may send to a running meeting, over the socket or by form. What
 * the server makes itself (ids, the rule, the label, the verdict) is not here.
 */
export const roomCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open-doors') }),
  z.object({ type: z.literal('set-present'), seatId, reason: text }),
  z.object({ type: z.literal('set-absent'), seatId, reason: text }),
  z.object({ type: z.literal('open'), overrideReason: text.nullable() }),
  z.object({ type: z.literal('start-item'), itemId }),
  z.object({ type: z.literal('end-item') }),
  z.object({
    type: z.literal('add-item'),
    title: text.min(1),
    minutes: z.number().int().min(1).max(240),
    kind: z.enum(['discussion', 'open-floor']),
  }),
  z.object({ type: z.literal('add-time'), seconds }),
  z.object({ type: z.literal('raise-hand'), seatId, stance }),
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
  }),
  z.object({ type: z.literal('extend-floor'), seconds }),
  z.object({ type: z.literal('park-point'), text: text.min(1) }),
  z.object({ type: z.literal('make-last-call') }),
  z.object({ type: z.literal('ask-consensus') }),
  z.object({ type: z.literal('raise-objection'), seatId, text: text.nullable() }),
  z.object({ type: z.literal('withdraw-objection'), seatId }),
  z.object({ type: z.literal('declare-consensus') }),
  z.object({ type: z.literal('fail-consensus') }),
  z.object({ type: z.literal('open-ballot'), secrecy, seconds }),
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
  z.object({ type: z.literal('pause'), reason: text.nullable() }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('close') }),
])

export type RoomCommand = z.output<typeof roomCommand>
